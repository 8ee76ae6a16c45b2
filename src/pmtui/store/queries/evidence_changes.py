"""Changing many pieces of evidence at once: one statement each, because a selection may hold ten thousand."""

import json
import sqlite3
from collections.abc import Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import evidence_key

_THESE = "SELECT value FROM json_each(?)"


def check_there(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Raise Refusal when one of these pieces is gone."""
    gone = connection.execute(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM evidence)", (json.dumps(numbers),)
    ).fetchone()
    if gone is not None:
        raise Refusal(f"There is no {evidence_key(gone[0])}.", "It may have been deleted: undo brings it back.")


def set_column(connection: sqlite3.Connection, numbers: Sequence[int], column: str, value: str | int | None) -> None:
    """Give one column of these pieces a value. Rows that have it already are left alone."""
    connection.execute(
        f"UPDATE evidence SET {column} = ? WHERE id IN ({_THESE}) AND {column} IS NOT ?",
        (value, json.dumps(numbers), value),
    )


def connect(connection: sqlite3.Connection, problem: int, numbers: Sequence[int]) -> None:
    """Connect these pieces to a problem, those that are not yet."""
    connection.execute(
        "INSERT INTO problem_evidence (problem_id, evidence_id) SELECT ?, value FROM json_each(?) WHERE value NOT IN "
        "(SELECT evidence_id FROM problem_evidence WHERE problem_id = ?) GROUP BY value ORDER BY value",
        (problem, json.dumps(numbers), problem),
    )


def disconnect(connection: sqlite3.Connection, problem: int, numbers: Sequence[int]) -> None:
    """Take these pieces off a problem."""
    connection.execute(
        f"DELETE FROM problem_evidence WHERE problem_id = ? AND evidence_id IN ({_THESE})",
        (problem, json.dumps(numbers)),
    )


def tag(connection: sqlite3.Connection, number: int, numbers: Sequence[int]) -> None:
    """Put a tag on these pieces, those that have it not."""
    connection.execute(
        "INSERT INTO evidence_tag (evidence_id, tag_id) SELECT value, ? FROM json_each(?) WHERE value NOT IN "
        "(SELECT evidence_id FROM evidence_tag WHERE tag_id = ?) GROUP BY value ORDER BY value",
        (number, json.dumps(numbers), number),
    )


def untag(connection: sqlite3.Connection, number: int, numbers: Sequence[int]) -> None:
    """Take a tag off these pieces."""
    connection.execute(
        f"DELETE FROM evidence_tag WHERE tag_id = ? AND evidence_id IN ({_THESE})", (number, json.dumps(numbers))
    )


def delete(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Remove these pieces and what links to them; pieces merged into them stand for themselves again."""
    these = json.dumps(numbers)
    connection.execute(f"UPDATE evidence SET duplicate_of = NULL WHERE duplicate_of IN ({_THESE})", (these,))
    connection.execute(f"UPDATE experiment SET evidence_id = NULL WHERE evidence_id IN ({_THESE})", (these,))
    for table in ("problem_evidence", "evidence_tag", "highlight", "decision_evidence"):
        connection.execute(f"DELETE FROM {table} WHERE evidence_id IN ({_THESE})", (these,))
    connection.execute(f"DELETE FROM evidence WHERE id IN ({_THESE})", (these,))
