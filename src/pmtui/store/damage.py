"""Finding out what befell a file that was in order when it was opened."""

import sqlite3
from pathlib import Path

from pmtui.domain.errors import Damage
from pmtui.store.connect import PUT_BACK, damaged
from pmtui.store.migrations import SCHEMA_FINGERPRINT, schema_fingerprint


def what_befell(connection: sqlite3.Connection, path: Path) -> Damage | None:
    """What is wrong with an open file, in words, or None when a quick look at the whole of it finds nothing.

    Never reads the file past SQLite: closing it would give up SQLite's locks on it.
    """
    if path.is_file() and path.stat().st_size == 0:
        return Damage(f"{path} was emptied by another program.", PUT_BACK)
    try:
        if schema_fingerprint(connection) != SCHEMA_FINGERPRINT:
            return Damage(f"{path} is no workspace any more: another program has written over it.", PUT_BACK)
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # what is in the way of looking is damage too
        sound = False
    return None if sound else damaged(path)
