"""Personas and companies: how much evidence they have, and which problems."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.store.queries.confidence import COUNTS
from pmtui.store.queries.of_problems import rows_of_problems

_EVIDENCE = (
    "SELECT e.id, e.quote, e.text, e.kind, e.source, e.author, coalesce(c.name, ''), e.occurred_on "
    "FROM evidence e LEFT JOIN company c ON c.id = e.company_id "
)


def evidence_by_persona(connection: sqlite3.Connection) -> dict[int, int]:
    """How many pieces of evidence speak for each persona; those without any are left out."""
    return dict(
        connection.execute(
            f"SELECT persona_id, count(*) FROM evidence WHERE persona_id IS NOT NULL AND {COUNTS} GROUP BY persona_id"
        ).fetchall()
    )


def evidence_by_company(connection: sqlite3.Connection) -> dict[int, int]:
    """How many pieces of evidence each company gave; those without any are left out."""
    return dict(
        connection.execute(
            f"SELECT company_id, count(*) FROM evidence WHERE company_id IS NOT NULL AND {COUNTS} GROUP BY company_id"
        ).fetchall()
    )


def evidence_count_of_company(connection: sqlite3.Connection, company: int) -> int:
    """How many pieces of evidence a company gave."""
    counting = f"SELECT count(*) FROM evidence WHERE company_id = ? AND {COUNTS}"
    return int(connection.execute(counting, (company,)).fetchone()[0])


def problems_by_persona(connection: sqlite3.Connection) -> dict[int, int]:
    """How many problems each persona has; those without any are left out."""
    return dict(connection.execute("SELECT persona_id, count(*) FROM problem_persona GROUP BY persona_id").fetchall())


def shares_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The personas of each problem: number, name, population, affected, frequency and severity, each as typed."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT l.problem_id, u.id, u.name, u.population, l.affected, l.frequency, l.severity "
        "FROM problem_persona l JOIN persona u ON u.id = l.persona_id WHERE l.problem_id IN (:these) ORDER BY u.id",
    )


def problems_of(connection: sqlite3.Connection, persona: int) -> list[tuple[Any, ...]]:
    """The problems of a persona: number, title, population, affected, frequency and severity, each as typed."""
    return connection.execute(
        "SELECT p.id, p.title, u.population, l.affected, l.frequency, l.severity FROM problem_persona l "
        "JOIN persona u ON u.id = l.persona_id JOIN problem p ON p.id = l.problem_id "
        "WHERE l.persona_id = ? ORDER BY p.id",
        (persona,),
    ).fetchall()


def evidence_of_persona(connection: sqlite3.Connection, persona: int, limit: int) -> list[tuple[Any, ...]]:
    """The newest evidence that speaks for a persona: number, quote, text, kind, source, author, company and date."""
    return connection.execute(
        f"{_EVIDENCE} WHERE e.persona_id = ? AND {COUNTS} ORDER BY e.occurred_on DESC, e.id DESC LIMIT ?",
        (persona, limit),
    ).fetchall()


def evidence_of_company(connection: sqlite3.Connection, company: int, limit: int) -> list[tuple[Any, ...]]:
    """The newest evidence that a company gave: number, quote, text, kind, source, author, company and date."""
    return connection.execute(
        f"{_EVIDENCE} WHERE e.company_id = ? AND {COUNTS} ORDER BY e.occurred_on DESC, e.id DESC LIMIT ?",
        (company, limit),
    ).fetchall()


def forget_persona(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Let evidence speak for none of these personas."""
    connection.executemany("UPDATE evidence SET persona_id = NULL WHERE persona_id = ?", [(each,) for each in numbers])


def forget_company(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Let evidence name none of these companies."""
    connection.executemany("UPDATE evidence SET company_id = NULL WHERE company_id = ?", [(each,) for each in numbers])
