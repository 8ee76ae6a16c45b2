"""What records for other programs hold besides what a list shows."""

import sqlite3


def origins(connection: sqlite3.Connection, kind: str) -> dict[int, tuple[str, str]]:
    """The label of the import source and the outside id, by number, of the records of a kind that were imported."""
    rows = connection.execute(
        "SELECT l.entity_id, s.label, l.external_id FROM import_link l JOIN import_source s ON s.id = l.source_id "
        "WHERE l.entity_kind = ? ORDER BY l.id",
        (kind,),
    ).fetchall()
    return {number: (label, external_id) for number, label, external_id in rows}


def needs_and_moments(connection: sqlite3.Connection) -> dict[int, tuple[str, str, str]]:
    """Need, when it was added and when it was changed last, by number of the problem."""
    rows = connection.execute("SELECT id, need, created_at, updated_at FROM problem").fetchall()
    return {number: (need, added, changed) for number, need, added, changed in rows}
