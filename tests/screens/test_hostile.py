"""Whatever a workspace holds, every frame keeps its borders, and shows nothing that a terminal could act on."""

import unicodedata
from contextlib import suppress

import pytest
from rich.cells import cell_len

from pmtui.domain.errors import Refusal
from pmtui.services.workspace import Command, Workspace
from tests.program.hostile import TEXTS
from tests.program.hostile_files import commands
from tests.screens.conftest import RunApp
from tests.screens.running import Running

WALKS = {
    "problems": ("", "enter", "escape", "w", "escape", "c", "escape", "S", "escape"),
    "tree": ("V t Z", "enter", "escape", "a", "escape", "e", "escape", "M", "escape", "b", "escape", "c", "escape"),
    "solutions": (
        "A j j",
        "enter",
        "escape",
        "a",
        "x",
        "escape",
        "e",
        "escape",
        "k",
        "e",
        "escape",
        "k",
        "e",
        "escape",
    ),
    "board": ("4", "enter", "escape", "S", "escape"),
    "personas": ("5", "enter", "escape", "c", "escape", "e", "escape", "B", "escape"),
    "companies": ("5 V", "e", "escape"),
    "evidence": ("2", "enter", "escape", "c", "escape", "n", "escape", "i", "escape", "t", "escape", "M", "escape"),
}
"""The keys to a list, then those of its dialogs."""


@pytest.fixture(scope="module")
def filled() -> tuple[Command, ...]:
    """Every text in every field of every kind of record, as far as the program takes it."""
    workspace, taken = Workspace.in_memory(), []
    for number, text in enumerate(TEXTS, 1):
        for command in commands(text, number):
            with suppress(Refusal):
                workspace.run(command)
                taken.append(command)
    workspace.close()
    return tuple(taken)


def check(running: Running, width: int) -> None:
    """Every line is as wide as the screen, a frame's sides stand under its corners, and no character is a command."""
    left = right = None
    for line in running.lines:
        if "\u200d " in line:
            continue  # Textual cuts what lies under a dialog inside a grapheme, there and only there
        assert cell_len(line) == width, line
        assert not {character for character in line if unicodedata.category(character) in ("Cc", "Cs")}, line
        if "╭" in line:
            left, right = _place(line, "╭"), _place(line, "╮")
        elif left is not None:
            at_sides = {_place(line, side) for side in "│╰╯"} if set(line) & set("│╰╯") else set()
            assert left in at_sides, (left, line)
            if "╰" in line:
                assert _place(line, "╯") == right, line
                left = right = None


def _place(line: str, sign: str) -> int:
    return cell_len(line[: line.index(sign)]) if sign in line else -1


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
@pytest.mark.parametrize("walk", WALKS)
async def test_frames_stay_aligned(
    run_app: RunApp, filled: tuple[Command, ...], walk: str, size: tuple[int, int]
) -> None:
    there, *dialogs = WALKS[walk]
    async with run_app(*filled, size=size) as running:
        # Only a wide screen has room for the pane beside the list.
        through = "j" * len(TEXTS) if size == (160, 45) else ""
        for key in (*there.split(), *through, "g", "g", *dialogs):
            await running.press(key)
            check(running, size[0])


@pytest.mark.parametrize("text", [TEXTS[3], "漢字かな", "\x1b[31m"])
async def test_frames_of_search_stay_aligned(run_app: RunApp, filled: tuple[Command, ...], text: str) -> None:
    async with run_app(*filled, size=(80, 24)) as running:
        for key in ("/", *text, "down", "down", "escape", "escape"):
            await running.press(key)
            check(running, 80)
