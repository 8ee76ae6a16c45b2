"""What supports the claims about one problem."""

import sqlite3

from pmtui.store.queries.confidence import COUNTS


def evidence_of_persona(connection: sqlite3.Connection, problem: int, persona: int, limit: int) -> list[int]:
    """The newest evidence of a problem that speaks for a persona."""
    rows = connection.execute(
        "SELECT e.id FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id "
        f"WHERE pe.problem_id = ? AND e.persona_id = ? AND {COUNTS} ORDER BY e.occurred_on DESC, e.id DESC LIMIT ?",
        (problem, persona, limit),
    )
    return [number for (number,) in rows.fetchall()]


def companies_of(connection: sqlite3.Connection, problem: int) -> list[tuple[int, str, str, float | None, list[int]]]:
    """The companies that spoke of a problem: number, name, tier, revenue a year, and their evidence.

    Those of most revenue come first.
    """
    rows = connection.execute(
        "SELECT c.id, c.name, c.tier, c.revenue, e.id FROM problem_evidence pe "
        "JOIN evidence e ON e.id = pe.evidence_id JOIN company c ON c.id = e.company_id "
        f"WHERE pe.problem_id = ? AND {COUNTS} ORDER BY coalesce(c.revenue, 0) DESC, c.id, e.id",
        (problem,),
    ).fetchall()
    found: dict[int, tuple[int, str, str, float | None, list[int]]] = {}
    for number, name, tier, revenue, piece in rows:
        found.setdefault(number, (number, name, tier, revenue, []))[4].append(piece)
    return list(found.values())


def decisions_of(connection: sqlite3.Connection, problem: int) -> list[tuple[int, str, str, str, float | None, str]]:
    """The decisions about a problem that nothing supersedes: number, title, choice, prediction, probability, reason."""
    return connection.execute(
        "SELECT d.id, d.title, d.choice, d.prediction, d.probability, d.reason FROM decision_problem dp "
        "JOIN decision d ON d.id = dp.decision_id WHERE dp.problem_id = ? "
        "AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.supersedes = d.id) ORDER BY d.id",
        (problem,),
    ).fetchall()
