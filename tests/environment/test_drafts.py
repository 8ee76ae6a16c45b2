import os
import stat
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.drafts import drop_draft, load_draft, save_draft

UUID = "0f8f8f0c"


def only_file(home: Path) -> Path:
    (path,) = (home / "state" / "pmtui" / "drafts").iterdir()
    return path


def test_a_draft_comes_back_word_for_word(home: Path) -> None:
    values = {"title": "Keys get lost [/]", "statement": "two\nlines \ud800 é"}
    save_draft(UUID, "problem P-12", values)
    assert load_draft(UUID, "problem P-12") == values


def test_a_newer_draft_takes_the_place_of_an_older_one(home: Path) -> None:
    save_draft(UUID, "problem", {"title": "old", "notes": "gone"})
    save_draft(UUID, "problem", {"title": "new"})
    assert load_draft(UUID, "problem") == {"title": "new"}


def test_forms_and_workspaces_have_drafts_of_their_own(home: Path) -> None:
    save_draft(UUID, "problem", {"title": "mine"})
    assert load_draft(UUID, "evidence") == {}
    assert load_draft("another", "problem") == {}


def test_a_dropped_draft_is_gone_and_dropping_nothing_is_fine(home: Path) -> None:
    save_draft(UUID, "problem", {"title": "x"})
    drop_draft(UUID, "problem")
    drop_draft(UUID, "problem")
    assert load_draft(UUID, "problem") == {}


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_a_draft_is_for_its_owner_alone(home: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        save_draft(UUID, "problem", {"title": "x"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(only_file(home).stat().st_mode) == 0o600
    assert stat.S_IMODE(only_file(home).parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b'{"title": "x', b"\xff\xfe", b"[]", b'{"title": 1}', b"[" * 100_000])
def test_a_damaged_draft_is_ignored(home: Path, damage: bytes) -> None:
    save_draft(UUID, "problem", {"title": "x"})
    only_file(home).write_bytes(damage)
    assert load_draft(UUID, "problem") == {}


@pytest.mark.parametrize("name", ["../../../evil", "/etc/passwd", "a\0b", ""])
def test_no_name_leads_out_of_the_folder(home: Path, name: str) -> None:
    save_draft(name, name, {"title": "x"})
    assert load_draft(name, name) == {"title": "x"}
    assert only_file(home).suffix == ".json"


def test_without_a_place_to_write_saving_refuses_and_the_rest_goes_on(home: Path) -> None:
    (home / "state").write_text("a file stands in the way")
    with pytest.raises(Refusal):
        save_draft(UUID, "problem", {"title": "x"})
    assert load_draft(UUID, "problem") == {}
    drop_draft(UUID, "problem")
