"""All evidence, some at a time, with everything that is said of it."""

import sqlite3
from typing import Any


def evidence_between(connection: sqlite3.Connection, first: int, last: int) -> list[tuple[Any, ...]]:
    """Evidence by number, the first and the last included.

    Number, text, quote, kind, date, author, company, source, persona's number, the reason it was dismissed with, and
    the number of the piece it says the same as.
    """
    return connection.execute(
        "SELECT e.id, e.text, e.quote, e.kind, e.occurred_on, e.author, coalesce(c.name, ''), e.source, e.persona_id, "
        "e.dismissed_reason, e.duplicate_of FROM evidence e LEFT JOIN company c ON c.id = e.company_id "
        "WHERE e.id BETWEEN ? AND ? ORDER BY e.id",
        (first, last),
    ).fetchall()


def problems_of_evidence_between(connection: sqlite3.Connection, first: int, last: int) -> dict[int, list[str]]:
    """The problems of this evidence, each as its key and title."""
    found: dict[int, list[str]] = {}
    for piece, problem, title in connection.execute(
        "SELECT pe.evidence_id, p.id, p.title FROM problem_evidence pe JOIN problem p ON p.id = pe.problem_id "
        "WHERE pe.evidence_id BETWEEN ? AND ? ORDER BY pe.evidence_id, p.id",
        (first, last),
    ).fetchall():
        found.setdefault(piece, []).append(f"P-{problem} {title}")
    return found


def numbers_of(connection: sqlite3.Connection, kind: str) -> list[int]:
    """The numbers of all records of a kind."""
    return [row[0] for row in connection.execute(f"SELECT id FROM {kind} ORDER BY id").fetchall()]


def owners_of(connection: sqlite3.Connection, kind: str, column: str) -> dict[int, int]:
    """Which record each record of a kind belongs to."""
    return dict(connection.execute(f"SELECT id, {column} FROM {kind}").fetchall())


def newest_change_at(connection: sqlite3.Connection) -> str:
    """The moment of the newest step, ISO 8601, or "" when there is none."""
    row = connection.execute("SELECT at FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else ""
