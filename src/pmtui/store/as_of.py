"""The workspace as it was after a step of the past: today's rows, walked back in a copy that is thrown away.

Nothing here writes to the file. The copy is a whole workspace, so that every query answers from it as it does today.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Container
from typing import Any

from pmtui.domain.errors import Refusal
from pmtui.store.connect import connect_memory, trust_schema
from pmtui.store.full_text import rebuild_full_text
from pmtui.store.journal import INSERT
from pmtui.store.scores import refresh_scores
from pmtui.store.table import Table
from pmtui.store.tables import TABLE
from pmtui.store.unjournaled import FULL_TEXT

# By the number of a row: its before-images from the oldest on, None when it was not there yet.
_Images = dict[int, list[str] | None]


def copy_as_of(connection: sqlite3.Connection, step: int) -> sqlite3.Connection:
    """A copy in memory with every row as it was after a step, 0 for the beginning, for any one thread.

    Its journal stays that of today. Raises Refusal when another program has made the journal unreadable.
    """
    copy = connect_memory(any_thread=True)
    try:
        connection.backup(copy)
        copy.text_factory = connection.text_factory
        trust_schema(copy)
        _walk_back(copy, step)
    except BaseException:
        copy.close()
        raise
    return copy


def _walk_back(copy: sqlite3.Connection, step: int) -> None:
    copy.execute("PRAGMA foreign_keys = OFF")  # other programs may have left links to records that were not there
    copy.execute("BEGIN")
    images = _images_since(copy, step)
    _drop_triggers(copy, images.keys())
    for kind, rows in images.items():
        _put_back(copy, TABLE[kind], rows)
    copy.executemany(
        "INSERT INTO full_text_due (name) VALUES (?)", [(name,) for name, _ in FULL_TEXT if name in images]
    )
    rebuild_full_text(copy)
    refresh_scores(copy)
    copy.execute("COMMIT")


def _images_since(copy: sqlite3.Connection, step: int) -> dict[str, _Images]:
    images: dict[str, _Images] = defaultdict(dict)
    for kind, number, op, before in copy.execute(
        "SELECT kind, row, op, before FROM change WHERE seq >= "
        "(SELECT seq FROM change WHERE step > ? ORDER BY step, seq LIMIT 1) ORDER BY seq",
        (step,),
    ):
        rows = images[kind]
        if op == INSERT:
            rows.setdefault(number, None)
        elif (known := rows.setdefault(number, [])) is not None:
            known.append(before)
    if not images.keys() <= TABLE.keys():
        raise _unreadable()
    return images


def _unreadable() -> Refusal:
    return Refusal(
        "The past of this workspace can't be shown: another program wrote into its history.",
        "Everything else works as ever.",
    )


def _drop_triggers(copy: sqlite3.Connection, kinds: Container[str]) -> None:
    """Nothing is journaled in a copy, and full-text indexes are made at once, not row by row. Scores still are."""
    triggers = copy.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, table in triggers:
        if table in kinds and not name.startswith("score_"):
            copy.execute(f"DROP TRIGGER {name}")


def _put_back(copy: sqlite3.Connection, table: Table, rows: _Images) -> None:
    names = [column.name for column in table.columns]
    reals = [column.name for column in table.columns if column.kind == "REAL"]
    these = "WHERE id IN (SELECT value FROM json_each(?))"
    try:
        former = {number: _former_values(images, reals) for number, images in rows.items() if images is not None}
    except (ValueError, TypeError) as error:
        raise _unreadable() from error
    present = f"SELECT id, {', '.join(names)} FROM {table.name} {these}"
    for number, *values in copy.execute(present, (json.dumps(list(former)),)):
        former[number] = dict(zip(names, values, strict=True)) | former[number]
    # All go before any comes, so that rows that exchanged a unique value are in nobody's way.
    touched = (json.dumps(list(rows)),)
    counts = f"SELECT count(*) FROM {table.name}"
    if copy.execute(counts).fetchone() == copy.execute(f"{counts} {these}", touched).fetchone():
        copy.execute(f"DELETE FROM {table.name}")  # as after a big import: SQLite empties a table at once
    else:
        copy.execute(f"DELETE FROM {table.name} {these}", touched)
    marks = ", ".join(f":{name}" for name in names)
    insert = f"INSERT INTO {table.name} (id, {', '.join(names)}) VALUES (:id, {marks})"
    try:
        copy.executemany(insert, (values | {"id": number} for number, values in former.items()))
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError) as error:  # a column is missing, or holds what it can't
        raise _unreadable() from error


def _former_values(images: list[str], reals: list[str]) -> dict[str, Any]:
    """The columns that a row had other values in; the oldest image of a column has what it held."""
    values: dict[str, Any] = {}
    for image in reversed(json.loads(f"[{','.join(images)}]")):
        values.update(image)
    for name in reals:
        if values.get(name) is not None:
            values[name] = float(values[name])
    return values
