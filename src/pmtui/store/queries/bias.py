"""How evidence is spread over time and sources."""

import sqlite3

from pmtui.store.queries.confidence import COUNTS, CUSTOMER

Named = tuple[int, str, int, str]


def count_since(connection: sqlite3.Connection, day: str) -> tuple[int, int, int]:
    """How many pieces of evidence count, how many of them are from this day (ISO 8601) or later, how many undated.

    Undated ones are from the day they were recorded.
    """
    row = connection.execute(
        "SELECT count(*), total(coalesce(nullif(occurred_on, ''), created_at) >= ?), total(occurred_on = '') "
        f"FROM evidence WHERE {COUNTS}",
        (day,),
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def count_unspoken(connection: sqlite3.Connection) -> int:
    """How many pieces of evidence that count speak for no persona."""
    row = connection.execute(f"SELECT count(*) FROM evidence WHERE persona_id IS NULL AND {COUNTS}").fetchone()
    return int(row[0])


def single_source_problems(connection: sqlite3.Connection) -> list[Named]:
    """The open problems all of whose evidence is one customer's: number, title, how many pieces, who it is."""
    return connection.execute(
        "SELECT p.id, p.title, count(*), max(coalesce(c.name, nullif(e.author, ''), e.source)) FROM problem p "
        "JOIN lane l ON l.id = p.lane_id JOIN problem_evidence pe ON pe.problem_id = p.id "
        "JOIN evidence e ON e.id = pe.evidence_id LEFT JOIN company c ON c.id = e.company_id "
        f"WHERE {COUNTS} AND p.horizon <> 'declined' AND l.phase <> 'done' "
        f"GROUP BY p.id HAVING count(DISTINCT {CUSTOMER}) = 1 ORDER BY 3 DESC, p.id"
    ).fetchall()
