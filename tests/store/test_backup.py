import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.workspace import Workspace
from pmtui.store import backup
from pmtui.store.backup import KEPT
from pmtui.store.session import Session
from tests.builders import Clock, add_problem, digest


@pytest.fixture
def session(path: Path) -> Session:
    return Session.create(path, "Test", Clock(), lambda: path.parent / "backups")


def copy_of(session: Session, reason: str = "test") -> Path:
    made = session.back_up(reason)
    assert made is not None
    return made


def test_a_copy_is_a_whole_workspace_of_its_own(workspace: Workspace) -> None:
    add_problem(workspace, "Kept", "10", "1", "100%", "2")
    made = workspace.back_up("before-import")
    assert made is not None
    add_problem(workspace, "Later")
    copied = Workspace.open(made)
    workspace.undo()
    assert copied.ask(digest) == workspace.ask(digest)
    copied.check()
    copied.undo()  # with its history
    copied.close()
    assert made.stat().st_mode & 0o777 == 0o600


def test_copies_are_numbered_and_the_newest_are_kept(session: Session) -> None:
    for _ in range(KEPT + 3):
        newest = copy_of(session)
    names = sorted(path.name for path in newest.parent.iterdir())
    assert len(names) == KEPT
    assert names[-1] == newest.name == f"{KEPT + 3:06d}-test.pmtui"
    session.close()


def test_files_of_the_user_in_the_folder_are_left_alone(session: Session) -> None:
    folder = copy_of(session).parent
    (folder / "mine.pmtui").write_text("x")
    for _ in range(KEPT + 2):
        copy_of(session)
    assert (folder / "mine.pmtui").read_text() == "x"
    session.close()


def test_a_copy_that_does_not_read_back_whole_never_gets_its_name(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter(([1], [2]))
    monkeypatch.setattr(backup, "_counts", lambda _: next(counts))
    with pytest.raises(Refusal, match="did not read back whole"):
        session.back_up("test")
    assert list((session.path.parent / "backups").iterdir()) == []
    session.close()


def test_a_copy_that_is_killed_never_gets_its_name_and_is_swept_later(session: Session) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from pmtui.store import backup
from pmtui.store.session import Session
backup._sync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
path = Path(sys.argv[1])
Session.open(path, lambda: "2026-01-01T00:00:00Z", lambda: path.parent / "backups").back_up("killed")
"""
    ended = subprocess.run([sys.executable, "-c", program, session.path], check=False)
    assert ended.returncode == -signal.SIGKILL
    folder = session.path.parent / "backups"
    (leftover,) = folder.iterdir()
    assert leftover.suffix == ".unfinished"
    made = copy_of(session)
    assert leftover.exists()  # it might be in the making
    long_ago = time.time() - 100_000
    os.utime(leftover, (long_ago, long_ago))
    again = copy_of(session)
    assert sorted(folder.iterdir()) == [made, again]
    session.close()


def test_what_others_write_meanwhile_does_not_spoil_a_copy(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = backup._counts

    def count_while_others_write(connection: sqlite3.Connection) -> list[int]:
        found = counted(connection)
        with (
            closing(sqlite3.connect(session.path, isolation_level=None, timeout=0)) as other,
            suppress(sqlite3.OperationalError),  # it has to wait until the copy is made
        ):
            other.execute("INSERT INTO tag (name) VALUES ('a' || random())")
        return found

    monkeypatch.setattr(backup, "_counts", count_while_others_write)
    assert copy_of(session).exists()
    session.close()


def test_a_folder_that_can_not_be_made_is_told(path: Path) -> None:
    (path.parent / "backups").write_text("a file")
    session = Session.create(path, "Test", Clock(), lambda: path.parent / "backups")
    with pytest.raises(Refusal, match="No copy can be made"):
        session.back_up("test")
    session.close()


def test_a_workspace_in_memory_has_no_copies() -> None:
    assert Session.in_memory(Clock()).back_up("test") is None


def test_two_copies_made_at_once_never_take_the_same_number(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_of(session).parent
    other = folder / "000002-test.pmtui"
    link = os.link

    def after_another_program(source: Path, target: Path) -> None:
        if not other.exists():
            other.write_text("of another program")
        link(source, target)

    monkeypatch.setattr(os, "link", after_another_program)
    assert copy_of(session).name == "000003-test.pmtui"
    assert other.read_text() == "of another program"
    session.close()


def test_a_copy_is_made_where_files_can_have_one_name_only(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_source: Path, _target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    made = copy_of(session)
    assert [path.name for path in made.parent.iterdir()] == [made.name] == ["000001-test.pmtui"]
    session.close()
