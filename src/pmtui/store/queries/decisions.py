"""Decisions with what they are about and what they rest on."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.store.queries.of_problems import rows_of_problems

_CURRENT = "d.id NOT IN (SELECT supersedes FROM decision WHERE supersedes IS NOT NULL)"


def problems_by_decision(connection: sqlite3.Connection) -> dict[int, int]:
    """How many problems each decision is about; those about none are left out."""
    return dict(
        connection.execute("SELECT decision_id, count(*) FROM decision_problem GROUP BY decision_id").fetchall()
    )


def problems_of(connection: sqlite3.Connection, decision: int) -> list[tuple[int, str]]:
    """Number and title of the problems that a decision is about."""
    return connection.execute(
        "SELECT p.id, p.title FROM decision_problem l JOIN problem p ON p.id = l.problem_id "
        "WHERE l.decision_id = ? ORDER BY p.id",
        (decision,),
    ).fetchall()


def about_problems(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The decisions about each problem, the newest first: number, title, moment, and whether another superseded it."""
    return rows_of_problems(
        connection,
        problems,
        f"SELECT l.problem_id, d.id, d.title, d.created_at, NOT ({_CURRENT}) FROM decision_problem l "
        "JOIN decision d ON d.id = l.decision_id WHERE l.problem_id IN (:these) ORDER BY d.created_at DESC, d.id DESC",
    )


def evidence_of(connection: sqlite3.Connection, decision: int) -> list[tuple[Any, ...]]:
    """The evidence a decision rests on: number, quote, text, kind, source, author, company and date."""
    return connection.execute(
        "SELECT e.id, e.quote, e.text, e.kind, e.source, e.author, coalesce(c.name, ''), e.occurred_on "
        "FROM decision_evidence l JOIN evidence e ON e.id = l.evidence_id LEFT JOIN company c ON c.id = e.company_id "
        "WHERE l.decision_id = ? ORDER BY e.id",
        (decision,),
    ).fetchall()


def decided_places(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """Problem, decision and the place it gives the problem, of decisions that no other one supersedes."""
    return connection.execute(
        "SELECT l.problem_id, d.id, d.place FROM decision d JOIN decision_problem l ON l.decision_id = d.id "
        f"WHERE d.place IS NOT NULL AND {_CURRENT} ORDER BY d.id"
    ).fetchall()
