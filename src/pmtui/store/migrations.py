"""The numbered steps from an empty file to the present schema, and the check that a file has just that schema.

A shipped migration is never edited.
"""

import hashlib
import importlib
import sqlite3
import sys
import uuid
from dataclasses import astuple, fields
from types import ModuleType
from typing import TYPE_CHECKING, Any

from pmtui.domain.board import PROBLEM_LANES
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard import RICE
from pmtui.store.connect import trust_schema
from pmtui.store.journal import trigger_statements
from pmtui.store.tables import APPLICATION_ID, FULL_TEXT, JOURNALED, SCHEMA_VERSION, SCORE_TRIGGERS, UNJOURNALED

if TYPE_CHECKING:
    from sqlite_utils.db import Database

# What sqlite_master must hold, so that no foreign trigger or view ever runs. A test builds a file and compares.
SCHEMA_FINGERPRINT = "c98e2421b943234076635875e351fc13"
_FULL_TEXT_TABLES = tuple(
    f"{table}_fts{part}" for table, _ in FULL_TEXT for part in ("_data", "_idx", "_docsize", "_config")
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the present schema, all in one transaction; safe for several starters at once."""
    sqlite_utils = _load_sqlite_utils()
    migrations = importlib.import_module("sqlite_utils.migrations").Migrations("pmtui")
    migrations(name="1 the spine")(_create)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise Refusal("The file holds links to records that are not there.", "Nothing was changed.")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def populate(connection: sqlite3.Connection, name: str, at: str) -> None:
    """Give a new workspace what every workspace starts with: RICE and the problems board. Not a step: no undo of it."""
    check_schema(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for criterion in RICE_CRITERIA:
            _insert(connection, "criterion", criterion)
        _insert(connection, "scorecard", RICE)
        connection.execute(
            "INSERT INTO workspace (id, name, uuid, ranked_by, created_at) VALUES (1, ?, ?, ?, ?)",
            (name, str(uuid.uuid4()), RICE.id, at),
        )
        connection.execute("INSERT INTO board (id, name, kind) VALUES (1, 'Problems', 'problem')")
        for position, (lane, phase) in enumerate(PROBLEM_LANES):
            connection.execute(
                "INSERT INTO lane (board_id, name, position, phase, wip_limit, strict) VALUES (1, ?, ?, ?, NULL, 0)",
                (lane, position, phase),
            )
        connection.execute("DELETE FROM change")
        connection.execute("DELETE FROM step")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def schema_fingerprint(connection: sqlite3.Connection) -> str:
    """A digest of every table, index, trigger and view of a file, but for the inner tables of full-text search."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    kept = sorted(
        row
        for row in rows
        if not row[1].startswith("sqlite_") and not (row[0] == "table" and row[1] in _FULL_TEXT_TABLES)
    )
    return hashlib.sha256(repr(kept).encode()).hexdigest()[:32]


def check_schema(connection: sqlite3.Connection) -> None:
    """Let a file's triggers run if it has just the schema of a workspace. Raises Refusal when it has not."""
    if schema_fingerprint(connection) != SCHEMA_FINGERPRINT:
        raise Refusal(
            "The file's tables are not those of a pmtui workspace.",
            "Something added or changed tables or triggers in it. Nothing was changed.",
        )
    trust_schema(connection)


def _create(db: "Database") -> None:
    for table in JOURNALED:
        db.execute(table.create_sql)
        for columns in table.indexes:
            db.execute(f"CREATE INDEX {table.name}_{'_'.join(columns)} ON {table.name} ({', '.join(columns)})")
    for statement in (*UNJOURNALED, *SCORE_TRIGGERS, *trigger_statements()):
        db.execute(statement)
    for name, columns in FULL_TEXT:
        db.table(name).enable_fts(columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2")


def _insert(connection: sqlite3.Connection, table: str, entity: Any) -> None:
    names = [field.name for field in fields(entity)]
    marks = ", ".join("?" for _ in names)
    connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", astuple(entity))


def _load_sqlite_utils() -> ModuleType:
    # It imports numpy and pandas where they are installed, which triples its cost for nothing we use.
    hidden = [name for name in ("numpy", "pandas") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None is how Python marks a module as not there
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        for name in hidden:
            del sys.modules[name]
