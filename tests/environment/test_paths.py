import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment import paths


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (paths.data_directory, "data/pmtui"),
        (paths.state_directory, "state/pmtui"),
        (paths.drafts_directory, "state/pmtui/drafts"),
    ],
)
def test_a_folder_is_made_for_its_owner_alone_whatever_the_mask(
    home: Path, folder: Callable[[], Path], place: str, mask: int
) -> None:
    before = os.umask(mask)
    try:
        made = folder()
    finally:
        os.umask(before)
    assert made == home / place
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_folder_that_is_there_is_used_as_it_is(home: Path) -> None:
    (home / "data" / "pmtui").mkdir(parents=True, mode=0o750)
    assert paths.data_directory() == home / "data" / "pmtui"


def test_files_stand_in_their_folders_and_need_not_exist(home: Path) -> None:
    assert paths.config_file() == home / "config" / "pmtui" / "config.toml"
    assert paths.log_file() == home / "state" / "pmtui" / "pmtui.log"
    assert paths.default_workspace() == home / "data" / "pmtui" / "workspace.pmtui"
    assert not (home / "config").exists()


def test_variables_name_another_workspace_and_other_settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMTUI_WORKSPACE", "/elsewhere/my.pmtui")
    monkeypatch.setenv("PMTUI_CONFIG", "/elsewhere/my.toml")
    assert paths.default_workspace() == Path("/elsewhere/my.pmtui")
    assert paths.config_file() == Path("/elsewhere/my.toml")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "path"),
    [("~/a b.csv", "{home}/a b.csv"), (" x.csv\n", "x.csv"), ("~", "{home}"), ("~no such user/x", "~no such user/x")],
)
def test_what_is_typed_is_a_path_whatever_follows_a_tilde(
    home: Path, monkeypatch: pytest.MonkeyPatch, typed: str, path: str
) -> None:
    monkeypatch.setenv("HOME", str(home))
    assert paths.typed_path(typed) == Path(path.format(home=home))


def test_an_empty_variable_names_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMTUI_WORKSPACE", "")
    assert paths.default_workspace() == home / "data" / "pmtui" / "workspace.pmtui"


def test_a_folder_that_cannot_be_made_is_refused_by_name(home: Path) -> None:
    (home / "state").write_text("a file stands in the way")
    with pytest.raises(Refusal, match="state/pmtui"):
        paths.state_directory()


def test_a_path_in_the_home_folder_is_shown_from_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ann"))
    assert paths.short_path(tmp_path / "ann" / "a" / "b.pmtui") == "~/a/b.pmtui"
    elsewhere = tmp_path / "anna" / "b.pmtui"
    assert paths.short_path(elsewhere) == str(elsewhere)
