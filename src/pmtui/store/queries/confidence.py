"""Which evidence counts, who said it, and what of it makes confidence."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from pmtui.store.queries.of_problems import rows_of_problems

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
"""A piece: number, type, customer, when it occurred, when it was recorded."""


def pieces_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The evidence of each problem that counts: a Row a piece."""
    return rows_of_problems(
        connection,
        problems,
        f"SELECT pe.problem_id, e.id, e.evidence_type, {CUSTOMER}, e.occurred_on, e.created_at "
        "FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id "
        f"WHERE pe.problem_id IN (:these) AND {COUNTS} ORDER BY e.id",
    )


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
