"""Lanes, cards and their places."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.domain.ordering import places_between, spread
from pmtui.store.queries.confidence import EVIDENCE_OF_P
from pmtui.store.queries.problems import split_names


def cards_by_lane(connection: sqlite3.Connection, board: int) -> dict[int, tuple[int, ...]]:
    """The numbers of the cards of each lane of a board, from the top."""
    rows = connection.execute(
        "SELECT lane_id, id FROM problem ORDER BY lane_id, position, id",
    ).fetchall()
    lanes = [row[0] for row in connection.execute("SELECT id FROM lane WHERE board_id = ?", (board,)).fetchall()]
    found: dict[int, list[int]] = {lane: [] for lane in lanes}
    for lane, card in rows:
        if lane in found:
            found[lane].append(card)
    return {lane: tuple(cards) for lane, cards in found.items()}


def card_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """Number, title, score, evidence count, tags and the moment its age counts from, of these cards.

    The age counts from the first entry into an active lane, or from the making of a card that has not entered one.
    """
    rows = connection.execute(
        f"SELECT p.id, p.title, s.value, {EVIDENCE_OF_P}, "
        "(SELECT group_concat(t.name, char(31)) FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
        "WHERE pt.problem_id = p.id), "
        "coalesce((SELECT min(c.at) FROM lane_change c JOIN lane l ON l.id = c.to_lane_id "
        "WHERE c.problem_id = p.id AND l.phase = 'active'), p.created_at) "
        f"FROM problem p LEFT JOIN score s ON s.problem_id = p.id WHERE p.id IN ({', '.join('?' * len(numbers))})",
        tuple(numbers),
    ).fetchall()
    return [(*row[:4], split_names(row[4]), row[5]) for row in rows]


def count_cards(connection: sqlite3.Connection, lane: int) -> int:
    """How many cards a lane holds."""
    return int(connection.execute("SELECT count(*) FROM problem WHERE lane_id = ?", (lane,)).fetchone()[0])


def cards_in_order(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """These cards as they stand on the board: from the left lane to the right, each from the top."""
    rows = connection.execute(
        "SELECT p.id FROM problem p JOIN lane l ON l.id = p.lane_id "
        f"WHERE p.id IN ({', '.join('?' * len(numbers))}) ORDER BY l.position, p.position, p.id",
        tuple(numbers),
    ).fetchall()
    return [row[0] for row in rows]


def neighbour(connection: sqlite3.Connection, card: int, step: int) -> int | None:
    """The card above (step -1) or below (step 1) a card in its lane, or None."""
    sign, direction = (">", "ASC") if step > 0 else ("<", "DESC")
    row = connection.execute(
        f"SELECT o.id FROM problem p JOIN problem o ON o.lane_id = p.lane_id "
        f"AND (o.position, o.id) {sign} (p.position, p.id) WHERE p.id = ? "
        f"ORDER BY o.position {direction}, o.id {direction} LIMIT 1",
        (card,),
    ).fetchone()
    return int(row[0]) if row else None


def make_room(connection: sqlite3.Connection, lane: int, above: int | None, moving: Sequence[int]) -> list[int]:
    """Places in a lane for moving cards, side by side right above a card of it (None: at the end).

    Cards that move do not count as neighbours. Renumbers the lane when there is no room between two neighbours.
    """
    places = _places(connection, lane, above, moving)
    if places is None:
        kept = [
            row[0]
            for row in connection.execute(
                f"SELECT id FROM problem WHERE lane_id = ? AND id NOT IN ({', '.join('?' * len(moving))}) "
                "ORDER BY position, id",
                (lane, *moving),
            ).fetchall()
        ]
        connection.executemany(
            "UPDATE problem SET position = ? WHERE id = ?", zip(spread(len(kept)), kept, strict=True)
        )
        places = _places(connection, lane, above, moving)
    if places is None:
        raise RuntimeError("a lane that was just spread out has no room")
    return places


def _places(connection: sqlite3.Connection, lane: int, above: int | None, moving: Sequence[int]) -> list[int] | None:
    others = f"lane_id = ? AND id NOT IN ({', '.join('?' * len(moving))})"
    after: int | None = None
    if above is None:
        row = connection.execute(f"SELECT max(position) FROM problem WHERE {others}", (lane, *moving)).fetchone()
        before = row[0]
    else:
        after = connection.execute("SELECT position FROM problem WHERE id = ?", (above,)).fetchone()[0]
        row = connection.execute(
            f"SELECT max(position) FROM problem WHERE {others} AND (position, id) < (?, ?)",
            (lane, *moving, after, above),
        ).fetchone()
        before = row[0]
    return places_between(before, after, len(moving))


def top_card(connection: sqlite3.Connection, lane: int, besides: Sequence[int] = ()) -> int | None:
    """The card at the top of a lane, some cards left out of account, or None."""
    row = connection.execute(
        f"SELECT id FROM problem WHERE lane_id = ? AND id NOT IN ({', '.join('?' * len(besides))}) "
        "ORDER BY position, id LIMIT 1",
        (lane, *besides),
    ).fetchone()
    return int(row[0]) if row else None


def has_history(connection: sqlite3.Connection, lane: int) -> bool:
    """Whether any card has entered or left a lane."""
    row = connection.execute(
        "SELECT 1 FROM lane_change WHERE to_lane_id = ? OR from_lane_id = ? LIMIT 1", (lane, lane)
    ).fetchone()
    return row is not None
