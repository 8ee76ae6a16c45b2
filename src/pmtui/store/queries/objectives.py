"""Objectives with the problems that serve them."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.store.queries.of_problems import rows_of_problems
from pmtui.store.scores import fits_where


def problems_of_objectives(connection: sqlite3.Connection, only: int | None = None) -> list[tuple[Any, ...]]:
    """Objective, problem, its title and how well it serves, of every link or of those of one objective; the best first.

    only: the number of that objective.
    """
    return connection.execute(
        "SELECT l.objective_id, l.problem_id, p.title, l.fit FROM problem_objective l "
        f"JOIN problem p ON p.id = l.problem_id {'' if only is None else 'WHERE l.objective_id = ?'} "
        "ORDER BY l.objective_id, l.fit DESC, l.problem_id",
        () if only is None else (only,),
    ).fetchall()


def objectives_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Number, title and fit of the objectives that each problem serves; the best first."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT l.problem_id, o.id, o.title, l.fit FROM problem_objective l JOIN objective o ON o.id = l.objective_id "
        "WHERE l.problem_id IN (:these) ORDER BY l.fit DESC, o.position, o.id",
    )


def largest_fits(connection: sqlite3.Connection, problem: int | None = None) -> dict[int, float]:
    """The largest fit with an objective, by problem. problem: asks for that of this one alone."""
    return fits_where(connection, "1") if problem is None else fits_where(connection, "p.id = ?", (problem,))
