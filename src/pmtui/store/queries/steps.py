"""The rows that a step changed, as they were before it and after it."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from pmtui.store.journal import DELETE, INSERT, row_image
from pmtui.store.tables import TABLE

Row = dict[str, object]
_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row that a step changed. kind: its table; before, after: its values by column, None when it was not there."""

    kind: str
    number: int
    before: Row | None
    after: Row | None


def changed_rows(connection: sqlite3.Connection, step: int, limit: int) -> list[ChangedRow]:
    """The first rows that a step changed, in the order in which it touched them."""
    places: list[_Place] = connection.execute(
        "SELECT kind, row FROM change WHERE step = ? GROUP BY kind, row ORDER BY min(seq) LIMIT ?", (step, limit)
    ).fetchall()
    rows = _present_rows(connection, places)
    after: dict[_Place, Row | None] = {}
    # From now back to the step: each before-image turns a row into what it was earlier.
    for of_step, kind, number, op, before in connection.execute(
        "SELECT step, kind, row, op, before FROM change WHERE seq >= (SELECT min(seq) FROM change WHERE step = ?) "
        f"AND (kind, row) IN (VALUES {', '.join(['(?, ?)'] * len(places))}) ORDER BY seq DESC",
        (step, *chain.from_iterable(places)),
    ):
        place = (kind, number)
        if of_step == step:
            after.setdefault(place, rows[place])
        if op == INSERT:
            rows[place] = None
        elif op == DELETE:
            rows[place] = row_image(TABLE[kind], before)
        else:
            rows[place] = (rows[place] or {}) | row_image(TABLE[kind], before)
    return [ChangedRow(*place, rows[place], after[place]) for place in places]


def count_changed_rows(connection: sqlite3.Connection, step: int) -> int:
    """How many rows a step changed."""
    counted = connection.execute("SELECT count(*) FROM (SELECT DISTINCT kind, row FROM change WHERE step = ?)", (step,))
    return int(counted.fetchone()[0])


def _present_rows(connection: sqlite3.Connection, places: list[_Place]) -> dict[_Place, Row | None]:
    rows: dict[_Place, Row | None] = dict.fromkeys(places)
    numbers = defaultdict(list)
    for kind, number in places:
        numbers[kind].append(number)
    for kind, wanted in numbers.items():
        columns = [column.name for column in TABLE[kind].columns]
        for number, *values in connection.execute(
            f"SELECT id, {', '.join(columns)} FROM {kind} WHERE id IN ({', '.join('?' * len(wanted))})", wanted
        ):
            rows[kind, number] = dict(zip(columns, values, strict=True))
    return rows
