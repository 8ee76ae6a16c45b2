"""Opening a workspace file safely, and saying in words why one can't be opened."""

import os
import shlex
import sqlite3
import stat
import time
from pathlib import Path

from pmtui.domain.errors import Damage, Refusal
from pmtui.store.tables import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 10.0
_LONGEST_NAP = 0.008  # seconds
_PRAGMAS = (
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("synchronous", "EXTRA", 3),
    ("mmap_size", "0", 0),
)
_LONGEST_VALUE = 100_000_000
PUT_BACK = "pmtui writes nothing more to it. Put a copy in its place."


def check_file(path: Path) -> bool:
    """Look at a workspace file with plain reads, before SQLite opens it. Returns whether it can only be read.

    Raises Refusal when it is missing, not a regular file, not readable, not a workspace, or made by a newer pmtui.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Refusal(f"There is no file {path}.", _near(path)) from None
    except OSError as error:
        raise Refusal(
            f"{path} can't be reached: {error.strerror}.", "Check the name and the rights of its folder."
        ) from None
    if not stat.S_ISREG(mode):
        raise Refusal(f"{path} is not a file.", "Give the path of a workspace file.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise Refusal(f"{path} can't be read: {error.strerror}.", "Check who owns it and its rights.") from None
    if not header:
        raise Refusal(f"{path} is empty.", "It holds no workspace; restore a copy, or make one with: pmtui new FILE")
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise Refusal(
            f"{path} is not a pmtui workspace.", f"To take its contents in, use: pmtui import {shlex.quote(str(path))}"
        )
    version = int.from_bytes(header[60:64], "big")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Refusal(
            f"{path} is a database of another program.", "pmtui leaves it as it is. Give the path of a workspace."
        )
    if version == 0:
        raise Refusal(f"{path} is not a whole workspace.", "Restore a copy, or make a new one with: pmtui new FILE")
    if version > SCHEMA_VERSION:
        raise Refusal(
            f"{path} was written by a newer pmtui (format {version}, this one knows {SCHEMA_VERSION}).",
            "Install the newer pmtui to open it. Nothing was changed.",
        )
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection to an existing file with every setting read back. It never creates a file."""
    target = path.resolve().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
    opened = sqlite3.connect(target, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, factory=WorkspaceConnection)
    connection = _prepare(opened)
    if not read_only:
        # Another tool may have switched to a write-ahead log, with which a file that was moved or replaced goes unseen.
        connection.execute("PRAGMA journal_mode = DELETE")
    return connection


def connect_memory(*, any_thread: bool = False) -> sqlite3.Connection:
    """A connection to an empty database in memory, set up as a file is. any_thread: another thread may use it."""
    return _prepare(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=not any_thread))


def trust_schema(connection: sqlite3.Connection) -> None:
    """Let the triggers of a file use JSON functions, which SQLite calls unsafe before 3.41.

    Only for a schema that is known to be ours: until then nothing in the file may run.
    """
    connection.execute("PRAGMA trusted_schema = ON")


class WorkspaceConnection(sqlite3.Connection):
    """A connection that says whether another program makes it wait before it may write."""

    waits = False


def begin_writing(connection: sqlite3.Connection) -> None:
    """Begin a transaction that may write, once no other program is writing.

    It asks again at short, uneven intervals. SQLite's own waiting backs off to a tenth of a second, in which writers
    that have just come take every turn, so that among many some would never get theirs.
    """
    ours = connection if isinstance(connection, WorkspaceConnection) else None
    deadline = time.monotonic() + _BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                    raise
            if ours is not None:
                ours.waits = True
            from random import uniform  # most writers never wait

            time.sleep(uniform(0, _LONGEST_NAP))  # noqa: S311 - any unevenness will do
    finally:
        if ours is not None:
            ours.waits = False
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000:.0f}")


def create_empty(path: Path, wanted: Path) -> None:
    """Make an empty file of rights 0600 where there is none. wanted: the file it is to become. Raises Refusal."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600))
    except FileExistsError:
        raise Refusal(f"{wanted} already exists.", "Choose another name; pmtui overwrites no file.") from None
    except FileNotFoundError:
        raise Refusal(
            f"The folder {wanted.parent} does not exist.", "Make it first, or choose another place."
        ) from None
    except OSError as error:
        raise Refusal(f"{wanted} can't be made: {error.strerror}.", "Choose another place.") from None


def explain(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> Refusal | None:
    """What an error of SQLite means for the user, or None when it is a fault of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Refusal(
            f"{path.name} is locked by another program, for more than {_BUSY_SECONDS:.0f} seconds now.",
            "Wait until it is done, or close it; then try again. Nothing was changed.",
        )
    if name == "SQLITE_TOOBIG":
        return Refusal("That text is too long to keep; nothing was changed.", "Shorten it, then try again.")
    if name.startswith("SQLITE_FULL"):
        return Refusal("The disk is full; nothing was changed.", "Free some space, then try again.")
    if name == "SQLITE_READONLY_DBMOVED":
        return Refusal(
            f"{path} was moved, deleted or replaced while it was open.", "Quit, look where it is, and open it again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return Refusal(
            f"{path} can only be read.",
            "Change the rights of it and of its folder, or work on a copy. Nothing was changed.",
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or is_no_text(error):
        return damaged(path)
    if "no such module: fts5" in str(error):
        return Refusal(
            "The SQLite of this Python has no full-text search (FTS5), which every workspace uses.",
            "Use another Python; the ones of python.org, Debian, Fedora and Homebrew have it.",
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return Refusal(f"{path} can't be opened.", "Check that it is there, and its rights.")
    if name == "SQLITE_IOERR_DIR_FSYNC":  # the last thing of a change: it is in the file by then
        return Refusal(
            f"The disk reported an error at {path}; the last change is there, but may not outlast a power cut.",
            "Check the disk before you go on.",
        )
    if name.startswith("SQLITE_IOERR"):
        return Refusal(
            f"The disk reported an error at {path}; nothing was changed.",
            "Check the disk and free space, then try again.",
        )
    return None


def is_no_text(error: Exception) -> bool:
    """Whether something was read as text that is none: a value, or what SQLite says about a damaged schema."""
    return isinstance(error, UnicodeDecodeError) or "not decode to UTF-8" in str(error)


def damaged(path: Path) -> Damage:
    """What to say of a file whose contents are not what SQLite wrote."""
    return Damage(f"{path} is damaged.", PUT_BACK)


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is not None and row[0] != expected:  # SQLite ignores a misspelt pragma without a word
            raise RuntimeError(f"SQLite did not take {name} = {value}")
    return connection


def _near(path: Path) -> str:
    from difflib import get_close_matches

    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:  # no folder to look into: nothing to suggest
        names = []
    if close := get_close_matches(path.name, names, n=3):
        return "Did you mean " + " or ".join(close) + "? To make a new workspace: pmtui new FILE"
    return "To make a new workspace: pmtui new FILE"
