"""Nothing that stands in a workspace runs in the terminal, recolours it, or writes to it by itself."""

import re
import sqlite3
from pathlib import Path

import pytest

from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.program.hostile import ESCAPES, MARKER, TEXTS
from tests.program.terminal import Terminal, pmtui

# A byte of control, then no end of a sequence, then the marker: the data has spoken to the terminal.
SPOKEN = re.compile(
    rb"\x1b\][^\x07\x1b]*%(m)b|\x1b[P_^X][^\x1b]*%(m)b|\x07%(m)b|\x08%(m)b|\x1b\[(?:31|2J|\?1049l)m?%(m)b|\xc2[\x80-\x9f]"
    % {b"m": MARKER.encode()}
)


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """Every hostile text as the title and the statement of a problem, entered through the program."""
    path = tmp_path / "typed.pmtui"
    workspace = Workspace.create(path, TEXTS[0])
    for text in TEXTS:
        workspace.run(AddProblem("· " + text, statement=text, notes=text, tags=("tag " + text[:50],)))
    workspace.close()
    return path


@pytest.fixture
def smuggled(tmp_path: Path) -> Path:
    """The texts put into the file by another program, which cleans nothing."""
    path = tmp_path / "smuggled.pmtui"
    workspace = Workspace.create(path, "Smuggled")
    for number in range(len(TEXTS)):
        workspace.run(AddProblem(f"Problem {number}", tags=(f"tag {number}",)))
    workspace.close()
    with sqlite3.connect(path) as connection:
        for number, text in enumerate(TEXTS, 1):
            connection.execute(
                "UPDATE problem SET title = ?, statement = ?, notes = ? WHERE id = ?", (text, text, text, number)
            )
        connection.execute("UPDATE lane SET name = ? WHERE id = 1", (ESCAPES[0],))
        connection.execute("UPDATE tag SET name = ? || id", (ESCAPES[2],))
        connection.execute("UPDATE workspace SET name = ?", (ESCAPES[2],))
    connection.close()
    return path


@pytest.mark.parametrize("kind", ["typed", "smuggled"])
def test_no_escape_from_the_data_reaches_the_terminal(kind: str, request: pytest.FixtureRequest) -> None:
    with Terminal(pmtui(request.getfixturevalue(kind)), columns=120, rows=50) as terminal:
        terminal.wait_for("ABC-123")
        for _ in range(len(TEXTS)):
            terminal.press("j")
            terminal.wait_quiet(0.05)
        for keys in ("g", "g", "enter", "escape", "4", "j", "j", "enter", "escape", "U", "escape", "w", "escape"):
            terminal.press(keys)
            terminal.wait_quiet(0.2)
        assert SPOKEN.findall(terminal.raw) == []
        assert MARKER in terminal.text or MARKER.encode() in terminal.raw
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_markup_in_a_title_is_shown_word_for_word(typed: Path) -> None:
    with Terminal(pmtui(typed), columns=160, rows=50) as terminal:
        for text in ("· [/]", "[ABC-123] fix", "[x] done", "[@click=app.quit]q[/]", "=1+1", "| pipe | table"):
            terminal.wait_for(text)


def test_the_check_sees_an_escape_that_gets_through() -> None:
    for text in (*ESCAPES[:1], ESCAPES[2], ESCAPES[5], ESCAPES[7], ESCAPES[10], ESCAPES[8]):
        assert SPOKEN.search(text.encode())
