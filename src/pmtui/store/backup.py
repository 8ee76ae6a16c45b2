"""Verified copies of a workspace: a copy takes its final name only when it was read back whole."""

import os
import sqlite3
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.store.leftovers import sweep
from pmtui.store.tables import JOURNALED

KEPT = 20


def copy(connection: sqlite3.Connection, folder: Path, reason: str) -> Path:
    """Copy an open workspace into a folder, check the copy, and keep the newest of all copies. Raises Refusal."""
    try:
        return _copy(connection, folder, reason)
    except OSError as error:
        raise Refusal(f"No copy can be made in {folder}: {error.strerror}.", "Nothing was changed.") from None


def newest_copy(folder: Path) -> Path | None:
    """The newest of the copies in a folder, None where there is none."""
    return max(filter(_number, folder.glob("*.pmtui")), key=_number, default=None)


def _copy(connection: sqlite3.Connection, folder: Path, reason: str) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(folder, ".*.unfinished*")
    unfinished = folder / f".{reason}.{os.urandom(8).hex()}.unfinished"
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        target = sqlite3.connect(unfinished, isolation_level=None)
        try:
            target.execute("PRAGMA journal_mode = OFF")  # half a copy is thrown away, never rolled back
            connection.execute("BEGIN")  # so that nobody writes between the copy and the count
            try:
                counts = _counts(connection)
                connection.backup(target)
            finally:
                connection.execute("ROLLBACK")
            if target.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok" or _counts(target) != counts:
                raise Refusal(
                    f"The copy made beforehand in {folder} did not read back whole.",
                    "Check the disk. Nothing was changed.",
                )
        finally:
            target.close()
        _sync(unfinished)
        final = _numbered(unfinished, folder, reason)
        _sync(folder)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in sorted(filter(_number, folder.glob("*.pmtui")), key=_number)[:-KEPT]:
        old.unlink(missing_ok=True)
    return final


def _numbered(unfinished: Path, folder: Path, reason: str) -> Path:
    """Give a copy the next number. Another program may take the same one: then the one after it."""
    number = 1 + max((_number(path) for path in folder.glob("*.pmtui")), default=0)
    while True:
        final = folder / f"{number:06d}-{reason}.pmtui"
        try:
            os.link(unfinished, final)  # fails where the name is taken; a rename would replace what has it
        except FileExistsError:
            number += 1
        except OSError:  # a file system without hard links
            unfinished.rename(final)
            return final
        else:
            return final


def _number(path: Path) -> int:
    head = path.name.split("-", 1)[0]
    return int(head) if head.isdigit() else 0


def _counts(connection: sqlite3.Connection) -> list[int]:
    present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    names = [table.name for table in JOURNALED if table.name in present]
    return [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
