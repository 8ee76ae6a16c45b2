"""Objectives with the problems that serve them."""

import sqlite3
from typing import Any

from pmtui.store.scores import fits_where


def problems_of_objectives(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Objective, problem, its title and how well it serves, of every link; the best first."""
    return connection.execute(
        "SELECT l.objective_id, l.problem_id, p.title, l.fit FROM problem_objective l "
        "JOIN problem p ON p.id = l.problem_id ORDER BY l.objective_id, l.fit DESC, l.problem_id"
    ).fetchall()


def objectives_of(connection: sqlite3.Connection, problem: int) -> list[tuple[Any, ...]]:
    """Number, title and fit of the objectives that a problem serves; the best first."""
    return connection.execute(
        "SELECT o.id, o.title, l.fit FROM problem_objective l JOIN objective o ON o.id = l.objective_id "
        "WHERE l.problem_id = ? ORDER BY l.fit DESC, o.position, o.id",
        (problem,),
    ).fetchall()


def largest_fits(connection: sqlite3.Connection, problem: int | None = None) -> dict[int, float]:
    """The largest fit with an objective, by problem. problem: asks for that of this one alone."""
    return fits_where(connection, "1") if problem is None else fits_where(connection, "p.id = ?", (problem,))
