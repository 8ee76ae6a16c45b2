"""Lists of problems and what stands in their rows."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from pmtui.store.queries.confidence import EVIDENCE_OF_P
from pmtui.store.queries.matching import containing
from pmtui.store.scores import inputs_where

_SEPARATOR = "\x1f"
_OUT_OF_RANKING = (
    "SELECT id FROM problem WHERE horizon = 'declined' "
    "UNION SELECT id FROM problem WHERE lane_id IN (SELECT id FROM lane WHERE phase = 'done')"
)
_DONE = "p.lane_id IN (SELECT id FROM lane WHERE phase = 'done')"
_STATES = {
    "open": f"p.horizon <> 'declined' AND NOT {_DONE}",
    "ranked": f"p.horizon <> 'declined' AND NOT {_DONE} AND s.value IS NOT NULL",
    "unscored": f"p.horizon <> 'declined' AND NOT {_DONE} AND s.value IS NULL",
    "declined": "p.horizon = 'declined'",
    "done": f"{_DONE} AND p.horizon <> 'declined'",
    "all": "1",
}
_LANE_PLACE = "(SELECT l.position FROM lane l WHERE l.id = p.lane_id)"
_MOSCOW_PLACE = "CASE p.moscow WHEN 'must' THEN 0 WHEN 'should' THEN 1 WHEN 'could' THEN 2 WHEN '' THEN 3 ELSE 4 END"
_ORDERS = {
    "rank": "s.value DESC, p.id",
    "key": "p.id",
    "title": "p.title COLLATE NOCASE, p.id",
    "created": "p.created_at DESC, p.id",
    "updated": "p.updated_at DESC, p.id",
    "evidence": f"{EVIDENCE_OF_P} DESC, p.id",
    "lane": f"{_LANE_PLACE}, p.position, p.id",
    "moscow": f"{_MOSCOW_PLACE}, s.value DESC, p.id",
}
# A tag of several words is written as one: #pain-point.
_HAS_TAG_WORD = (
    "p.id IN (SELECT pt.problem_id FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
    "WHERE replace(t.name, ' ', '-') = ? COLLATE NOCASE)"
)
_FIRST_TAG = (
    "(SELECT min(t.name COLLATE NOCASE) FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id WHERE pt.problem_id = p.id)"
)
_GROUPS = {
    "lane": ("(SELECT l.name FROM lane l WHERE l.id = p.lane_id)", f"{_LANE_PLACE}"),
    "tag": (_FIRST_TAG, f"{_FIRST_TAG} IS NULL, {_FIRST_TAG} COLLATE NOCASE"),
    "moscow": ("p.moscow", _MOSCOW_PLACE),
    "horizon": (
        "p.horizon",
        "CASE p.horizon WHEN 'now' THEN 0 WHEN 'next' THEN 1 WHEN 'later' THEN 2 WHEN '' THEN 3 ELSE 4 END",
    ),
}
STATES, ORDERS, GROUPS = tuple(_STATES), tuple(_ORDERS), tuple(_GROUPS)


def ranked_scores(connection: sqlite3.Connection) -> list[tuple[int, float]]:
    """Number and score of every problem in the ranking, best first, equal scores by number."""
    out = {row[0] for row in connection.execute(_OUT_OF_RANKING).fetchall()}
    rows = connection.execute(
        "SELECT problem_id, value FROM score WHERE value IS NOT NULL ORDER BY value DESC, problem_id"
    ).fetchall()
    return [row for row in rows if row[0] not in out] if out else rows


def best_scores(connection: sqlite3.Connection, count: int) -> list[tuple[int, float]]:
    """The beginning of ranked_scores."""
    return connection.execute(
        f"SELECT problem_id, value FROM score WHERE value IS NOT NULL AND problem_id NOT IN ({_OUT_OF_RANKING}) "
        "ORDER BY value DESC, problem_id LIMIT ?",
        (count,),
    ).fetchall()


def count_open(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many of the open problems have a score, and how many have none."""
    row = connection.execute(
        f"SELECT count(value), count(*) - count(value) FROM score WHERE problem_id NOT IN ({_OUT_OF_RANKING})"
    ).fetchone()
    return int(row[0]), int(row[1])


def open_problems(connection: sqlite3.Connection) -> list[int]:
    """The numbers of the problems that are neither declined nor done."""
    rows = connection.execute(f"SELECT id FROM problem WHERE id NOT IN ({_OUT_OF_RANKING}) ORDER BY id").fetchall()
    return [row[0] for row in rows]


def unscored_problems(connection: sqlite3.Connection) -> list[int]:
    """The numbers of the open problems that can't be scored."""
    out = {row[0] for row in connection.execute(_OUT_OF_RANKING).fetchall()}
    rows = connection.execute("SELECT problem_id FROM score WHERE value IS NULL ORDER BY problem_id").fetchall()
    return [row[0] for row in rows if row[0] not in out]


def matching_problems(
    connection: sqlite3.Connection,
    *,
    words: str,
    tag: str,
    lane: str,
    horizon: str,
    state: str,
    order: str,
    group: str,
    moscow: str = "",
) -> list[tuple[int, float | None, str]]:
    """Number, score and group of the problems that match, in order. The names are those of ProblemFilter."""
    conditions, values = [_STATES[state]], list[object]()
    for word in words.split():
        if len(word) > 1 and word.startswith("#"):
            conditions.append(_HAS_TAG_WORD)
            values.append(word[1:])
            continue
        conditions.append("(p.title LIKE ? ESCAPE '\\' OR p.statement LIKE ? ESCAPE '\\')")
        values += [containing(word)] * 2
    if tag:
        conditions.append(
            "p.id IN (SELECT pt.problem_id FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
            "WHERE t.name = ? COLLATE NOCASE)"
        )
        values.append(tag)
    if lane:
        conditions.append("p.lane_id IN (SELECT id FROM lane WHERE name = ? COLLATE NOCASE)")
        values.append(lane)
    if horizon:
        conditions.append("p.horizon = ?")
        values.append("" if horizon == "none" else horizon)
    if moscow:
        conditions.append("p.moscow = ?")
        values.append("" if moscow == "none" else moscow)
    name, place = _GROUPS[group] if group else ("''", "")
    rows = connection.execute(
        f"SELECT p.id, s.value, {name} FROM problem p LEFT JOIN score s ON s.problem_id = p.id "
        f"WHERE {' AND '.join(conditions)} ORDER BY {place + ', ' if place else ''}{_ORDERS[order]}",
        values,
    ).fetchall()
    return [(row[0], row[1], row[2] or "") for row in rows]


def problem_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """Number, title, score, missing criteria, evidence count, tags, lane and horizon of these problems.

    Missing criteria are one text, separated by commas; tags a sorted tuple.
    """
    rows = connection.execute(
        f"SELECT p.id, p.title, s.value, coalesce(s.missing, ''), {EVIDENCE_OF_P}, "
        f"(SELECT group_concat(t.name, '{_SEPARATOR}') FROM problem_tag pt JOIN tag t ON t.id = pt.tag_id "
        "WHERE pt.problem_id = p.id), coalesce((SELECT l.name FROM lane l WHERE l.id = p.lane_id), ''), p.horizon "
        "FROM problem p LEFT JOIN score s ON s.problem_id = p.id "
        f"WHERE p.id IN ({', '.join('?' * len(numbers))})",
        tuple(numbers),
    ).fetchall()
    return [(*row[:5], split_names(row[5]), *row[6:]) for row in rows]


def split_names(joined: str | None) -> tuple[str, ...]:
    """Names that were joined by the unit separator, sorted without regard to case."""
    return tuple(sorted(joined.split(_SEPARATOR), key=str.casefold)) if joined else ()


def inputs_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, dict[str, float]]:
    """The completed inputs (domain.inputs) of these problems by criterion code."""
    return inputs_where(connection, f"p.id IN ({', '.join('?' * len(numbers))})", tuple(numbers))


def central_values_of(connection: sqlite3.Connection, code: str) -> dict[int, float]:
    """The central value of one criterion by problem, where it is estimated."""
    return dict(
        connection.execute(
            "SELECT e.problem_id, e.central FROM estimate e JOIN criterion c ON c.id = e.criterion_id WHERE c.code = ?",
            (code,),
        ).fetchall()
    )


def amounts_of_all(connection: sqlite3.Connection) -> Iterator[tuple[int, str, float, float, float | None]]:
    """Every estimate: number of the problem, code of the criterion, low, high and middle."""
    yield from connection.execute(
        "SELECT e.problem_id, c.code, e.low, e.high, e.middle FROM estimate e JOIN criterion c ON c.id = e.criterion_id"
    ).fetchall()


def lens_scores(connection: sqlite3.Connection) -> list[tuple[int, float | None, float | None]]:
    """Number, customer score and business score of every open problem."""
    out = {row[0] for row in connection.execute(_OUT_OF_RANKING).fetchall()}
    rows = connection.execute("SELECT problem_id, customer, business FROM score ORDER BY problem_id").fetchall()
    return [row for row in rows if row[0] not in out]


def shares_of_all(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Every link of a persona: number of the problem and of the persona, population, affected, frequency, severity."""
    return connection.execute(
        "SELECT l.problem_id, l.persona_id, u.population, l.affected, l.frequency, l.severity "
        "FROM problem_persona l JOIN persona u ON u.id = l.persona_id ORDER BY l.id"
    ).fetchall()


def titles_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The titles of these problems by number."""
    wanted = set(numbers)
    return {
        row[0]: row[1] for row in connection.execute("SELECT id, title FROM problem").fetchall() if row[0] in wanted
    }


def moscow_efforts(connection: sqlite3.Connection) -> list[tuple[str, float | None]]:
    """The MoSCoW word and the effort, None when unknown, of every open problem that has a word."""
    return connection.execute(
        "SELECT p.moscow, (SELECT e.central FROM estimate e JOIN criterion c ON c.id = e.criterion_id "
        "WHERE e.problem_id = p.id AND c.code = 'effort') FROM problem p "
        f"WHERE p.moscow <> '' AND p.id NOT IN ({_OUT_OF_RANKING})"
    ).fetchall()


def has_ranges(connection: sqlite3.Connection) -> bool:
    """Whether any estimate is a range."""
    return connection.execute("SELECT 1 FROM estimate WHERE low <> high LIMIT 1").fetchone() is not None
