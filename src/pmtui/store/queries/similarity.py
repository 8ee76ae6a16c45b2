"""Finding texts that are like a text."""

import sqlite3
from collections.abc import Collection, Sequence


def like_connected(
    connection: sqlite3.Connection, words: str, without: Collection[int], limit: int
) -> list[tuple[int, int, float]]:
    """The connected evidence most like some words: problem, piece and likeness (bm25, the more the more alike).

    words: a query of FTS5. without: pieces that are left out.
    """
    marks = ", ".join("?" * len(without))
    rows = connection.execute(
        "SELECT l.problem_id, l.evidence_id, -evidence_fts.rank FROM evidence_fts "
        "JOIN problem_evidence l ON l.evidence_id = evidence_fts.rowid "
        f"WHERE evidence_fts MATCH ? AND l.evidence_id NOT IN ({marks}) ORDER BY evidence_fts.rank LIMIT ?",
        (words, *without, limit),
    )
    return rows.fetchall()


def like_problems(connection: sqlite3.Connection, words: str, limit: int) -> list[tuple[int, float]]:
    """The problems most like some words, with their likeness; see like_connected."""
    rows = connection.execute(
        "SELECT rowid, -rank FROM problem_fts WHERE problem_fts MATCH ? ORDER BY rank LIMIT ?", (words, limit)
    )
    return rows.fetchall()


def count_holding(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, int]:
    """In how many pieces of evidence each of these queries of FTS5 is found."""
    counting = "SELECT count(*) FROM evidence_fts WHERE evidence_fts MATCH ?"
    return {word: int(connection.execute(counting, (word,)).fetchone()[0]) for word in words}


def evidence_texts(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """The texts of these pieces of evidence."""
    marks = ", ".join("?" * len(numbers))
    return dict(connection.execute(f"SELECT id, text FROM evidence WHERE id IN ({marks})", tuple(numbers)).fetchall())


def problem_texts(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    """The title of each of these problems, and all that is written about it."""
    rows = connection.execute(
        "SELECT id, title, title || ' ' || statement || ' ' || notes FROM problem "
        f"WHERE id IN ({', '.join('?' * len(numbers))})",
        tuple(numbers),
    ).fetchall()
    return {number: (title, text) for number, title, text in rows}
