"""Evidence that may be the same twice: the candidates."""

import sqlite3

UNMERGED = "duplicate_of IS NULL"
"""What is true of a row of evidence that was not merged into another; a dismissed piece may still be a duplicate."""

CUSTOMER = "coalesce('c' || company_id, nullif('a' || author, 'a'))"
"""Who said it, if that is known: the company, else the author."""

Row = tuple[int, str, str | None]


def alike_candidates(connection: sqlite3.Connection, evidence: int, limit: int) -> list[Row]:
    """The newest unmerged pieces with the same text as a piece, or by the same customer: number, text, customer.

    Texts of the same length are found by an index, and so are those of a customer.
    """
    found = f"SELECT e.id, e.text, {CUSTOMER} FROM asked JOIN evidence e"
    other = f"e.id <> asked.id AND e.{UNMERGED}"
    return connection.execute(
        f"WITH asked AS MATERIALIZED (SELECT id, text, {CUSTOMER} AS customer FROM evidence WHERE id = ?) "
        f"SELECT * FROM ({found} ON length(e.text) = length(asked.text) AND e.text = asked.text WHERE {other} "
        f"UNION {found} ON {CUSTOMER} = asked.customer WHERE {other}) "
        "ORDER BY text = (SELECT text FROM asked) DESC, id DESC LIMIT ?",
        (evidence, limit),
    ).fetchall()


def text_and_customer(connection: sqlite3.Connection, evidence: int) -> Row | None:
    """Number, text and customer of a piece, or None when it is gone."""
    row: Row | None = connection.execute(
        f"SELECT id, text, {CUSTOMER} FROM evidence WHERE id = ?", (evidence,)
    ).fetchone()
    return row


def same_texts(connection: sqlite3.Connection, limit: int) -> list[tuple[int, int]]:
    """Unmerged pieces whose text an older piece has word for word: the oldest such, and the piece."""
    return connection.execute(
        "SELECT first, e.id FROM evidence e JOIN (SELECT text, min(id) AS first FROM evidence "
        f"WHERE {UNMERGED} GROUP BY text HAVING count(*) > 1 ORDER BY first DESC LIMIT ?) AS same "
        f"ON same.text = e.text WHERE e.{UNMERGED} AND e.id <> first ORDER BY first DESC, e.id LIMIT ?",
        (limit, limit),
    ).fetchall()


def newest_of_repeated_customers(connection: sqlite3.Connection, limit: int) -> list[Row]:
    """The newest unmerged pieces, of customers known to have said more than one: number, text, customer."""
    return connection.execute(
        f"SELECT id, text, {CUSTOMER} AS customer FROM evidence WHERE {UNMERGED} AND {CUSTOMER} IN (SELECT {CUSTOMER} "
        f"FROM evidence WHERE {UNMERGED} GROUP BY 1 HAVING count(*) > 1) ORDER BY id DESC LIMIT ?",
        (limit,),
    ).fetchall()
