"""Which evidence counts, who said it, and what of it makes confidence."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

COUNTS = "dismissed_reason = '' AND duplicate_of IS NULL"
"""What is true of a row of evidence that counts: dismissed pieces are of no use, and duplicates say nothing new."""

CUSTOMER = "coalesce('c' || e.company_id, nullif('a' || e.author, 'a'), 's' || e.source)"
"""Who said it, as words that tell customers apart: the company, else the author, else the source of evidence e."""

EVIDENCE_OF_P = (
    "(SELECT count(*) FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id "
    f"WHERE pe.problem_id = p.id AND {COUNTS})"
)
"""How many pieces of evidence the problem p has that count."""

Row = tuple[int, str, str, str, str]


def pieces_of(connection: sqlite3.Connection, problem: int) -> list[Row]:
    """The evidence of a problem that counts: number, type, customer, when it occurred, when it was recorded."""
    return connection.execute(
        f"SELECT e.id, e.evidence_type, {CUSTOMER}, e.occurred_on, e.created_at FROM problem_evidence pe "
        f"JOIN evidence e ON e.id = pe.evidence_id WHERE pe.problem_id = ? AND {COUNTS} ORDER BY e.id",
        (problem,),
    ).fetchall()


def pieces_of_some(connection: sqlite3.Connection, problems: Sequence[int]) -> Iterable[tuple[int, *Row]]:
    """The same as pieces_of_all for some problems."""
    return connection.execute(
        f"SELECT pe.problem_id, e.id, e.evidence_type, {CUSTOMER}, e.occurred_on, e.created_at "
        "FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id "
        f"WHERE pe.problem_id IN (SELECT value FROM json_each(?)) AND {COUNTS} ORDER BY pe.problem_id, e.id",
        (json.dumps(problems),),
    )


def pieces_of_all(connection: sqlite3.Connection) -> Iterable[tuple[int, *Row]]:
    """The evidence of every problem that counts, problem by problem: its number, then what pieces_of gives."""
    return connection.execute(
        f"SELECT pe.problem_id, e.id, e.evidence_type, {CUSTOMER}, e.occurred_on, e.created_at "
        f"FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id WHERE {COUNTS} ORDER BY pe.problem_id, e.id"
    )
