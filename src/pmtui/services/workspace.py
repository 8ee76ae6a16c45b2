"""The one door to a workspace: commands go in, queries are answered."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from pmtui.domain.changes import ChangeSet, Outcome, Step
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.domain.past import Past

P = ParamSpec("P")
T = TypeVar("T")


class Command(Protocol):
    """One thing a user does. A frozen value; run makes the change and says what was done."""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Make the change inside the open step. Raises Refusal."""
        ...


def now() -> str:
    """The moment as it is kept: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Workspace:
    """An open workspace, used from the thread that opened it. source: where its steps come from."""

    def __init__(self, session: Session, source: str) -> None:
        self._session = session
        self._source = source
        self.path = session.path
        self.uuid = self.ask(_uuid)

    @classmethod
    def open(cls, path: Path, source: str = "command line", clock: Callable[[], str] = now) -> "Workspace":
        """Open an existing workspace file. Raises Refusal."""
        return cls(Session.open(path, clock, lambda: _backups_of(path)), source)

    @classmethod
    def create(cls, path: Path, name: str, source: str = "command line", clock: Callable[[], str] = now) -> "Workspace":
        """Make a new workspace file and open it. Raises Refusal when there is a file already."""
        return cls(Session.create(path, name, clock, lambda: _backups_of(path)), source)

    @classmethod
    def in_memory(cls, clock: Callable[[], str] = now) -> "Workspace":
        """A new workspace that is nowhere on disk."""
        return cls(Session.in_memory(clock), "test")

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written to the file."""
        return self._session.read_only

    @property
    def waits(self) -> bool:
        """Whether another program is what a change waits for. May be asked from any thread."""
        return self._session.waits

    def run(self, command: Command) -> ChangeSet:
        """Do what a command says, as one step. Raises Refusal."""
        return self._session.write(self._source, command.run)

    def rehearse(self, command: Command) -> ChangeSet:
        """Do what a command says and roll it all back: the true preview of a change. Raises Refusal."""
        return self._session.write(self._source, command.run, rehearse=True)

    def ask(self, query: Callable[Concatenate[UnitOfWork, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a query."""
        return self._session.read(query, *args, **kwargs)

    def undo(self, expected: int | None = None) -> ChangeSet:
        """Take the newest step back; refuse when it is not the expected one. Raises Refusal."""
        return self._session.undo(self._source, expected)

    def redo(self) -> ChangeSet:
        """Do the step again that was undone last. Raises Refusal."""
        return self._session.redo(self._source)

    def go_to(self, step: int, expected: int) -> ChangeSet:
        """Make everything as it was after a step, 0 for the beginning, by undoing or redoing one after the other.

        expected: the newest step that the user knows of. Raises Refusal; then nothing has changed.
        """
        return self._session.go_to(self._source, step, expected)

    def snapshot(self) -> "Workspace":
        """All of it as it is now, in memory and read-only, for a long reading on another thread."""
        return Workspace(self._session.snapshot(), self._source)

    def as_of(self, past: "Past") -> "Workspace":
        """All of it as it was at a point of the past (services.past), to be read on any one thread. Raises Refusal."""
        from pmtui.store.past_session import PastSession

        return Workspace(PastSession(self._session, past), self._source)

    def newest_to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._session.newest_to_undo()

    def changed_elsewhere(self) -> ChangeSet | None:
        """What other programs changed since this was last asked, or None."""
        return self._session.changed_elsewhere()

    def back_up(self, reason: str) -> Path | None:
        """Put a verified copy beside the user's other data. Returns its path. Raises Refusal."""
        return self._session.back_up(reason)

    def check(self) -> None:
        """Check the whole file quickly. Raises Refusal when it is damaged; from then on nothing is written to it."""
        self._session.check()

    def close(self) -> None:
        """Close the file."""
        self._session.close()


def _uuid(uow: UnitOfWork) -> str:
    return uow.settings.uuid


def _backups_of(path: Path) -> Path:
    # By the place of the file: its own id is known only once it is open and up to date.
    from hashlib import sha256

    from pmtui.environment.paths import data_directory

    place = sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return data_directory() / "backups" / f"{path.stem}-{place}"
