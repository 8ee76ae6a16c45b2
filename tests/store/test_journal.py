"""Whoever writes, in whatever way: the journal takes it down, and undo brings the same rows back."""

import math
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.changes import Outcome
from pmtui.domain.company import Company
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.services.problems import AddProblem, TagProblems
from pmtui.services.workspace import Workspace
from pmtui.store.tables import JOURNALED
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, check_full_text, digest, foreign, score_errors

COMPANY = "INSERT INTO company (id, name, created_at, tier, revenue) VALUES (?, 'Acme', '', '', ?)"
ESTIMATE = "(problem_id, criterion_id, low, high, central, made_on, origin, reason) VALUES"
PROBLEM = (
    "problem (id, title, lane_id, position, created_at, updated_at, statement, notes, need, horizon, horizon_reason, "
    "moscow, url, custom) VALUES (1, 'Replaced', 1, 5, 'x', 'x', 'replaced', '', '', '', '', '', '', '{}')"
)

# Each is what another program may do to a workspace of problems 1 to 3, tags a (1) and b (2) on problem 1.
FOREIGN_WRITES = {
    "insert": ["INSERT INTO tag (name) VALUES ('new')"],
    "update": ["UPDATE problem SET title = 'Elsewhere', notes = 'words' WHERE id = 1"],
    "update of all": ["UPDATE problem SET position = position + 1"],
    "delete": ["DELETE FROM problem_tag WHERE tag_id = 1", "DELETE FROM tag WHERE id = 1"],
    "delete that leaves dangling links": ["DELETE FROM problem WHERE id = 1"],
    "replace of a row": [f"REPLACE INTO {PROBLEM}"],
    "replace of a row, twice": [f"INSERT OR REPLACE INTO {PROBLEM}"] * 2,
    "replace at a unique key": ["REPLACE INTO tag (name) VALUES ('a')"],
    "replace of two rows at once": ["REPLACE INTO tag (id, name) VALUES (1, 'b')"],
    "replace of an estimate of another problem": [
        f"REPLACE INTO estimate (id, {ESTIMATE[1:]} (1, 3, 1, 9, 9, 9, '', '', '')"
    ],
    "insert or ignore": [f"INSERT OR IGNORE INTO {PROBLEM}", "INSERT OR IGNORE INTO tag (name) VALUES ('a'), ('c')"],
    "ignore, then change": [f"INSERT OR IGNORE INTO {PROBLEM}", "UPDATE problem SET title = 'After' WHERE id = 1"],
    "ignore, then delete": ["INSERT OR IGNORE INTO tag (name) VALUES ('a')", "DELETE FROM tag WHERE name = 'a'"],
    "upsert": ["INSERT INTO tag (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = excluded.name"],
    "upsert of the same estimate twice": [
        f"INSERT INTO estimate {ESTIMATE} (1, 1, 9, 9, 9, '', '', '') "
        "ON CONFLICT (problem_id, criterion_id) DO UPDATE SET low = 7, high = 7, central = 7"
    ]
    * 2,
    "update or abort of the same estimate twice": ["UPDATE OR ABORT estimate SET central = central + 1"] * 2,
    "update or replace at a unique key": ["UPDATE OR REPLACE tag SET name = 'b' WHERE id = 1"],
    "update or replace of an id": ["UPDATE OR REPLACE problem SET id = 2 WHERE id = 1"],
    "update or ignore at a unique key": ["UPDATE OR IGNORE tag SET name = 'b' WHERE id = 1"],
    "new id": ["UPDATE problem SET id = 50 WHERE id = 3"],
    "estimate given to another problem": ["UPDATE estimate SET problem_id = 3 WHERE problem_id = 1"],
    "scorecard replaced": [
        "REPLACE INTO scorecard (id, name, version, formula, value) VALUES (1, 'RICE', 1, 'reach', 'reach')"
    ],
    "criterion gone": ["DELETE FROM criterion WHERE code = 'reach'"],
    "in one transaction": [
        "BEGIN",
        "INSERT INTO tag (name) VALUES ('x')",
        "DELETE FROM tag WHERE name = 'x'",
        "COMMIT",
    ],
}


@pytest.fixture
def filled(path: Path, workspace: Workspace) -> Workspace:
    for number in range(3):
        add_problem(workspace, f"Problem {number}", *(("10", "1", "100%", "2") if number < 2 else ()))
    workspace.run(TagProblems((1,), add=("a", "b")))
    return workspace


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_double_comes_back_to_the_last_digit(value: float) -> None:
    memory = Workspace.in_memory()
    memory.run(_Add(Company(0, "Acme", "", revenue=value)))
    before = memory.ask(digest)
    memory.run(_Delete())
    memory.undo()
    assert memory.ask(digest) == before
    memory.close()


@pytest.mark.parametrize("value", [5e-324, 1.7976931348623157e308, -1.3041083877984004e306, 0.1 + 0.2, math.inf, None])
def test_doubles_that_are_hard_to_write_down_come_back(path: Path, workspace: Workspace, value: float | None) -> None:
    with closing(foreign(path)) as other:
        other.execute(COMPANY, (1, value))
        before = workspace.ask(digest)
        workspace.run(AddProblem("ends the outside step"))
        workspace.undo()
        other.execute("DELETE FROM company")
    workspace.undo()
    assert workspace.ask(digest) == before


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize("name", FOREIGN_WRITES)
def test_a_foreign_write_is_one_step_that_undo_and_redo_take_back_and_again(
    path: Path, filled: Workspace, name: str, recursive: str
) -> None:
    before = filled.ask(digest)
    with closing(foreign(path)) as other:
        other.execute(f"PRAGMA recursive_triggers = {recursive}")
        for statement in FOREIGN_WRITES[name]:
            other.execute(statement)
    after = filled.ask(digest)
    step = filled.newest_to_undo()
    assert step is not None
    assert (step.source, step.label) == ("outside", "Changed outside pmtui")
    filled.changed_elsewhere()
    assert filled.ask(score_errors) == []
    check_full_text(path)
    for _ in range(2):
        filled.undo(step.id)
        assert filled.ask(digest) == before
        assert filled.ask(score_errors) == []
        check_full_text(path)
        filled.redo()
        assert filled.ask(digest) == after
        assert filled.ask(score_errors) == []
        check_full_text(path)


@pytest.mark.parametrize("name", ["replace of a row", "update or replace of an id"])
def test_full_text_is_right_again_once_a_workspace_was_opened_after_a_foreign_replace(
    path: Path, filled: Workspace, name: str
) -> None:
    filled.close()
    with closing(foreign(path)) as other:
        for statement in FOREIGN_WRITES[name]:
            other.execute(statement)
    Workspace.open(path).close()
    check_full_text(path)


def test_foreign_writes_are_one_step_until_our_next_one(path: Path, workspace: Workspace) -> None:
    with closing(foreign(path)) as other:
        for name in ("a", "b"):
            other.execute("INSERT INTO tag (name) VALUES (?)", (name,))
        workspace.run(AddProblem("Ours"))
        other.execute("INSERT INTO tag (name) VALUES ('c')")
    steps = workspace.ask(lambda uow: uow.connection.execute("SELECT source FROM step ORDER BY id").fetchall())
    assert steps == [("outside",), ("test",), ("outside",)]


def test_a_foreign_write_ends_redo(path: Path, workspace: Workspace) -> None:
    add_problem(workspace)
    workspace.undo()
    with closing(foreign(path)) as other:
        other.execute("INSERT INTO tag (name) VALUES ('a')")
    with pytest.raises(Refusal, match="nothing to redo"):
        workspace.redo()


def test_a_failing_foreign_write_leaves_no_trace(path: Path, workspace: Workspace) -> None:
    add_problem(workspace)
    before = workspace.newest_to_undo()
    with closing(foreign(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute("INSERT INTO tag (id, name) VALUES (1, 'a'), (1, 'b')")
    assert workspace.newest_to_undo() == before


def test_every_table_that_holds_data_is_journaled(memory: Workspace) -> None:
    def tables(uow: UnitOfWork) -> set[str]:
        rows = uow.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name for (name,) in rows if "_fts" not in name and not name.startswith(("sqlite_", "_sqlite"))}

    outside_the_journal = {"step", "change", "open_step", "score", "score_due", "full_text_due"}
    assert memory.ask(tables) - outside_the_journal == {table.name for table in JOURNALED} == set(Kind)


def test_undo_of_a_row_that_is_gone_without_a_trace_refuses_with_nothing_half_undone(
    path: Path, workspace: Workspace
) -> None:
    first, second = add_problem(workspace), add_problem(workspace)
    workspace.run(TagProblems((first, second), add=("a",)))
    with closing(foreign(path)) as other:
        other.execute("UPDATE open_step SET step = 999")  # as a program would that goes around the journal
        other.execute("DELETE FROM problem_tag WHERE problem_id = ?", (first,))
        other.execute("DELETE FROM change WHERE step = 999")
        other.execute("UPDATE open_step SET step = NULL")
    before = workspace.ask(digest)
    with pytest.raises(Refusal, match="no longer as that step left it"):
        workspace.undo()
    assert workspace.ask(digest) == before
    assert workspace.run(AddProblem("Still works")).step is not None


def test_undo_of_rows_changed_alike_refuses_for_the_one_that_is_gone_and_names_it(
    path: Path, workspace: Workspace
) -> None:
    numbers = [add_problem(workspace) for _ in range(3)]
    workspace.run(_NeedOfAll("Alike"))
    with closing(foreign(path)) as other:
        other.execute("UPDATE open_step SET step = 999")  # as a program would that goes around the journal
        other.execute("DELETE FROM problem WHERE id = ?", (numbers[1],))
        other.execute("DELETE FROM change WHERE step = 999")
        other.execute("UPDATE open_step SET step = NULL")
    before = workspace.ask(digest)
    with pytest.raises(Refusal, match=f"problem {numbers[1]} is no longer"):
        workspace.undo()
    assert workspace.ask(digest) == before


class _NeedOfAll:
    def __init__(self, need: str) -> None:
        self.need = need

    def run(self, uow: UnitOfWork) -> Outcome:
        uow.connection.execute("UPDATE problem SET need = ?", (self.need,))
        return Outcome("Set the need of all")


class _Add:
    def __init__(self, company: Company) -> None:
        self.company = company

    def run(self, uow: UnitOfWork) -> Outcome:
        return Outcome("Added", created=uow.companies.add(self.company))


class _Delete:
    def run(self, uow: UnitOfWork) -> Outcome:
        uow.companies.delete((1,))
        return Outcome("Deleted")
