"""Many records at once: what an import reads and writes."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any

from pmtui.domain.imports import ImportLink, ImportRun, ImportSource
from pmtui.domain.keys import Kind

# 1,000 rows of 14 columns are well within SQLite's 32,766 values a statement.
ROWS_A_STATEMENT = 1_000


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What became of an outside item before. there: whether its record still exists here."""

    link: ImportLink
    there: bool


def known_records(connection: sqlite3.Connection, source: int, external_ids: Sequence[str]) -> dict[str, KnownRecord]:
    """The records that these outside items of a source became, by external id."""
    names = ", ".join(f"l.{field.name}" for field in fields(ImportLink))
    rows = connection.execute(
        f"SELECT {names}, CASE l.entity_kind WHEN ? THEN EXISTS (SELECT 1 FROM problem WHERE id = l.entity_id) "
        "WHEN ? THEN EXISTS (SELECT 1 FROM persona WHERE id = l.entity_id) "
        "WHEN ? THEN EXISTS (SELECT 1 FROM decision WHERE id = l.entity_id) "
        "ELSE EXISTS (SELECT 1 FROM evidence WHERE id = l.entity_id) END "
        f"FROM import_link l WHERE l.source_id = ? AND l.external_id IN ({', '.join('?' * len(external_ids))})",
        (Kind.PROBLEM.value, Kind.PERSONA.value, Kind.DECISION.value, source, *external_ids),
    ).fetchall()
    known = (KnownRecord(ImportLink(*row[:-1]), bool(row[-1])) for row in rows)
    return {record.link.external_id: record for record in known}


def source_with_most(connection: sqlite3.Connection, kind: str, external_ids: Sequence[str]) -> int | None:
    """The source of a kind that has most of these outside items, or None when no source has any."""
    row = connection.execute(
        "SELECT l.source_id FROM import_link l JOIN import_source s ON s.id = l.source_id "
        f"WHERE s.kind = ? AND l.external_id IN ({', '.join('?' * len(external_ids))}) "
        "GROUP BY l.source_id ORDER BY count(*) DESC, l.source_id LIMIT 1",
        (kind, *external_ids),
    ).fetchone()
    return int(row[0]) if row else None


def newest_runs(connection: sqlite3.Connection) -> list[tuple[ImportSource, ImportRun]]:
    """Every place that files came from, with its newest import; the newest of all first."""
    names = [f"s.{field.name}" for field in fields(ImportSource)] + [f"r.{field.name}" for field in fields(ImportRun)]
    width = len(fields(ImportSource))
    rows = connection.execute(
        f"SELECT {', '.join(names)} FROM import_run r JOIN import_source s ON s.id = r.source_id "
        "WHERE r.id IN (SELECT max(id) FROM import_run GROUP BY source_id) ORDER BY r.id DESC"
    ).fetchall()
    return [(ImportSource(*row[:width]), ImportRun(*row[width:])) for row in rows]


def next_number(connection: sqlite3.Connection, kind: Kind) -> int:
    """The number the next row of a table will get. Numbers are never used again, so it is not simply the largest."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (kind.value,)).fetchone()
    return int(row[0]) + 1 if row else 1


def insert_all(connection: sqlite3.Connection, kind: Kind, entities: Sequence[Any]) -> None:
    """Insert entities of one table with the numbers they have.

    Many rows a statement: full-text search writes its index out at the end of each statement, however small.
    """
    for start in range(0, len(entities), ROWS_A_STATEMENT):
        part = entities[start : start + ROWS_A_STATEMENT]
        names = _field_names(part[0].__class__)
        values = attrgetter(*names)
        marks = f"({', '.join('?' * len(names))})"
        connection.execute(
            f"INSERT INTO {kind.value} ({', '.join(names)}) VALUES {', '.join([marks] * len(part))}",
            [value for entity in part for value in values(entity)],
        )


def insert_pairs(connection: sqlite3.Connection, kind: Kind, pairs: Iterable[tuple[int, int]]) -> None:
    """Put tags on records: pairs of a record's number and a tag's number. kind: problem_tag or evidence_tag."""
    owner = "problem_id" if kind is Kind.PROBLEM_TAG else "evidence_id"
    connection.executemany(f"INSERT INTO {kind.value} ({owner}, tag_id) VALUES (?, ?)", pairs)


def delete_pairs(connection: sqlite3.Connection, kind: Kind, pairs: Iterable[tuple[int, int]]) -> None:
    """Take tags off records; see insert_pairs."""
    owner = "problem_id" if kind is Kind.PROBLEM_TAG else "evidence_id"
    connection.executemany(f"DELETE FROM {kind.value} WHERE {owner} = ? AND tag_id = ?", pairs)


def tags_on(connection: sqlite3.Connection, kind: Kind, number: int) -> dict[str, int]:
    """The tags of one record by name, with their numbers. kind: problem_tag or evidence_tag."""
    owner = "problem_id" if kind is Kind.PROBLEM_TAG else "evidence_id"
    rows = connection.execute(
        f"SELECT t.name, t.id FROM {kind.value} x JOIN tag t ON t.id = x.tag_id WHERE x.{owner} = ? ORDER BY x.id",
        (number,),
    ).fetchall()
    return dict(rows)


def last_places(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """By lane, how many cards it holds and the place of the last one."""
    rows = connection.execute("SELECT lane_id, count(*), max(position) FROM problem GROUP BY lane_id").fetchall()
    return {lane: (count, place) for lane, count, place in rows}


@cache
def _field_names(entity: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(entity))
