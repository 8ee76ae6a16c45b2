"""The numbered steps from an empty file to the present schema, and the check that a file has just that schema.

A shipped migration is never edited.
"""

import importlib
import sqlite3
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from pmtui.domain.errors import Refusal
from pmtui.store.connect import trust_schema
from pmtui.store.journal import trigger_statements
from pmtui.store.score_triggers import SCORE_TRIGGERS
from pmtui.store.tables import APPLICATION_ID, JOURNALED, SCHEMA_VERSION
from pmtui.store.unjournaled import FULL_TEXT, FULL_TEXT_TRIGGERS, UNJOURNALED

try:
    from _blake2 import blake2b
except ImportError:  # hashlib always has it, but loads all of OpenSSL: 4 MB, and as long as opening a file takes
    from hashlib import blake2b

if TYPE_CHECKING:
    from sqlite_utils.db import Database

# What sqlite_master must hold, so that no foreign trigger or view ever runs. A test builds a file and compares.
SCHEMA_FINGERPRINT = "ad027937aa9a81a0d82f8255d6d52193"
# The same of the formats that came before, by their number: nothing in a file runs before it is known to be ours.
OLDER_FINGERPRINTS = {1: "314e67b9e3b3c63c294e8d111eb9fe4c", 2: "a19aabf2e56ec763eae4e9a47f254d3a"}
_FULL_TEXT_TABLES = tuple(
    f"{table}_fts{part}" for table, _ in FULL_TEXT for part in ("_data", "_idx", "_docsize", "_config")
)
# What sqlite-utils made to keep a full-text index true and is kept; its trigger for updates writes the words again
# whatever was changed.
_FULL_TEXT_SYNC = tuple(f"{table}_{event}" for table, _ in FULL_TEXT for event in ("ai", "ad"))
_TABLES_OF_SQLITE = ("sqlite_sequence", "sqlite_stat1", "sqlite_stat4")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the present schema, all in one transaction; safe for several starters at once."""
    sqlite_utils = _load_sqlite_utils()
    migrations = importlib.import_module("sqlite_utils.migrations").Migrations("pmtui")
    migrations(name="1 the spine")(_create)
    migrations(name="2 direction")(lambda db: _create_tables(db, 2))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = connection.execute("PRAGMA user_version").fetchone()[0]
        if before in OLDER_FINGERPRINTS and schema_fingerprint(connection) != OLDER_FINGERPRINTS[before]:
            raise _foreign_schema(connection)
        migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
        _renew_triggers(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise Refusal("The file holds links to records that are not there.", "Nothing was changed.")
        check_schema(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def schema_fingerprint(connection: sqlite3.Connection) -> str:
    """A digest of every table, index, trigger and view of a file, but for the inner tables of full-text search."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"  # the rest are SQLite's own indexes
    ).fetchall()
    kept = sorted(row for row in rows if not (row[0] == "table" and row[1] in (*_FULL_TEXT_TABLES, *_TABLES_OF_SQLITE)))
    return blake2b(repr(kept).encode(), digest_size=16).hexdigest()


def check_schema(connection: sqlite3.Connection) -> None:
    """Let a file's triggers run if it has just the schema of a workspace. Raises Refusal when it has not."""
    if schema_fingerprint(connection) != SCHEMA_FINGERPRINT:
        raise _foreign_schema(connection)
    trust_schema(connection)


def _foreign_schema(connection: sqlite3.Connection) -> Refusal:
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    return Refusal(
        f"The tables of {path} are not those of a pmtui workspace.",
        "It is damaged, or something added or changed tables or triggers in it. Nothing was changed.",
    )


def _create(db: "Database") -> None:
    _create_tables(db, 1)
    for statement in UNJOURNALED:
        db.execute(statement)
    for name, columns in FULL_TEXT:
        db.table(name).enable_fts(columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2")


def _create_tables(db: "Database", since: int) -> None:
    for table in JOURNALED:
        if table.since == since:
            db.execute(table.create_sql)
            for columns in table.indexes:
                db.execute(f"CREATE INDEX {table.name}_{'_'.join(columns)} ON {table.name} ({', '.join(columns)})")


def _renew_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers anew: they say what every table of the present format is made of."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()]
    for name in names:
        if name not in _FULL_TEXT_SYNC:
            connection.execute(f"DROP TRIGGER {name}")
    for statement in (*SCORE_TRIGGERS, *FULL_TEXT_TRIGGERS, *trigger_statements()):
        connection.execute(statement)


def _load_sqlite_utils() -> ModuleType:
    # It imports numpy and pandas where they are installed, which triples its cost for nothing we use.
    hidden = [name for name in ("numpy", "pandas") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None is how Python marks a module as not there
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        for name in hidden:
            del sys.modules[name]
