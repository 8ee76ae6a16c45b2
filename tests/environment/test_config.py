from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.config import Settings, read_settings, save_theme


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_everything_is_as_it_comes(home: Path) -> None:
    assert read_settings() == Settings(theme="", mouse=True, day_first=None, keys={})


def test_the_users_own_file_is_read_by_default(home: Path) -> None:
    folder = home / "config" / "pmtui"
    folder.mkdir(parents=True)
    written(folder, 'theme = "nord"')
    assert read_settings() == Settings(theme="nord")


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "nord"\nmouse = false\nday_first = true\n[keys]\nundo = "ctrl+z"\n')
    assert read_settings(path) == Settings("nord", mouse=False, day_first=True, keys={"undo": "ctrl+z"})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1", "colour"),
        ("theme = 1", "theme"),
        ('mouse = "yes"', "mouse"),
        ("mouse = 1", "mouse"),
        ('day_first = "yes"', "day_first"),
        ('keys = "u"', "keys"),
        ("[keys]\nundo = 1", "keys.undo"),
        ("mouse = true\ntheme = \n", "line 2"),
        (b"theme = '\xff'", "UTF-8"),
    ],
)
def test_what_is_wrong_is_refused_with_the_file_and_the_name(tmp_path: Path, text: str | bytes, named: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Refusal) as refused:
        read_settings(path)
    assert named in refused.value.title
    assert str(path) in refused.value.hint


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="can't be read"):
        read_settings(tmp_path)


def test_a_saved_theme_is_read_again_and_all_else_stays_word_for_word(tmp_path: Path) -> None:
    others = '# mine\nmouse = false  # no\n\n[keys]\ntheme = "ctrl+t"\n'
    path = written(tmp_path, 'theme = "nord"\n' + others)
    save_theme("dracula", path)
    assert path.read_text() == 'theme = "dracula"\n' + others
    assert read_settings(path) == Settings("dracula", mouse=False, keys={"theme": "ctrl+t"})


def test_a_theme_is_saved_also_without_a_settings_file(home: Path) -> None:
    save_theme("nord")
    assert read_settings() == Settings("nord")


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    real = written(tmp_path, "mouse = false\n")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    save_theme("nord", link)
    assert link.is_symlink()
    assert read_settings(real) == Settings("nord", mouse=False)
