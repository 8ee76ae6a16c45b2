"""One open workspace file: opened in order, read, written, watched, closed."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from pmtui.domain.changes import ChangeSet, Outcome, Step
from pmtui.domain.errors import Damage, Refusal
from pmtui.domain.keys import Kind
from pmtui.store import backup, journal, migrations, undoing, unit_of_work
from pmtui.store.connect import (
    WorkspaceConnection,
    check_file,
    connect,
    connect_memory,
    create_empty,
    explain,
    is_no_text,
    trust_schema,
)
from pmtui.store.damage import what_befell
from pmtui.store.giving_way import GaveWay
from pmtui.store.leftovers import NEW, sweep_new
from pmtui.store.tables import SCHEMA_VERSION
from pmtui.store.unit_of_work import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")


class Session:
    """An open workspace. Every method runs on the thread that opened it and raises only Refusal for the world's faults.

    clock: gives the moment, ISO 8601 in UTC. backups: finds the folder that verified copies are put into.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        read_only: bool,
        clock: Callable[[], str],
        backups: Callable[[], Path] | None,
    ) -> None:
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self._clock = clock
        self._backups = backups
        self._data_version = self._version()
        self._newest_change = journal.newest_change(connection)
        self._was_checked = False
        self._damage: Damage | None = None

    @classmethod
    def open(cls, path: Path, clock: Callable[[], str], backups: Callable[[], Path] | None = None) -> "Session":
        """Open an existing workspace file, bringing an older one up to date after a copy. Raises Refusal."""
        path = path.absolute()
        read_only = check_file(path)
        with _refusals(path, backups):
            connection = connect(path, read_only)
            try:
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version < SCHEMA_VERSION:
                    if read_only:
                        raise Refusal(f"{path} is of an older format and can only be read.", "Make it writable once.")
                    if backups is not None:
                        backup.copy(connection, backups(), f"before-format-{SCHEMA_VERSION}")
                    migrations.migrate(connection)
                migrations.check_schema(connection)
                if not read_only:
                    unit_of_work.catch_up(connection)
                return cls(connection, path, read_only, clock, backups)
            except BaseException:
                connection.close()
                raise

    @classmethod
    def create(
        cls,
        path: Path,
        name: str,
        clock: Callable[[], str],
        backups: Callable[[], Path] | None = None,
        fill: Callable[[UnitOfWork], object] | None = None,
    ) -> "Session":
        """Make a new workspace file. It appears whole or not at all, and never in place of another. Raises Refusal.

        fill: adds what it holds from the start.
        """
        path = path.absolute()
        if os.path.lexists(path):
            raise Refusal(f"{path} already exists.", "Choose another name; pmtui overwrites no file.")
        sweep_new(path.parent)
        unfinished = path.with_name(f".{path.name}.{os.urandom(4).hex()}.{NEW}")
        create_empty(unfinished, path)
        try:
            with _refusals(path, None):
                connection = connect(unfinished)
                try:
                    migrations.migrate(connection)
                    _populate(connection, name, clock(), fill)
                finally:
                    connection.close()
            try:
                os.link(unfinished, path)
            except OSError:  # taken meanwhile, which create_empty refuses, or a file system without hard links
                create_empty(path, path)
                unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        return cls.open(path, clock, backups)

    @classmethod
    def in_memory(cls, clock: Callable[[], str], name: str = "Test") -> "Session":
        """A new workspace that is nowhere on disk."""
        connection = connect_memory()
        migrations.migrate(connection)
        _populate(connection, name, clock())
        return cls(connection, Path(":memory:"), False, clock, None)

    def write(self, source: str, work: Callable[[UnitOfWork], Outcome], *, rehearse: bool = False) -> ChangeSet:
        """Run work as one step. See unit_of_work.write."""
        return self._write(lambda: unit_of_work.write(self._connection, self._clock(), source, work, rehearse=rehearse))

    def undo(self, source: str, expected: int | None = None) -> ChangeSet:
        """Take the newest step back. See undoing.undo."""
        return self._write(lambda: undoing.undo(self._connection, self._clock(), source, expected))

    def redo(self, source: str) -> ChangeSet:
        """Do the last undone step again. See undoing.redo."""
        return self._write(lambda: undoing.redo(self._connection, self._clock(), source))

    def go_to(self, source: str, wanted: int, expected: int) -> ChangeSet:
        """Make everything as it was after a step. See undoing.go_to."""
        return self._write(lambda: undoing.go_to(self._connection, self._clock(), source, wanted, expected))

    @property
    def waits(self) -> bool:
        """Whether another program is what a change waits for. May be asked from any thread."""
        return isinstance(self._connection, WorkspaceConnection) and self._connection.waits

    def read(self, query: Callable[Concatenate[UnitOfWork, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a query from one consistent state of the file."""

        def answer() -> T:
            self._connection.execute("BEGIN")
            try:
                return query(UnitOfWork(self._connection, self._clock()), *args, **kwargs)
            finally:
                if self._connection.in_transaction:  # a failing disk has rolled back already
                    self._connection.execute("ROLLBACK")

        return self._work(answer)

    def snapshot(self) -> "Session":
        """All of it as it is now, in memory, to be read on any one thread while this goes on."""

        def copy() -> sqlite3.Connection:
            copied = connect_memory(any_thread=True)
            self._connection.backup(copied)
            trust_schema(copied)
            return copied

        return Session(self._work(copy), self.path, True, self._clock, None)

    def copied(self, copy: Callable[[sqlite3.Connection], sqlite3.Connection]) -> sqlite3.Connection:
        """What a function makes of all of it as it is now."""
        return self._work(lambda: copy(self._connection))

    def changed_elsewhere(self) -> ChangeSet | None:
        """What other programs have changed since this was last asked, or None."""
        return self._work(self._changes)

    def newest_to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._work(lambda: journal.newest_to_undo(self._connection))

    def back_up(self, reason: str) -> Path | None:
        """Put a verified copy into the backups folder. Returns its path, or None when there is no such folder."""
        self._check_once()
        backups = self._backups
        return self._work(lambda: backup.copy(self._connection, backups(), reason)) if backups else None

    def check(self) -> None:
        """Check the whole file quickly, and clear away what killed programs left beside it.

        Raises Refusal when it is damaged; from then on nothing is written to it.
        """
        if self.path.is_file():
            sweep_new(self.path.parent)
        self._damage = what_befell(self._connection, self.path)
        self._was_checked = True
        if self._damage is not None:
            self.read_only = True
            raise _with_newest_copy(self._damage, self._backups)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _check_once(self) -> None:
        if self._damage is not None or not self._was_checked:
            self.check()

    def _work(self, work: Callable[[], T]) -> T:
        """Do something with the file. work: is begun anew where it meets text that is none."""
        try:
            with _refusals(self.path, self._backups):
                try:
                    return work()
                except sqlite3.OperationalError as error:
                    if not is_no_text(error):
                        raise
                # Other programs may keep any bytes as a text; one such record hides no other.
                self._connection.text_factory = _as_far_as_it_is_text
                return work()
        except (Refusal, GaveWay):
            raise
        except Exception:
            self.check()  # a file that is damaged, or was written over, holds what no code of ours expects
            raise

    def _write(self, work: Callable[[], ChangeSet]) -> ChangeSet:
        self._check_once()
        if self.read_only:
            raise Refusal(
                f"{self.path} can only be read.", "Change the rights of it and of its folder, or work on a copy."
            )
        done = self._work(work)
        self._work(self._note_newest_change)
        return done

    def _note_newest_change(self) -> None:
        newest = journal.newest_change(self._connection)
        if self._version() == self._data_version:  # else there are changes of others still to be told
            self._newest_change = newest

    def _changes(self) -> ChangeSet | None:
        version = self._version()
        if version == self._data_version:
            return None
        if not self.read_only:
            unit_of_work.catch_up(self._connection)
        seen = self._newest_change
        newest = journal.newest_change(self._connection)
        kinds = journal.kinds_changed_since(self._connection, seen)
        steps = journal.newest_steps(self._connection, 1)
        self._data_version, self._newest_change = version, newest
        label = steps[0].label if steps else ""
        return ChangeSet(None, label, frozenset(Kind(kind) for kind in kinds)) if kinds else None

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def _refusals(path: Path, backups: Callable[[], Path] | None) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        refusal = explain(error, path)
        if refusal is None:
            raise
        raise _with_newest_copy(refusal, backups) from error


def _as_far_as_it_is_text(data: bytes) -> str:
    return str(data, "utf-8", "replace")


def _with_newest_copy(refusal: Refusal, backups: Callable[[], Path] | None) -> Refusal:
    if not isinstance(refusal, Damage) or backups is None:
        return refusal
    folder = backups()
    newest = backup.newest_copy(folder)
    where = f"The newest one is {newest}" if newest else f"pmtui has made none; they would be in {folder}"
    return Damage(refusal.title, f"{refusal.hint} {where}")


def _populate(
    connection: sqlite3.Connection, name: str, at: str, fill: Callable[[UnitOfWork], object] | None = None
) -> None:
    # Needed once in a file's life, and made of entities that most commands do without.
    from pmtui.store.beginning import populate

    populate(connection, name, at, fill)
