"""Opening the app from the command line, in a terminal."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.program.terminal import Terminal, pmtui

EXAMPLE = "Keys get lost between cleaners"
OTHER_SCREEN = b"\x1b[?1049h"


@pytest.fixture(autouse=True)
def temporary_folder(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of one's own."""
    folder = own_folders / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_the_demo_is_private_and_thrown_away_even_where_a_file_has_its_name(
    own_folders: Path, temporary_folder: Path
) -> None:
    (own_folders / "demo").write_text("a file")
    with Terminal(pmtui("demo"), columns=120, rows=36, folder=own_folders) as terminal:
        terminal.wait_for(EXAMPLE[:20])
        (copy,) = temporary_folder.glob("*/*.pmtui")
        assert copy.stat().st_mode & 0o777 == 0o600
        assert copy.parent.stat().st_mode & 0o777 == 0o700
        assert str(copy).encode() in terminal.raw
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert list(temporary_folder.iterdir()) == []


def test_a_demo_that_is_kept_is_there_afterwards(own_folders: Path, temporary_folder: Path) -> None:
    kept = own_folders / "mine.pmtui"
    with Terminal(pmtui("demo", "--keep", kept, "--no-mouse"), columns=120, rows=36) as terminal:
        terminal.wait_for(EXAMPLE[:20])
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1000h" not in terminal.raw
    assert kept.exists()
    assert list(temporary_folder.iterdir()) == []
    with Terminal(pmtui("demo", "--keep", kept)) as terminal:
        assert terminal.wait_for_exit() == 1
        assert b"already exists" in terminal.raw


@pytest.mark.parametrize("arguments", [["work.pmtui"], ["-w", "work.pmtui"], []])
def test_a_workspace_is_opened_by_its_name_or_by_default(workspace_file: Path, arguments: list[str]) -> None:
    with Terminal(pmtui(*arguments), columns=100, rows=30, folder=workspace_file.parent) as terminal:
        terminal.wait_for("Sparkle")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_file_that_is_no_workspace_is_refused_before_the_terminal_is_touched(
    workspace_file: Path, own_folders: Path
) -> None:
    (own_folders / "notes.txt").write_text("notes")
    for name, words in (("wrok.pmtui", b"work.pmtui"), ("notes.txt", b"not a pmtui workspace")):
        with Terminal(pmtui(name), columns=200, folder=own_folders) as terminal:
            assert terminal.wait_for_exit() == 1
            assert words in terminal.raw
            assert OTHER_SCREEN not in terminal.raw


def test_without_a_workspace_it_is_offered_how_to_begin_and_nothing_is_made(own_folders: Path) -> None:
    with Terminal(pmtui(), columns=100, rows=30, environment=dict(os.environ)) as terminal:
        terminal.wait_for("Begin your own workspace")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not list(own_folders.rglob("*.pmtui"))


def test_the_example_that_is_offered_is_thrown_away_afterwards(own_folders: Path, temporary_folder: Path) -> None:
    with Terminal(pmtui(), columns=120, rows=36, environment=dict(os.environ)) as terminal:
        terminal.wait_for("Look at the example")
        terminal.press("e")
        terminal.wait_for(EXAMPLE[:20])
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not list(own_folders.rglob("*.pmtui"))


def test_a_new_workspace_can_begin_with_an_import(own_folders: Path) -> None:
    table = own_folders / "ideas.csv"
    table.write_text("Title,Status\nToo loud,To Do\n")
    with Terminal(pmtui(), columns=120, rows=36, environment=dict(os.environ)) as terminal:
        terminal.wait_for("Bring what you have")
        terminal.press("i")
        terminal.wait_for("New workspace")
        terminal.press(*"Mine", "\r")
        terminal.wait_for("The path of a CSV")
        terminal.press(*str(table), "\r")
        terminal.wait_for("creates 1 problem")
        terminal.press("\x13")
        terminal.wait_for("Imported 1 problem")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_without_workspace_and_terminal_nothing_is_made_and_new_is_named(own_folders: Path) -> None:
    done = subprocess.run(pmtui(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pmtui new" in done.stderr
    assert not list(own_folders.rglob("*.pmtui"))
