"""What the opportunity tree is made of, and what stands in its rows."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.domain.keys import Kind
from pmtui.store.queries.of_problems import rows_of_problems


def all_problems(connection: sqlite3.Connection) -> list[int]:
    """The numbers of all problems."""
    return [row[0] for row in connection.execute("SELECT id FROM problem ORDER BY id").fetchall()]


def problems_of_persona(connection: sqlite3.Connection, persona: int) -> set[int]:
    """The problems that a persona has."""
    rows = connection.execute("SELECT problem_id FROM problem_persona WHERE persona_id = ?", (persona,))
    return {row[0] for row in rows.fetchall()}


def parts(connection: sqlite3.Connection) -> dict[int, int]:
    """Which problem is part of which."""
    return dict(connection.execute("SELECT problem_id, parent_id FROM sub_problem ORDER BY problem_id").fetchall())


def served_objectives(connection: sqlite3.Connection) -> dict[int, int]:
    """The objective that each problem serves best, the first of those it serves as well."""
    rows = connection.execute(
        "SELECT l.problem_id, l.objective_id FROM problem_objective l JOIN objective o ON o.id = l.objective_id "
        "ORDER BY l.fit, o.position DESC, o.id DESC"
    )
    return dict(rows.fetchall())


def objectives(connection: sqlite3.Connection) -> list[int]:
    """The numbers of the objectives in their order."""
    return [row[0] for row in connection.execute("SELECT id FROM objective ORDER BY position, id").fetchall()]


def solutions(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Every solution with its problem, in their order."""
    return connection.execute("SELECT id, problem_id FROM solution ORDER BY position, id").fetchall()


def assumptions(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Every assumption with its solution, the riskiest first."""
    return connection.execute(
        "SELECT id, solution_id FROM assumption ORDER BY importance - support DESC, id"
    ).fetchall()


def experiments(connection: sqlite3.Connection) -> list[tuple[int, int, int | None]]:
    """Every experiment with its solution and the assumption it checks."""
    return connection.execute("SELECT id, solution_id, assumption_id FROM experiment ORDER BY id").fetchall()


_ROWS = {
    Kind.OBJECTIVE: "r.title, (SELECT count(*) FROM problem_objective x WHERE x.objective_id = r.id)",
    Kind.PROBLEM: "r.title, (SELECT count(*) FROM solution x WHERE x.problem_id = r.id), "
    "(SELECT count(*) FROM sub_problem x WHERE x.parent_id = r.id), r.horizon",
    Kind.SOLUTION: "r.title, r.effort, (SELECT count(*) FROM roadmap_item x WHERE x.solution_id = r.id)",
    Kind.ASSUMPTION: "r.title, r.kind, r.importance, r.support",
    Kind.EXPERIMENT: "r.title, r.outcome, r.result <> '' OR r.ended_on <> '', r.started_on, r.evidence_id",
}


def rows_of(connection: sqlite3.Connection, kind: Kind, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """What stands in the rows of some records of one kind: number and title first, then what the kind has."""
    marks = ", ".join("?" * len(numbers))
    return connection.execute(
        f"SELECT r.id, {_ROWS[kind]} FROM {kind.value} r WHERE r.id IN ({marks})", tuple(numbers)
    ).fetchall()


def served_objective(connection: sqlite3.Connection, problem: int) -> tuple[int, str] | None:
    """Number and title of the objective that a problem serves best."""
    row = connection.execute(
        "SELECT o.id, o.title FROM problem_objective l JOIN objective o ON o.id = l.objective_id "
        "WHERE l.problem_id = ? ORDER BY l.fit DESC, o.position, o.id LIMIT 1",
        (problem,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def wholes_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Number and title of the problem that each problem is part of, at most one."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT s.problem_id, p.id, p.title FROM sub_problem s JOIN problem p ON p.id = s.parent_id "
        "WHERE s.problem_id IN (:these)",
    )


def parts_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Number and title of the problems that are part of each problem."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT s.parent_id, p.id, p.title FROM sub_problem s JOIN problem p ON p.id = s.problem_id "
        "WHERE s.parent_id IN (:these) ORDER BY p.id",
    )
