"""Lists of evidence and what stands in their rows."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from pmtui.domain.keys import Kind
from pmtui.domain.search_query import SearchQuery
from pmtui.store.queries.confidence import COUNTS
from pmtui.store.queries.matching import containing
from pmtui.store.queries.problems import split_names
from pmtui.store.queries.search_fields import field_conditions

TEXT_READ = 400
"""So many characters of a text are read for its row."""

_CONNECTED = "EXISTS (SELECT 1 FROM problem_evidence pe WHERE pe.evidence_id = r.id)"
_STATES = {
    "open": f"{COUNTS} AND NOT {_CONNECTED}",
    "connected": _CONNECTED,
    "dismissed": "r.dismissed_reason <> ''",
    "duplicate": "r.duplicate_of IS NOT NULL",
    "all": "1",
}
_DAY = "coalesce(nullif(r.occurred_on, ''), r.created_at)"  # there is an index on just this
_ORDERS = {
    "newest": f"{_DAY} DESC, r.id DESC",
    "oldest": f"{_DAY}, r.id",
    "source": f"r.source COLLATE NOCASE, {_DAY} DESC, r.id DESC",
    "key": "r.id",
}
_PERSONA = "(SELECT u.name FROM persona u WHERE u.id = r.persona_id)"
_GROUPS = {"source": "r.source", "kind": "r.kind", "type": "r.evidence_type", "persona": f"coalesce({_PERSONA}, '')"}
STATES, ORDERS, GROUPS = tuple(_STATES), tuple(_ORDERS), tuple(_GROUPS)

_TAGGED = (
    "r.id IN (SELECT x.evidence_id FROM evidence_tag x JOIN tag t ON t.id = x.tag_id "
    "WHERE replace(t.name, ' ', '-') = {} COLLATE NOCASE)"
)


def matching_evidence(
    connection: sqlite3.Connection, query: SearchQuery, state: str, order: str, group: str, limit: int = -1
) -> list[tuple[int, str]]:
    """Number and group of the evidence that matches, in order. A word with # is a tag. limit: -1 for none."""
    conditions, values = field_conditions(Kind.EVIDENCE, query.fields)
    if state != "all":
        conditions.append(_STATES[state])
    for place, (word, verb) in enumerate([(w, "") for w in query.words] + [(w, "NOT ") for w in query.without]):
        name, text = f"word{place}", word.text
        if len(text) > 1 and text.startswith("#"):
            conditions.append(verb + _TAGGED.format(f":{name}"))
            values[name] = text[1:].replace(" ", "-")
        else:
            held = " OR ".join(f"r.{column} LIKE :{name} ESCAPE '\\'" for column in ("text", "source", "author"))
            conditions.append(f"{verb}({held})")
            values[name] = containing(text)
    heading = _GROUPS[group] if group else "''"
    first = f"{heading} = '', {heading} COLLATE NOCASE, " if group else ""
    return connection.execute(
        f"SELECT r.id, {heading} FROM evidence r WHERE {' AND '.join(conditions) or '1'} "
        f"ORDER BY {first}{_ORDERS[order]} LIMIT {limit}",
        values,
    ).fetchall()


def evidence_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """What stands in the rows of these pieces.

    Of each: number, quote, the beginning of the text, kind, day, customer, number of problems, reason of dismissal,
    number of the piece it says the same as, and tags.
    """
    rows = connection.execute(
        f"SELECT r.id, r.quote, substr(r.text, 1, {TEXT_READ}), r.kind, {_DAY}, "
        "coalesce((SELECT c.name FROM company c WHERE c.id = r.company_id), nullif(r.author, ''), r.source), "
        "(SELECT count(*) FROM problem_evidence pe WHERE pe.evidence_id = r.id), r.dismissed_reason, r.duplicate_of, "
        "(SELECT group_concat(t.name, char(31)) FROM evidence_tag x JOIN tag t ON t.id = x.tag_id "
        "WHERE x.evidence_id = r.id) "
        "FROM evidence r WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    ).fetchall()
    return [(*row[:-1], split_names(row[-1])) for row in rows]


def used_words(connection: sqlite3.Connection, column: str, limit: int) -> list[tuple[str, int]]:
    """The words of a column (source, kind), with how many pieces have them, the most used first."""
    return connection.execute(
        f"SELECT {column}, count(*) FROM evidence WHERE {column} <> '' GROUP BY {column} ORDER BY 2 DESC, 1 LIMIT ?",
        (limit,),
    ).fetchall()


def used_tags(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Every tag with the number of pieces that have it, the most used first."""
    return connection.execute(
        "SELECT t.name, count(x.id) FROM tag t LEFT JOIN evidence_tag x ON x.tag_id = t.id "
        "GROUP BY t.id ORDER BY 2 DESC, t.name COLLATE NOCASE"
    ).fetchall()


def problems_of_all(connection: sqlite3.Connection, pieces: Sequence[int]) -> list[tuple[int, str]]:
    """Number and title of the problems that every one of these pieces is connected to."""
    return connection.execute(
        "SELECT p.id, p.title FROM problem_evidence pe JOIN problem p ON p.id = pe.problem_id "
        "WHERE pe.evidence_id IN (SELECT value FROM json_each(?)) GROUP BY p.id HAVING count(*) = ? ORDER BY p.id",
        (json.dumps(pieces), len(pieces)),
    ).fetchall()
