"""Small builders that tests share: workspaces, what they hold, and strings that break careless programs."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pmtui.domain.keys import Kind
from pmtui.domain.scorecard import score_problem
from pmtui.services.estimates import SetEstimates
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from pmtui.store.queries.problems import inputs_of
from pmtui.store.tables import JOURNALED
from pmtui.store.unit_of_work import UnitOfWork

RICE_CODES = ("reach", "impact", "rice_confidence", "effort")

HOSTILE = (
    "[/]",
    "[/b]",
    "[/",
    "[ABC-123] fix login",
    "[x] done",
    "[@click=app.quit]q[/]",
    "[link=https://example.com]y[/link]",
    "a\\",
    ":smile: $title {title} %s",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.com\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1bPq#0;2;0;0;0\x1b\\",
    "\x9b31m\x85next\x9d0;x\x9c",
    "nul\x00nul",
    "bell\x07back\x08delete\x7f",
    "\ud800lone\udfff",
    "\ufffe\uffff",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "a\u200db\u200cc\ufeff",
    "e" + "\u0301" * 1000,
    "👩‍👩‍👧‍👦 🇨🇭 1️⃣ ☝🏽",
    "漢字かな交じり文",
    "مرحبا بالعالم",
    "ภาษาไทย",
    "x" * 100_000,
    "line\n" * 1000,
    "tab\tand\r\nnew\u2028line\x0bdown\x0cfeed",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "| pipe | table |",
    "# heading",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "---\ntitle: x\n---",
    "../../etc/passwd",
    "'; DROP TABLE problem; --",
    "100% _ \\ *",
    "   spaces   ",
)
"""Text from people and files as it may come in, before it is cleaned."""


class Clock:
    """A clock that moves on by a second each time it is read."""

    def __init__(self, start: str = "2026-03-01T09:00:00") -> None:
        self.moment = datetime.fromisoformat(start).replace(tzinfo=UTC)

    def __call__(self) -> str:
        """The next moment, ISO 8601 in UTC."""
        self.moment += timedelta(seconds=1)
        return self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def add_problem(
    workspace: Workspace,
    title: str = "A problem",
    *estimates: str,
    lane: str = "",
    statement: str = "",
    notes: str = "",
) -> int:
    """Add a problem, perhaps with its RICE estimates as typed (reach, impact, confidence, effort). Its number."""
    number = created(workspace, AddProblem(title, statement, notes, lane=lane))
    if estimates:
        texts = {code: text for code, text in zip(RICE_CODES, estimates, strict=False) if text}
        workspace.run(SetEstimates(number, texts))
    return number


def created(workspace: Workspace, command: AddProblem) -> int:
    """Run a command and give the number of what it made."""
    number = workspace.run(command).created
    assert number is not None
    return number


def lane_number(workspace: Workspace, name: str) -> int:
    """The number of a lane of the problems board."""
    return next(lane.id for lane in workspace.ask(lambda uow: uow.lanes.all()) if lane.name == name)


def cards_of(workspace: Workspace, lane: int) -> list[int]:
    """The cards of a lane from the top."""
    return workspace.ask(lambda uow: [row.id for row in uow.problems.all(order="position", lane_id=lane)])


def digest(uow: UnitOfWork) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every journaled table: what undo and redo have to bring back."""
    return {
        table.name: uow.connection.execute(
            f"SELECT id, {', '.join(column.name for column in table.columns)} FROM {table.name} ORDER BY id"
        ).fetchall()
        for table in JOURNALED
    }


def score_errors(uow: UnitOfWork) -> list[int]:
    """The problems whose cached score differs from a fresh computation; ghosts in the cache count too."""
    numbers = [problem.id for problem in uow.problems.all()]
    inputs = inputs_of(uow.connection, numbers)
    fresh = {}
    for number in numbers:
        score = score_problem(uow.scorecard, inputs[number])
        fresh[number] = (score.value, ",".join(score.missing))
    rows = uow.connection.execute("SELECT problem_id, value, missing FROM score").fetchall()
    cached = {row[0]: (row[1], row[2]) for row in rows}
    return sorted(number for number in fresh.keys() | cached.keys() if fresh.get(number) != cached.get(number))


def check_full_text(path: Path) -> None:
    """Compare the full-text indexes of an idle file with its rows. Raises sqlite3.DatabaseError if they differ."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for kind in (Kind.PROBLEM, Kind.EVIDENCE):
            connection.execute(f"INSERT INTO {kind}_fts ({kind}_fts, rank) VALUES ('integrity-check', 1)")


def foreign(path: Path) -> sqlite3.Connection:
    """A connection as another program opens one: every setting as SQLite ships it."""
    return sqlite3.connect(path, isolation_level=None)
