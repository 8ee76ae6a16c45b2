"""The journal: triggers write what every row was before it changed, and undo puts it back.

Each change belongs to a step. Our writer opens a step first; a write by another program finds none open and is
journaled as a step of its own, to which its further writes are added until our next step.
"""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from pmtui.domain.changes import Step
from pmtui.domain.errors import Refusal
from pmtui.store.table import Column, Table
from pmtui.store.tables import JOURNALED, TABLE

OUTSIDE = "outside"
OUTSIDE_LABEL = "Changed outside pmtui"
INSERT, UPDATE, DELETE = "I", "U", "D"
_NO_STEP_OPEN = "(SELECT step FROM open_step) IS NULL"
_OUTSIDE_STEP = 0  # of a change that no step is open for, until it has one
# The first of a row of foreign writes opens their common step; like any new step it ends redo. Told once, for every
# table: the triggers are read each time a file is opened, and their length is time.
_OPEN_OUTSIDE_STEP = f"""
CREATE TRIGGER journal_outside_step AFTER INSERT ON change WHEN new.step = {_OUTSIDE_STEP} BEGIN
  UPDATE step SET state = 'gone' WHERE state = 'undone';
  INSERT INTO step (at, label, source)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), '{OUTSIDE_LABEL}', '{OUTSIDE}'
    WHERE coalesce((SELECT source FROM step ORDER BY id DESC LIMIT 1), '') <> '{OUTSIDE}';
  UPDATE change SET step = (SELECT max(id) FROM step) WHERE seq = new.seq;
END"""


def _image(column: Column, row: str) -> str:
    # REAL as text: JSON numbers lose the last digit. With 17 digits SQLite is one off beyond 1e100; 18 are exact.
    if column.kind == "REAL":
        return f"CASE WHEN {row}.{column.name} IS NULL THEN NULL ELSE printf('%!.18g', {row}.{column.name}) END"
    return f"{row}.{column.name}"


def _whole_row(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {_image(column, row)}" for column in table.columns)
    return f"json_object({pairs})"


def _changed_columns(table: Table) -> str:
    pairs = " UNION ALL ".join(
        f"SELECT '{column.name}' AS name, {_image(column, 'old')} AS value "
        f"WHERE old.{column.name} IS NOT new.{column.name}"
        for column in table.columns
    )
    return f"(SELECT json_group_object(name, value) FROM ({pairs}))"


def _record(table: Table, row: str, op: str, before: str, source: str = "") -> str:
    return (
        "INSERT INTO change (step, kind, row, op, before)\n"
        f"    SELECT coalesce((SELECT step FROM open_step), {_OUTSIDE_STEP}), "
        f"'{table.name}', {row}.id, '{op}', {before}{source};"
    )


def _clash(table: Table) -> str:
    keys = " OR ".join(
        "(" + " AND ".join(f"kept.{column} IS new.{column}" for column in columns) + ")"
        for columns in (("id",), *table.unique)
    )
    return f"({keys})"


def trigger_statements() -> Iterator[str]:
    """The CREATE TRIGGER statements of every journaled table, and of the step of foreign writes."""
    yield _OPEN_OUTSIDE_STEP
    for table in JOURNALED:
        name = table.name
        yield (
            f"CREATE TRIGGER journal_{name}_insert AFTER INSERT ON {name} BEGIN\n"
            f"  {_record(table, 'new', INSERT, 'NULL')}\nEND"
        )
        yield (
            f"CREATE TRIGGER journal_{name}_update AFTER UPDATE ON {name} WHEN new.id = old.id BEGIN\n"
            f"  {_record(table, 'old', UPDATE, _changed_columns(table))}\nEND"
        )
        # A new id is a row gone and another one come.
        yield (
            f"CREATE TRIGGER journal_{name}_renumber AFTER UPDATE ON {name} WHEN new.id <> old.id BEGIN\n"
            f"  {_record(table, 'old', DELETE, _whole_row(table, 'old'))}\n"
            f"  {_record(table, 'new', INSERT, 'NULL')}\nEND"
        )
        yield (
            f"CREATE TRIGGER journal_{name}_delete AFTER DELETE ON {name} BEGIN\n"
            f"  {_record(table, 'old', DELETE, _whole_row(table, 'old'))}\nEND"
        )
        # Foreign tools have recursive_triggers off: a REPLACE of theirs removes rows without a delete trigger.
        for trigger, event, displaced in (
            ("replace", "INSERT", _clash(table)),
            ("displace", "UPDATE", f"kept.id <> old.id AND {_clash(table)}"),
        ):
            rows = f" FROM {name} AS kept WHERE {displaced}"
            yield (
                f"CREATE TRIGGER journal_{name}_{trigger} BEFORE {event} ON {name} WHEN {_NO_STEP_OPEN}\n"
                f"  AND EXISTS (SELECT 1{rows}) BEGIN\n"
                f"  {_record(table, 'kept', DELETE, _whole_row(table, 'kept'), rows)}\nEND"
            )


def open_step(connection: sqlite3.Connection, at: str, label: str, source: str, undoes: int | None = None) -> int:
    """Begin a step inside the open transaction; the triggers write into it. Returns its number."""
    if undoes is None:
        connection.execute("UPDATE step SET state = 'gone' WHERE state = 'undone'")
    inserted = connection.execute(
        "INSERT INTO step (at, label, source, undoes) VALUES (?, ?, ?, ?)", (at, label, source, undoes)
    )
    number = int(inserted.lastrowid or 0)
    connection.execute("INSERT OR REPLACE INTO open_step (id, step) VALUES (1, ?)", (number,))
    return number


def close_step(connection: sqlite3.Connection, step: int, label: str) -> bool:
    """End the step. A step that changed nothing leaves no trace; returns whether it changed anything."""
    connection.execute("UPDATE open_step SET step = NULL")
    if connection.execute("SELECT 1 FROM change WHERE step = ? LIMIT 1", (step,)).fetchone() is None:
        return False
    connection.execute("UPDATE step SET label = ? WHERE id = ?", (label, step))
    return True


def changed_kinds(connection: sqlite3.Connection, step: int) -> frozenset[str]:
    """The tables that a step has touched."""
    rows = connection.execute("SELECT DISTINCT kind FROM change WHERE step = ?", (step,)).fetchall()
    return frozenset(row[0] for row in rows)


def newest_change(connection: sqlite3.Connection) -> int:
    """The number of the newest change, 0 when there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])


def kinds_changed_since(connection: sqlite3.Connection, change: int) -> frozenset[str]:
    """The tables touched by changes after the given one."""
    rows = connection.execute("SELECT DISTINCT kind FROM change WHERE seq > ?", (change,)).fetchall()
    return frozenset(row[0] for row in rows)


def newest_to_undo(connection: sqlite3.Connection) -> Step | None:
    """The newest step that is not undone, whoever made it."""
    return _step(connection, "undoes IS NULL AND state = 'done' ORDER BY id DESC")


def next_to_redo(connection: sqlite3.Connection) -> Step | None:
    """The step that redo brings back: the one undone last, unless a new step came since."""
    return _step(connection, "undoes IS NULL AND state = 'undone' ORDER BY id")


def newest_steps(connection: sqlite3.Connection, limit: int, before: int | None = None) -> list[Step]:
    """Steps from the newest back, at most so many, older than the given one."""
    rows = connection.execute(
        "SELECT id, at, label, source, undoes, state FROM step WHERE id < ? ORDER BY id DESC LIMIT ?",
        (before if before is not None else 1 << 62, limit),
    ).fetchall()
    return [Step(*row) for row in rows]


def newest_step_before(connection: sqlite3.Connection, moment: str) -> int:
    """The number of the newest step made before a moment (ISO 8601 in UTC), 0 when there is none."""
    row = connection.execute("SELECT coalesce(max(id), 0) FROM step WHERE at < ?", (moment,)).fetchone()
    return int(row[0])


def take_back(connection: sqlite3.Connection, step: Step) -> None:
    """Put every row of an undoable step back as it was before, inside the open step. Raises Refusal."""
    _reverse(connection, step.id)
    connection.execute("UPDATE step SET state = 'undone' WHERE id = ?", (step.id,))


def bring_back(connection: sqlite3.Connection, step: Step) -> None:
    """Do an undone step again, inside the open step, by reversing its undo. Raises Refusal."""
    _reverse(connection, undo_of(connection, step))
    connection.execute("UPDATE step SET state = 'done' WHERE id = ?", (step.id,))


def undo_of(connection: sqlite3.Connection, step: Step) -> int:
    """The number of the step that undid this one last, before the step now open."""
    row = connection.execute("SELECT max(id) FROM step WHERE undoes = ?", (step.id,)).fetchone()
    return int(row[0])


def _step(connection: sqlite3.Connection, where: str) -> Step | None:
    row = connection.execute(f"SELECT id, at, label, source, undoes, state FROM step WHERE {where} LIMIT 1").fetchone()
    return Step(*row) if row else None


def _changes_backwards(connection: sqlite3.Connection, step: int) -> Iterator[tuple[str, int, str, str]]:
    last = 1 << 62
    # Some at a time: a large import has more before-images than should stand in memory at once.
    while changes := connection.execute(
        "SELECT seq, kind, row, op, before FROM change WHERE step = ? AND seq < ? ORDER BY seq DESC LIMIT 5000",
        (step, last),
    ).fetchall():
        last = changes[-1][0]
        yield from (change[1:] for change in changes)


def _reverse(connection: sqlite3.Connection, step: int) -> None:
    # What was done alike is put back in one statement: the full text is written out after each.
    for (kind, op, before), alike in groupby(_changes_backwards(connection, step), itemgetter(0, 2, 3)):
        table, rows = TABLE[kind], [change[1] for change in alike]
        if op == DELETE:
            values = row_image(table, before)
            gone = [row for row in rows if not _restore(connection, table, row, values)]
        else:
            gone = _put_back(connection, table, rows, before if op == UPDATE else None)
        if gone:
            raise Refusal(
                f"That can't be taken back: {kind.replace('_', ' ')} {gone[0]} is no longer as that step left it.",
                "Look at the history (U, or pmtui history) to see what changed since.",
            )


def _put_back(connection: sqlite3.Connection, table: Table, rows: list[int], before: str | None) -> list[int]:
    """Give rows of one table these former values, or without any remove them. Returns those that were not there."""
    values = {} if before is None else row_image(table, before)
    if before is not None and not values:
        return []
    assignments = ", ".join(f"{name} = ?" for name in values)
    change = f"UPDATE {table.name} SET {assignments}" if values else f"DELETE FROM {table.name}"
    if len(rows) == 1:  # without a list to look into, which costs as much as the change
        done = connection.execute(f"{change} WHERE id = ?", (*values.values(), rows[0])).rowcount
        return [] if done else [rows[0]]
    these = str(rows)
    missing = connection.execute(
        f"SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM {table.name} WHERE id = value)", (these,)
    ).fetchall()
    connection.execute(f"{change} WHERE id IN (SELECT value FROM json_each(?))", (*values.values(), these))
    return [row[0] for row in missing]


def row_image(table: Table, before: str) -> dict[str, object]:
    """The values of a before-image by column: all of a row that is gone, the changed ones of one that is there."""
    import json  # needed to undo; the app starts sooner without

    values: dict[str, object] = json.loads(before)
    for column in table.columns:
        if column.kind == "REAL" and values.get(column.name) is not None:
            values[column.name] = float(str(values[column.name]))
    return values


def _restore(connection: sqlite3.Connection, table: Table, row: int, values: dict[str, object]) -> bool:
    columns = ", ".join(values)
    there = connection.execute(f"SELECT {columns} FROM {table.name} WHERE id = ?", (row,)).fetchone()
    if there is not None:  # A foreign INSERT OR IGNORE journals a removal that did not happen.
        return tuple(there) == tuple(values.values())
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table.name} (id, {columns}) VALUES (?, {marks})", (row, *values.values()))
    return True
