"""Whatever is written into the strategy, its cards keep their frames and nothing reaches the terminal as a command."""

import unicodedata
from contextlib import suppress

import pytest
from rich.cells import cell_len

from pmtui.domain.errors import Refusal
from pmtui.domain.strategy import CODES
from pmtui.services.key_results import AddKeyResult
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.problems import AddProblem
from pmtui.services.strategy import SetBox
from pmtui.services.workspace import Command, Workspace
from tests.program.hostile import TEXTS
from tests.screens.conftest import RunApp
from tests.screens.running import Running

FRAME = "╭╮╰╯│┏┓┗┛┃"


@pytest.fixture(scope="module")
def filled() -> tuple[Command, ...]:
    """Every text in some box, and in an objective with its key result and problem."""
    workspace, taken = Workspace.in_memory(), list[Command]()
    for number, text in enumerate(TEXTS, 1):
        figures = {"unit": text, "baseline": "1", "target": "9", "current": "5"}
        for command in (
            SetBox(CODES[number % len(CODES)], text),
            AddProblem("· " + text),
            AddObjective("· " + text, notes=text),
            AddKeyResult(number, "· " + text, figures),
            LinkObjective((number,), number),
        ):
            with suppress(Refusal):
                workspace.run(command)
                taken.append(command)
    workspace.close()
    return tuple(taken)


def check(running: Running, width: int) -> None:
    """Every line is as wide as the screen, and no character is a command."""
    for line in running.lines:
        if "\u200d " not in line:  # Textual cuts what lies under a dialog inside a grapheme, there and only there
            assert cell_len(line) == width, line
        assert not {character for character in line if unicodedata.category(character) in ("Cc", "Cs")}, line


def check_frames(running: Running) -> None:
    """The sides of the cards stand under their corners."""
    above: set[int] = set()
    for line in running.lines[2:-1]:
        places = {cell_len(line[:place]) for place, sign in enumerate(line) if sign in FRAME}
        if above and places:
            assert places == above, line
        above = set() if set(line) & set("╯┛") else places


@pytest.mark.parametrize("size", [(80, 24), (160, 45), (200, 60)])
async def test_frames_stay_aligned(run_app: RunApp, filled: tuple[Command, ...], size: tuple[int, int]) -> None:
    async with run_app(*filled, size=size) as running:
        await running.press("6")
        for key in (*"llllllllllllllllll", *"jjjjjj", "pagedown", "pagedown", "G"):
            await running.press(key)
            check(running, size[0])
            check_frames(running)
        for dialog in (
            *("e", "escape", "c", "escape", "k", "e", "escape", "s", "escape", "w", "escape"),
            "n",
            "escape",
        ):
            await running.press(dialog)
            check(running, size[0])
        await running.press("g", "g", "e")
        check(running, size[0])
