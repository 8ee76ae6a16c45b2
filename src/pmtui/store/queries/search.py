"""Finding records by words, parts of words and fields.

Words are looked up in the full-text indexes. Parts of words, and scripts without spaces, are looked for in the rows.
"""

import sqlite3
from collections.abc import Sequence
from functools import cache

from pmtui.domain.keys import Kind
from pmtui.domain.search_query import SearchQuery, Word
from pmtui.store.queries.matching import containing
from pmtui.store.queries.search_fields import IMPOSSIBLE, field_conditions
from pmtui.store.unjournaled import FULL_TEXT

COUNTED = 1_000
"""So many matches are counted; beyond, there are simply more."""

SHORT = 2
_COLUMNS = dict(FULL_TEXT)
_TITLED = (Kind.DECISION, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.SOLUTION, Kind.EXPERIMENT)
_ALL_THEY_SAY: dict[Kind, tuple[str, ...]] = {
    Kind.PERSONA: ("role", "quote", "jobs", "pains", "gains", "picture", "notes"),
    Kind.SOLUTION: (
        "description",
        "coalesce((SELECT group_concat(a.title || ' ' || a.notes, ' ') FROM assumption a "
        "WHERE a.solution_id = solution.id), '')",
    ),
    Kind.EXPERIMENT: ("method", "success_limit", "result"),
    Kind.RELEASE: ("notes",),
    Kind.OBJECTIVE: ("pillar", "notes"),
    Kind.KEY_RESULT: ("unit",),
    Kind.DECISION: (
        "choice",
        "reason",
        "context",
        "options",
        "prediction",
        "learned",
        "driver",
        "approver",
        "contributors",
        "informed",
    ),
}
_BETWEEN = "\x1f"


def full_text_query(query: SearchQuery) -> str:
    """The words of a query as FTS5 reads them; each is quoted, so that nothing in it is an operator."""
    wanted = [_quoted(word) for word in query.words if word.tokens]
    unwanted = [_quoted(word) for word in query.without if word.tokens]
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)


def matching(connection: sqlite3.Connection, kind: Kind, query: SearchQuery) -> list[int]:
    """The numbers of the problems or the evidence whose words match, best first, at most COUNTED + 1.

    Where only words of one or two letters are sought, or none, the newest come first: they match too much to compare.
    """
    source, values = _matching_rows(kind, query)
    if source is None:
        return []
    order = f"{kind.value}_fts.rowid DESC" if "words" in values else "r.id DESC"
    if "words" in values and any(len(word.text) > SHORT for word in query.words):
        order = "rank"
    rows = connection.execute(f"SELECT {source} ORDER BY {order} LIMIT {COUNTED + 1}", values).fetchall()
    return [row[0] for row in rows]


def holding_parts(connection: sqlite3.Connection, kind: Kind, query: SearchQuery, limit: int) -> list[int]:
    """The newest problems or evidence that hold every word somewhere, also inside other words."""
    conditions, values = field_conditions(kind, query.fields)
    for place, (word, verb) in enumerate([(w, "") for w in query.words] + [(w, "NOT ") for w in query.without]):
        columns = " OR ".join(f"r.{column} LIKE :word{place} ESCAPE '\\'" for column in _COLUMNS[kind])
        conditions.append(f"{verb}({columns})")
        values[f"word{place}"] = containing(word.text)
    if not query.words or IMPOSSIBLE in conditions:
        return []
    rows = connection.execute(
        f"SELECT r.id FROM {kind.value} r WHERE {' AND '.join(conditions)} ORDER BY r.id DESC LIMIT {limit}", values
    ).fetchall()
    return [row[0] for row in rows]


def texts_of(connection: sqlite3.Connection, kind: Kind, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The searched texts of problems or evidence, in the order of the index's columns."""
    if not numbers:
        return {}
    rows = connection.execute(
        f"SELECT id, {', '.join(_COLUMNS[kind])} FROM {kind.value} WHERE id IN ({', '.join('?' * len(numbers))})",
        tuple(numbers),
    ).fetchall()
    return {row[0]: row[1:] for row in rows}


def names(connection: sqlite3.Connection, kinds: Sequence[Kind]) -> dict[Kind, list[tuple[int, str, list[str]]]]:
    """Number, name and what else they say of every record of these kinds, which have a name or a title, by name.

    They are read in one statement: most kinds have few records or none.
    """
    every = " UNION ALL ".join(_names_of(kind) for kind in kinds)
    found: dict[Kind, list[tuple[int, str, list[str]]]] = {kind: [] for kind in kinds}
    for kind, number, name, more in connection.execute(f"{every} ORDER BY name COLLATE NOCASE").fetchall():
        found[Kind(kind)].append((number, name, more.split(_BETWEEN)))
    return found


@cache
def _names_of(kind: Kind) -> str:
    name = "title" if kind in _TITLED else "name"
    more = f" || '{_BETWEEN}' || ".join(_ALL_THEY_SAY.get(kind, ("''",)))
    return f"SELECT '{kind.value}', id, {name} AS name, {more} FROM {kind.value}"


def _matching_rows(kind: Kind, query: SearchQuery) -> tuple[str | None, dict[str, object]]:
    """What follows SELECT to have the numbers of all that match, or None when nothing can."""
    conditions, values = field_conditions(kind, query.fields)
    words = full_text_query(query)
    if IMPOSSIBLE in conditions or (not words and (query.words or not conditions)):
        return None, values
    if not words:
        return f"r.id FROM {kind.value} r WHERE {' AND '.join(conditions)}", values
    index = f"{kind.value}_fts"
    found = f"{index}.rowid FROM {index}"
    if conditions:
        found += f" JOIN {kind.value} r ON r.id = {index}.rowid"
    return " ".join([found, f"WHERE {index} MATCH :words", *(f"AND {condition}" for condition in conditions)]), {
        **values,
        "words": words,
    }


def _quoted(word: Word) -> str:
    return '"' + word.text.replace('"', " ") + '"' + (" *" if word.is_prefix else "")
