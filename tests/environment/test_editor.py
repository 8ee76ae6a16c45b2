"""The external editor: started as written, in private, and never losing what was typed."""

import shlex
import stat
import sys
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.environment.editor import edit_text


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def set_editor(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Make a Python program the editor; the file's path is its last argument."""
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", f"import sys, os; path = sys.argv[-1]; {program}"]))


def test_what_the_editor_saved_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    set_editor(monkeypatch, "t = open(path).read(); open(path, 'w').write(t + ' and more\\n')")
    edited = edit_text("Some text", "P-1.md")
    assert edited.text == "Some text and more"


def test_folder_and_file_are_private(monkeypatch: pytest.MonkeyPatch) -> None:
    set_editor(monkeypatch, "pass")
    place = edit_text("secret", "P-1.md").place
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_nothing_is_left_after_discarding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_editor(monkeypatch, "open(path + '~', 'w').write('backup'); os.mkdir(path + '.d')")
    edit_text("text", "P-1.md").discard()
    assert list(tmp_path.iterdir()) == []


def test_no_shell_reads_the_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VISUAL", f"true; touch {tmp_path / 'ran'}")
    with pytest.raises(Refusal):
        edit_text("text", "P-1.md")
    assert not (tmp_path / "ran").exists()


def test_quotes_and_spaces_in_the_editor_are_kept_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "my editor"
    program.write_text('#!/bin/sh\nprintf "%s" "$1" > "$2"\n')
    program.chmod(0o700)
    monkeypatch.setenv("VISUAL", f"'{program}' 'two words'")
    assert edit_text("", "P-1.md").text == "two words"


def test_an_editor_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-here")
    with pytest.raises(Refusal, match="no-such-editor-here"):
        edit_text("text", "P-1.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["'open quote", "''  ", "   "])
def test_an_editor_that_can_not_be_read_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("VISUAL", written)
    with pytest.raises(Refusal):
        edit_text("text", "P-1.md")


@pytest.mark.parametrize(
    "program",
    [
        "open(path, 'w').write('half'); sys.exit(3)",
        "open(path, 'w').write('half'); os.kill(os.getpid(), 9)",
        "open(path, 'wb').write(b'\\xff\\xfe\\x00')",
        "open(path, 'wb').write(b'a\\x00b')",
        "open(path, 'wb').truncate(10_000_000)",
    ],
)
def test_a_failed_edit_is_refused_and_the_file_kept_and_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    set_editor(monkeypatch, program)
    with pytest.raises(Refusal) as refused:
        edit_text("text", "P-1.md")
    kept = next(tmp_path.glob("pmtui-*/P-1.md"))
    assert str(kept) in refused.value.hint


def test_control_characters_from_the_editor_are_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    set_editor(monkeypatch, "open(path, 'w').write('red ' + chr(27) + '[31m')")
    assert edit_text("", "P-1.md").text == "red \ufffd[31m"
