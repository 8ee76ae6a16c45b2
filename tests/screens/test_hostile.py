"""Whatever a workspace holds, every frame keeps its borders, and shows nothing that a terminal could act on."""

import unicodedata
from pathlib import Path
from shutil import copy

import pytest
from rich.cells import cell_len

from pmtui.services.workspace import Workspace
from tests.program.hostile import TEXTS
from tests.program.hostile_files import FillWithTexts
from tests.screens.conftest import RunApp
from tests.screens.running import Running

WALKS = {
    "problems": ("", "enter", "escape", "w", "escape", "c", "escape", "S", "escape"),
    "tree": ("V t Z", "j", "enter", "escape", "a", "escape", "e", "escape", "M", "escape", "b", "escape"),
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
    "scorecards": ("v y", "enter", "escape", "end", "enter", "escape", "c", "escape", "t", "down", "enter", "escape"),
    "weights": ("v y", "a", "w", "escape", "escape", "v", "escape"),
    "decisions": ("8", "enter", "escape", "e", "escape", "c", "escape", "V", "V", "a", "escape", "r", "escape"),
    "board": ("4", "enter", "escape", "S", "escape"),
    "personas": ("5", "enter", "escape", "c", "escape", "e", "escape", "B", "escape"),
    "roadmap": ("7", "enter", "escape", "p", "escape", "i", "s", "escape", "i", "r", "escape", "i", "e", "escape"),
    "releases": ("7 V", "enter", "escape", "e", "escape", "j", "enter", "escape"),
    "companies": ("5 V", "e", "escape"),
    "past": ("=", "escape", "=", *"step 0", "enter", "4", "2", "6", "7", "8", "5", "3", "escape"),
    "looking back": ("U", "j", "=", "enter", "escape", "V", "t", "enter", "escape", "escape", "escape"),
    "what changed": ("=", *"step 0", "down", "enter", "G", "x", "escape", "y", "escape", "U", "enter", "escape"),
    "evidence": ("2", "enter", "escape", "c", "escape", "n", "escape", "i", "escape", "t", "escape", "M", "escape"),
}
"""The keys to a list, then those of its dialogs."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text in every field of every kind of record, as far as the program takes it."""
    path = tmp_path_factory.mktemp("filled") / "filled.pmtui"
    workspace = Workspace.create(path, "Test")
    workspace.run(FillWithTexts(TEXTS))
    workspace.close()
    return path


@pytest.fixture
def file(filled: Path, path: Path) -> Path:
    """The same in a file of the test's own."""
    return Path(copy(filled, path))


def check(running: Running, width: int) -> None:
    """Every line is as wide as the screen, a frame's sides stand under its corners, and no character is a command."""
    left = right = None
    for line in running.lines:
        if "\u200d " in line or "\u200d│" in line:
            continue  # Textual cuts what lies under a dialog inside a grapheme, there and only there
        assert cell_len(line) == width, line
        assert not {character for character in line if unicodedata.category(character) in ("Cc", "Cs")}, line
        if "╭" in line:  # the innermost frame, where one dialog lies over another
            left, right = max(_places(line, "╭")), max(_places(line, "╮"))
        elif left is not None:
            assert left in _places(line, "│") | _places(line, "╰"), (left, line)
            if left in _places(line, "╰"):
                assert right in _places(line, "╯"), line
                left = right = None


def _places(line: str, sign: str) -> set[int]:
    return {cell_len(line[:place]) for place, character in enumerate(line) if character == sign}


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
@pytest.mark.parametrize("walk", WALKS)
async def test_frames_stay_aligned(run_app: RunApp, file: Path, walk: str, size: tuple[int, int]) -> None:
    there, *dialogs = WALKS[walk]
    async with run_app(file=file, size=size) as running:
        # Only a wide screen has room for the pane beside the list.
        through = "j" * len(TEXTS) if size == (160, 45) else ""
        for key in (*there.split(), *through, "g", "g", *dialogs):
            await running.press(key)
            check(running, size[0])


@pytest.mark.parametrize("text", [TEXTS[3], "漢字かな", "\x1b[31m"])
async def test_frames_of_search_stay_aligned(run_app: RunApp, file: Path, text: str) -> None:
    async with run_app(file=file, size=(80, 24)) as running:
        for key in ("/", *text, "down", "down", "escape", "escape"):
            await running.press(key)
            check(running, 80)
