"""The user's own editor gets the terminal, its ctrl+c too, and pmtui takes it back however the editor ends."""

from pathlib import Path

import pytest

from tests.program.terminal import Terminal, pmtui


def set_editor(monkeypatch: pytest.MonkeyPatch, place: Path, script: str) -> None:
    """Make a shell script the editor; $1 is the file."""
    editor = place / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))


def test_a_failed_editor_gives_the_terminal_back_and_is_told(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, tmp_path, "exit 1")
    with Terminal(pmtui(workspace)) as terminal:
        terminal.wait_for("Help")
        terminal.press("\x05")
        terminal.wait_for("The editor ended with status 1")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_ctrl_c_in_the_editor_is_meant_for_the_editor_alone(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, tmp_path, "trap '' INT; echo Interrupted > \"$1\"; kill -INT 0")
    with Terminal(pmtui(workspace)) as terminal:
        terminal.wait_for("Help")
        terminal.press("\x05")
        terminal.wait_for("Edited P-")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_wish_to_end_while_the_editor_has_the_terminal_is_met_afterwards(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, tmp_path, "kill -TERM $PPID")
    with Terminal(pmtui(workspace)) as terminal:
        terminal.wait_for("Help")
        terminal.press("\x05")
        assert terminal.wait_for_exit() == 128 + 15


def test_a_message_in_a_small_terminal_leaves_the_keys_of_a_dialog_in_sight(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, tmp_path, "exit 1")
    with Terminal(pmtui(workspace), columns=60, rows=18) as terminal:
        terminal.wait_for("Help")
        terminal.press("\x05")
        terminal.wait_for("ended with status 1")
        terminal.press("e")
        terminal.wait_until(
            lambda: "ctrl+s save" in terminal.text and "ended with status 1" in terminal.text, "both, before it fades"
        )
