"""The program in terminals of many sizes and abilities."""

from pathlib import Path

import pytest

from tests.program.conftest import TITLES
from tests.program.terminal import Terminal, pmtui

GREYS = {"default", "black", "white", "brightblack", "brightwhite"}


def is_grey(colour: str) -> bool:
    """Whether a colour as pyte names it has no hue."""
    return colour in GREYS or (len(colour) == 6 and colour[:2] == colour[2:4] == colour[4:])


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 18), (200, 60)])
def test_the_problems_fit(workspace: Path, columns: int, rows: int) -> None:
    with Terminal(pmtui(workspace), columns=columns, rows=rows) as terminal:
        for title in TITLES:
            terminal.wait_for(title)
        assert all(len(line) <= columns for line in terminal.lines)


def test_the_board_shows_the_same_problems(running: Terminal) -> None:
    running.press("4")
    running.wait_for("Discovering")
    running.wait_for(TITLES[0])


def test_a_screen_whose_key_is_typed_ahead_comes_first_and_gets_the_keys_after_it(workspace: Path) -> None:
    with Terminal(pmtui(workspace)) as terminal:
        terminal.press("4", "?")
        terminal.wait_for("See where every problem stands")
        assert "· Problems".encode() not in terminal.raw


def test_a_tiny_terminal_is_asked_for_more_room_and_gives_everything_back_when_it_grows(workspace: Path) -> None:
    with Terminal(pmtui(workspace), columns=20, rows=5) as terminal:
        terminal.wait_for("60")
        assert TITLES[0][:8] not in terminal.text
        terminal.resize(100, 30)
        terminal.wait_for(TITLES[0])
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_storm_of_resizes_leaves_the_screen_whole(running: Terminal) -> None:
    for step in range(40):
        running.resize(20 + step * 37 % 180, 5 + step * 13 % 50)
        running.read(0.01)
    running.resize(100, 30)
    running.wait_for(TITLES[0])
    running.wait_for(TITLES[-1])
    running.press("q")
    assert running.wait_for_exit() == 0


def test_no_color_means_no_colour(workspace: Path) -> None:
    with Terminal(pmtui(workspace), environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(TITLES[0])
        assert [colour for colour in terminal.colours if not is_grey(colour)] == []


def test_without_no_color_there_is_colour(workspace: Path) -> None:
    with Terminal(pmtui(workspace), environment={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for(TITLES[0])
        assert [colour for colour in terminal.colours if not is_grey(colour)] != []


def test_a_terminal_of_16_colours_gets_no_others(workspace: Path) -> None:
    with Terminal(pmtui(workspace), environment={"TERM": "xterm"}) as terminal:
        terminal.wait_for(TITLES[0])
        assert b"38;2;" not in terminal.raw
        assert b"48;2;" not in terminal.raw
        assert b"38;5;" not in terminal.raw


def test_the_screen_behind_a_dialog_is_painted_once_when_the_dialog_goes(running: Terminal) -> None:
    running.press("?")
    running.wait_for("Decide which customer problem")
    running.wait_quiet()
    before = len(running.raw)
    running.press("escape")
    running.wait_until(lambda: "Decide which customer problem" not in running.text, "the dialog to go")
    running.wait_quiet()
    assert running.raw[before:].count(b"Personas") == 1
