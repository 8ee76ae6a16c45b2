"""What records are called, by their key."""

import sqlite3

from pmtui.domain.keys import Kind

_NAMED_BY = {
    Kind.PROBLEM: "title",
    Kind.EVIDENCE: "text",
    Kind.COMPANY: "name",
    Kind.PERSONA: "name",
    Kind.DECISION: "title",
    Kind.OBJECTIVE: "title",
    Kind.KEY_RESULT: "title",
    Kind.SOLUTION: "title",
    Kind.EXPERIMENT: "title",
    Kind.RELEASE: "name",
}
LONGEST = 200  # characters; more of a text is no name


def names_of(connection: sqlite3.Connection, kind: Kind, digits: str, count: int) -> list[tuple[int, str]]:
    """The first records of a kind that has keys whose number begins so: number, and what it is called."""
    return connection.execute(
        f"SELECT id, substr({_NAMED_BY[kind]}, 1, {LONGEST}) FROM {kind} WHERE CAST(id AS TEXT) GLOB ? || '*' "
        "ORDER BY id LIMIT ?",
        (digits, count),
    ).fetchall()
