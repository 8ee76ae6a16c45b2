"""The full-text indexes: kept by triggers, and built again where a foreign write made them doubtful."""

import sqlite3


def full_text_due(connection: sqlite3.Connection) -> bool:
    """Whether any index has to be built again."""
    return connection.execute("SELECT 1 FROM full_text_due LIMIT 1").fetchone() is not None


def rebuild_full_text(connection: sqlite3.Connection) -> None:
    """Build the indexes again that are due, inside the open transaction."""
    for (name,) in connection.execute("SELECT name FROM full_text_due").fetchall():
        connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
    connection.execute("DELETE FROM full_text_due")
