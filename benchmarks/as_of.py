"""A workspace of the past, from a journal of 100,000 changes, against reading the rows of that journal once."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import OUT, Fill, words
from benchmarks.report import Row, ratio_row
from pmtui.domain.changes import Outcome
from pmtui.domain.past import Past
from pmtui.services.workspace import Workspace, now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

CHANGES, STEPS = 100_000, 100
EDITED, IMPORTED = 2_500, 3_700  # with ten pieces of evidence each; the second makes 100,000 rows
ROUNDS = 7
TARGET = 3
BEGINNING = Past(0, "2026-01-01T00:00:00Z", "the beginning")


def rows() -> list[Row]:
    """The figures: a long history of edits, and one big import that was not there yet."""
    return [
        _row("As of the first day, 100,000 edits ago", _edited(OUT / "edits.pmtui")),
        _row("As of the day before an import of 100,000 rows", _imported(OUT / "import.pmtui")),
    ]


def _row(what: str, path: Path) -> Row:
    workspace = Workspace.open(path)
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(_seconds(lambda: workspace.ask(_read_journal)))
        ours.append(_seconds(lambda: workspace.as_of(BEGINNING).close()))
    workspace.close()
    return ratio_row(what, "reading the rows of the journal", TARGET, ours, floor, "s")


def _read_journal(uow: UnitOfWork) -> None:
    uow.connection.execute("SELECT seq, step, kind, row, op, before FROM change ORDER BY seq").fetchall()


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _edited(path: Path) -> Path:
    path.unlink(missing_ok=True)
    session = Session.create(path, "Edits", now, fill=Fill(EDITED).run)
    chance = random.Random(CHANGES)
    for _ in range(STEPS):
        session.write("benchmark", lambda uow: _edit(uow, chance))
    session.close()
    return path


def _edit(uow: UnitOfWork, chance: random.Random) -> Outcome:
    """One step of edits as people make them: estimates, places, words."""
    for _ in range(CHANGES // STEPS):
        problem, value = chance.randint(1, EDITED), chance.uniform(1, 1000)
        statement, values = chance.choice(
            (
                ("UPDATE estimate SET low = ?, high = ?, central = ? WHERE criterion_id = 1", (value,) * 3),
                ("UPDATE problem SET lane_id = 1 + lane_id % 3, position = position + ? WHERE 1", (int(value),)),
                ("UPDATE problem SET title = ? WHERE 1", (words(chance, 5),)),
                ("UPDATE problem SET statement = ? WHERE 1", (words(chance, 40),)),
            )
        )
        number = "problem_id" if "estimate" in statement else "id"
        uow.connection.execute(f"{statement} AND {number} = ?", (*values, problem))
    return Outcome("Edited")


def _imported(path: Path) -> Path:
    path.unlink(missing_ok=True)
    session = Session.create(path, "Import", now)
    session.write("benchmark", Fill(IMPORTED).run)
    session.close()
    return path
