"""Nothing that stands in a workspace runs in the terminal, recolours it, or writes to it by itself."""

import re
from pathlib import Path

import pytest

from tests.program.hostile import ESCAPES, MARKER
from tests.program.hostile_files import COUNT, smuggled_workspace, typed_workspace
from tests.program.terminal import Terminal, pmtui

# A byte of control, then no end of a sequence, then the marker: the data has spoken to the terminal.
SPOKEN = re.compile(
    rb"\x1b\][^\x07\x1b]*%(m)b|\x1b[P_^X][^\x1b]*%(m)b|\x07%(m)b|\x08%(m)b|\x1b\[(?:31|2J|\?1049l)m?%(m)b|\xc2[\x80-\x9f]"
    % {b"m": MARKER.encode()}
)
WALKS = {
    "problems": ("g", "g", "enter", "escape", "w", "escape", "S", "escape", "V", "escape", "U", "escape"),
    "board": ("4", "j", "j", "enter", "escape", "S", "escape"),
    "personas": ("5", *"j" * COUNT, "g", "g", "enter", "escape", "c", "escape", "e", "escape", "B", "escape"),
    "companies": ("5", "V", *"j" * COUNT, "e", "escape"),
    "evidence": (
        "2",
        *"j" * COUNT,
        "g",
        "g",
        "c",
        "escape",
        "n",
        "escape",
        "i",
        "escape",
        "t",
        "escape",
        "S",
        "escape",
    ),
    "decisions": ("8", *"j" * COUNT, "g", "g", "enter", "escape", "e", "escape"),
    "strategy": ("6", *"l" * COUNT, "enter", "escape", "e", "escape", "w", "escape", "c", "escape", "n", "escape"),
    "past": ("=", *"step 0", "down", "enter", "escape", "=", *"today", "enter", "4", "2", "6", "escape"),
    "search": ("/", MARKER, "down", "down", "backspace", "escape", "/", "t", "o", " ", "d", "o", "enter"),
}


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every hostile text in every field, entered through the program."""
    return typed_workspace(tmp_path_factory.mktemp("typed") / "typed.pmtui")


@pytest.fixture(scope="module")
def smuggled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts put into the file by another program, which cleans nothing."""
    return smuggled_workspace(tmp_path_factory.mktemp("smuggled") / "smuggled.pmtui")


@pytest.mark.parametrize("kind", ["typed", "smuggled"])
@pytest.mark.parametrize("walk", WALKS)
def test_no_escape_from_the_data_reaches_the_terminal(walk: str, kind: str, request: pytest.FixtureRequest) -> None:
    with Terminal(pmtui(request.getfixturevalue(kind)), columns=120, rows=50) as terminal:
        terminal.wait_for("ABC-123")
        for keys in WALKS[walk]:
            terminal.press(keys)
            terminal.wait_quiet(0.03 if keys == "j" else 0.1)
        assert SPOKEN.findall(terminal.raw) == []
        assert MARKER.encode() in terminal.raw
        assert "bug in pmtui" not in terminal.text
        terminal.press("escape", "escape", "escape", "q")
        assert terminal.wait_for_exit() == 0


def test_markup_in_a_title_is_shown_word_for_word(typed: Path) -> None:
    with Terminal(pmtui(typed), columns=160, rows=50) as terminal:
        for text in ("· [/]", "[ABC-123] fix", "[x] done", "[@click=app.quit]q[/]", "=1+1", "| pipe | table"):
            terminal.wait_for(text)


def test_the_check_sees_an_escape_that_gets_through() -> None:
    for text in (*ESCAPES[:1], ESCAPES[2], ESCAPES[5], ESCAPES[7], ESCAPES[10], ESCAPES[8]):
        assert SPOKEN.search(text.encode())
