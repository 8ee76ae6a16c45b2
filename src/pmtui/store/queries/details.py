"""Everything that hangs on one problem."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.store.queries.confidence import COUNTS, CUSTOMER
from pmtui.store.queries.matching import containing
from pmtui.store.queries.of_problems import rows_of_problems


def evidence_of(
    connection: sqlite3.Connection, problems: Sequence[int], limit: int
) -> dict[int, list[tuple[Any, ...]]]:
    """The newest evidence of each problem that counts: number, quote, text, kind, source, author, company and date."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT p.id, e.id, e.quote, e.text, e.kind, e.source, e.author, coalesce(c.name, ''), e.occurred_on "
        "FROM problem p JOIN evidence e LEFT JOIN company c ON c.id = e.company_id "
        "WHERE p.id IN (:these) AND e.id IN "
        "(SELECT e.id FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id "
        f"WHERE pe.problem_id = p.id AND {COUNTS} ORDER BY e.occurred_on DESC, e.id DESC LIMIT ?) "
        "ORDER BY e.occurred_on DESC, e.id DESC",
        limit,
    )


def count_evidence(connection: sqlite3.Connection, problem: int) -> tuple[int, int]:
    """How many pieces of evidence that count a problem has, and from how many customers."""
    row = connection.execute(
        f"SELECT count(*), count(DISTINCT {CUSTOMER}) "
        f"FROM problem_evidence pe JOIN evidence e ON e.id = pe.evidence_id WHERE pe.problem_id = ? AND {COUNTS}",
        (problem,),
    ).fetchone()
    return int(row[0]), int(row[1])


def tags_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each problem, sorted."""
    rows = rows_of_problems(
        connection,
        problems,
        "SELECT pt.problem_id, t.name FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
        "WHERE pt.problem_id IN (:these) ORDER BY t.name COLLATE NOCASE",
    )
    return {problem: tuple(name for (name,) in names) for problem, names in rows.items()}


def origin_of(connection: sqlite3.Connection, kind: str, number: int) -> tuple[str, str]:
    """The import source's label and the outside id of a record, both "" when it was made here."""
    row = connection.execute(
        "SELECT s.label, k.external_id FROM import_link k JOIN import_source s ON s.id = k.source_id "
        "WHERE k.entity_kind = ? AND k.entity_id = ? ORDER BY k.id LIMIT 1",
        (kind, number),
    ).fetchone()
    return (row[0], row[1]) if row else ("", "")


def origins_of(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The import sources' labels and the outside ids of each problem, the first one first."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT k.entity_id, s.label, k.external_id FROM import_link k JOIN import_source s ON s.id = k.source_id "
        "WHERE k.entity_id IN (:these) AND k.entity_kind = 'problem' ORDER BY k.id",
    )


def lane_history(connection: sqlite3.Connection, problems: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The lanes each problem's card entered, with the moment, oldest first."""
    return rows_of_problems(
        connection,
        problems,
        "SELECT c.problem_id, l.name, c.at FROM lane_change c JOIN lane l ON l.id = c.to_lane_id "
        "WHERE c.problem_id IN (:these) ORDER BY c.at, c.id",
    )


def count_all_problems(connection: sqlite3.Connection) -> int:
    """How many problems there are."""
    return int(connection.execute("SELECT count(*) FROM problem").fetchone()[0])


def count_all_evidence(connection: sqlite3.Connection) -> int:
    """How many pieces of evidence there are."""
    return int(connection.execute("SELECT count(*) FROM evidence").fetchone()[0])


def used_tags(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Every tag with the number of problems that have it, the most used first."""
    return connection.execute(
        "SELECT t.name, count(pt.id) FROM tag t LEFT JOIN problem_tag pt ON pt.tag_id = t.id "
        "GROUP BY t.id ORDER BY 2 DESC, t.name COLLATE NOCASE"
    ).fetchall()


def criterion_names(connection: sqlite3.Connection) -> dict[str, str]:
    """The names of all criteria by code."""
    return dict(connection.execute("SELECT code, name FROM criterion").fetchall())


def tag_number(connection: sqlite3.Connection, name: str) -> int | None:
    """The number of the tag of this name in any case, or None."""
    row = connection.execute("SELECT id FROM tag WHERE name = ? COLLATE NOCASE", (name,)).fetchone()
    return int(row[0]) if row else None


def company_number(connection: sqlite3.Connection, name: str) -> int | None:
    """The number of the company of this name in any case, or None."""
    row = connection.execute("SELECT id FROM company WHERE name = ? COLLATE NOCASE ORDER BY id", (name,)).fetchone()
    return int(row[0]) if row else None


def newest_evidence(connection: sqlite3.Connection, words: str, limit: int) -> list[tuple[Any, ...]]:
    """Evidence whose text holds every word, newest first: number, text, kind, source, author, company, date."""
    conditions, values = ["1"], list[object]()
    for word in words.split():
        conditions.append("e.text LIKE ? ESCAPE '\\'")
        values.append(containing(word))
    return connection.execute(
        "SELECT e.id, e.text, e.kind, e.source, e.author, coalesce(c.name, ''), e.occurred_on FROM evidence e "
        f"LEFT JOIN company c ON c.id = e.company_id WHERE {' AND '.join(conditions)} "
        "ORDER BY e.id DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
