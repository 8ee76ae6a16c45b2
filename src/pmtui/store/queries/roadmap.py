"""What stands on the roadmap, in which order, with what it takes."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.domain.ordering import GAP, places_between, spread
from pmtui.store.queries.confidence import EVIDENCE_OF_P
from pmtui.store.queries.problems import split_names

# What was never moved on the roadmap stands in the order of its number.
_PLACE = f"coalesce(i.position, p.id * {GAP})"
_ITEMS = "FROM problem p LEFT JOIN roadmap_item i ON i.problem_id = p.id"


def items_by_horizon(connection: sqlite3.Connection) -> dict[str, tuple[int, ...]]:
    """The numbers of the problems of each horizon, in their order."""
    found: dict[str, list[int]] = {}
    rows = connection.execute(f"SELECT p.horizon, p.id {_ITEMS} WHERE p.horizon <> '' ORDER BY {_PLACE}, p.id")
    for horizon, number in rows.fetchall():
        found.setdefault(horizon, []).append(number)
    return {horizon: tuple(numbers) for horizon, numbers in found.items()}


def item_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """What the roadmap shows of these problems.

    Number, title, score, evidence count, tags, horizon, its reason, number and title of the chosen solution, number and
    name of the release, pinned, its reason.
    """
    rows = connection.execute(
        f"SELECT p.id, p.title, s.value, {EVIDENCE_OF_P}, "
        "(SELECT group_concat(t.name, char(31)) FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
        "WHERE pt.problem_id = p.id), p.horizon, p.horizon_reason, o.id, o.title, r.id, r.name, "
        f"coalesce(i.pinned, 0), coalesce(i.pin_reason, '') {_ITEMS} LEFT JOIN score s ON s.problem_id = p.id "
        "LEFT JOIN solution o ON o.id = i.solution_id LEFT JOIN release r ON r.id = i.release_id "
        f"WHERE p.id IN ({', '.join('?' * len(numbers))})",
        tuple(numbers),
    ).fetchall()
    return [(*row[:4], split_names(row[4]), *row[5:]) for row in rows]


# An effort that is one number, and no solution says another one.
_CERTAIN = "coalesce(coalesce(o.effort, '') = '' AND e.low = e.high AND e.low BETWEEN 0 AND 1e15, 0)"
_EFFORTS = (
    f"{_ITEMS} LEFT JOIN solution o ON o.id = i.solution_id LEFT JOIN estimate e ON e.problem_id = p.id "
    "AND e.criterion_id = (SELECT id FROM criterion WHERE code = 'effort')"
)


def efforts_by_horizon(connection: sqlite3.Connection) -> dict[str, tuple[float, str]]:
    """For now and next: the certain efforts together, in person-months, and whose effort isn't (numbers, as JSON)."""
    rows = connection.execute(
        f"SELECT p.horizon, total(e.low) FILTER (WHERE {_CERTAIN}), "
        f"json_group_array(p.id) FILTER (WHERE NOT {_CERTAIN}) {_EFFORTS} "
        "WHERE p.horizon IN ('now', 'next') GROUP BY p.horizon"
    )
    return {horizon: (certain, uncertain) for horizon, certain, uncertain in rows.fetchall()}


def efforts(
    connection: sqlite3.Connection, condition: str = "1", values: Sequence[object] = ()
) -> list[tuple[Any, ...]]:
    """Number, effort of the chosen solution as typed, and low, high and middle of the problem's own (None: unknown).

    condition: in SQL, on the problem p, its roadmap item i, its solution o and its estimate e.
    """
    return connection.execute(
        f"SELECT p.id, coalesce(o.effort, ''), e.low, e.high, e.middle {_EFFORTS} WHERE {condition} ORDER BY p.id",
        tuple(values),
    ).fetchall()


def pinned_items(connection: sqlite3.Connection) -> dict[int, str]:
    """The reason of each pin, by problem."""
    return dict(connection.execute("SELECT problem_id, pin_reason FROM roadmap_item WHERE pinned = 1").fetchall())


def dependencies(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Every dependency: a problem, and the one it needs."""
    return connection.execute("SELECT problem_id, needs_id FROM dependency ORDER BY problem_id, needs_id").fetchall()


def items_in_order(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """These problems in the order of the roadmap, whatever their horizon."""
    rows = connection.execute(
        f"SELECT p.id {_ITEMS} WHERE p.id IN ({', '.join('?' * len(numbers))}) ORDER BY {_PLACE}, p.id", tuple(numbers)
    ).fetchall()
    return [row[0] for row in rows]


def neighbour(connection: sqlite3.Connection, problem: int, step: int) -> int | None:
    """The problem before (step -1) or after (step 1) a problem in its horizon, or None."""
    sign, direction = (">", "ASC") if step > 0 else ("<", "DESC")
    row = connection.execute(
        f"SELECT p.id {_ITEMS} WHERE p.horizon = (SELECT horizon FROM problem WHERE id = ?) "
        f"AND ({_PLACE}, p.id) {sign} (?, ?) ORDER BY {_PLACE} {direction}, p.id {direction} LIMIT 1",
        (problem, place_of(connection, problem), problem),
    ).fetchone()
    return int(row[0]) if row else None


def place_of(connection: sqlite3.Connection, problem: int) -> int:
    """The place of a problem in its horizon."""
    return int(connection.execute(f"SELECT {_PLACE} {_ITEMS} WHERE p.id = ?", (problem,)).fetchone()[0])


def places_in(
    connection: sqlite3.Connection, horizon: str, before: int | None, moving: Sequence[int]
) -> list[int] | None:
    """Places in a horizon for moving problems, side by side right before one of it (None: at the end).

    None where there is no room between two neighbours: then spread_out makes some.
    """
    others = f"p.horizon = ? AND p.id NOT IN ({', '.join('?' * len(moving))})"
    values = (horizon, *moving)
    if before is None:
        row = connection.execute(f"SELECT max({_PLACE}) {_ITEMS} WHERE {others}", values).fetchone()
        return places_between(row[0], None, len(moving))
    after = place_of(connection, before)
    row = connection.execute(
        f"SELECT max({_PLACE}) {_ITEMS} WHERE {others} AND ({_PLACE}, p.id) < (?, ?)", (*values, after, before)
    ).fetchone()
    return places_between(row[0], after, len(moving))


def fresh_places(connection: sqlite3.Connection, horizon: str) -> dict[int, int]:
    """A place for each problem of a horizon in its present order, evenly apart."""
    numbers = items_by_horizon(connection).get(horizon, ())
    return dict(zip(numbers, spread(len(numbers)), strict=True))
