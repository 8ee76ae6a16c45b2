"""An open workspace beside other programs, other processes and a failing disk."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pmtui.domain.changes import ChangeSet, Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.services.problems import AddProblem, DeleteProblems, EditProblem
from pmtui.services.workspace import Workspace
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.store import connect as connecting
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import Clock, add_problem, created, digest, foreign


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up on a locked file soon."""
    monkeypatch.setattr(connecting, "_BUSY_SECONDS", 0.05)


def test_undo_and_redo_go_all_the_way_back_and_forth_across_reopening(path: Path, workspace: Workspace) -> None:
    states = [workspace.ask(digest)]
    for number in range(30):
        workspace.run(AddProblem(f"Problem {number}"))
        states.append(workspace.ask(digest))
    workspace.close()
    for state in reversed(states[:-1]):
        again = Workspace.open(path)
        again.undo()
        assert again.ask(digest) == state
        again.close()
    last = Workspace.open(path)
    with pytest.raises(Refusal, match="nothing to undo"):
        last.undo()
    for state in states[1:]:
        last.redo()
        assert last.ask(digest) == state
    with pytest.raises(Refusal, match="nothing to redo"):
        last.redo()
    last.close()


def test_a_new_step_ends_redo(memory: Workspace) -> None:
    add_problem(memory, "first")
    memory.undo()
    add_problem(memory, "second")
    with pytest.raises(Refusal, match="nothing to redo"):
        memory.redo()


def test_what_changes_nothing_or_is_refused_is_no_step_and_keeps_redo(memory: Workspace) -> None:
    number = add_problem(memory, "first")
    memory.run(EditProblem(number, {"title": "second"}))
    memory.undo()
    assert memory.run(EditProblem(number, {"title": "first"})).step is None
    with pytest.raises(Refusal):
        memory.run(EditProblem(number, {"title": " "}))
    memory.redo()
    assert memory.ask(lambda uow: uow.problems.get(number)).title == "second"


def test_undo_refuses_when_another_step_has_landed_meanwhile(memory: Workspace) -> None:
    add_problem(memory, "mine")
    mine = memory.newest_to_undo()
    add_problem(memory, "theirs")
    assert mine is not None
    before = memory.ask(digest)
    with pytest.raises(Refusal, match="another change was made: Added P-2"):
        memory.undo(mine.id)
    assert memory.ask(digest) == before


def test_undo_follows_the_newest_step_that_is_not_undone(memory: Workspace) -> None:
    for title in ("one", "two", "three"):
        add_problem(memory, title)
    memory.undo()
    memory.undo()
    memory.redo()
    add_problem(memory, "four")
    left = []
    for _ in range(3):
        left.append([problem.title for problem in memory.ask(lambda uow: uow.problems.all())])
        memory.undo()
    assert left == [["one", "two", "four"], ["one", "two"], ["one"]]


def test_numbers_are_never_used_again_after_an_undo_or_a_deletion(memory: Workspace) -> None:
    first = created(memory, AddProblem("first"))
    memory.undo()
    second = created(memory, AddProblem("second"))
    memory.run(DeleteProblems((second,)))
    third = created(memory, AddProblem("third"))
    assert len({first, second, third}) == 3


def test_a_rehearsal_tells_what_would_happen_and_leaves_nothing(memory: Workspace) -> None:
    before = memory.ask(digest)
    told = memory.rehearse(AddProblem("only thought of"))
    assert told.step is None
    assert Kind.PROBLEM in told.kinds
    assert memory.ask(digest) == before
    assert memory.newest_to_undo() is None
    assert created(memory, AddProblem("real")) == told.created


def test_a_fault_in_the_middle_of_a_command_leaves_nothing(memory: Workspace) -> None:
    class Faulty:
        def run(self, uow: UnitOfWork) -> Outcome:
            AddProblem("half").run(uow)
            raise ZeroDivisionError

    before = memory.ask(digest)
    with pytest.raises(ZeroDivisionError):
        memory.run(Faulty())
    assert memory.ask(digest) == before
    assert add_problem(memory) > 0


def test_text_that_was_not_cleaned_is_never_kept(memory: Workspace) -> None:
    number = add_problem(memory)
    for text in ("a\x1b", "a\x00", "a\r", "a\x85", "\ud800"):
        with pytest.raises(ValueError, match="was not cleaned"):
            memory.ask(_write_notes, number, text)


def test_changes_of_others_are_told_once_with_their_kinds(path: Path, workspace: Workspace) -> None:
    assert workspace.changed_elsewhere() is None
    other = Workspace.open(path, "command line")
    other.run(AddProblem("Elsewhere"))
    told = workspace.changed_elsewhere()
    assert told is not None
    assert told.kinds == {Kind.PROBLEM, Kind.LANE_CHANGE}
    assert told.label == "Added P-1"
    assert workspace.changed_elsewhere() is None
    with closing(foreign(path)) as tool:
        tool.execute("INSERT INTO tag (name) VALUES ('a')")
    told = workspace.changed_elsewhere()
    assert told is not None
    assert told.kinds == {Kind.TAG}
    other.close()


def test_our_own_changes_are_not_told_as_changes_of_others(path: Path, workspace: Workspace) -> None:
    workspace.run(AddProblem("Ours"))
    workspace.undo()
    assert workspace.changed_elsewhere() is None


def test_changes_of_others_are_told_even_when_we_wrote_after_them(path: Path, workspace: Workspace) -> None:
    with closing(foreign(path)) as other:
        other.execute("INSERT INTO tag (name) VALUES ('a')")
    workspace.run(AddProblem("Ours, later"))
    told = workspace.changed_elsewhere()
    assert told is not None
    assert Kind.TAG in told.kinds


def test_changes_of_others_are_told_after_a_moment_in_which_the_file_was_locked(impatient: None, path: Path) -> None:
    Workspace.create(path, "Test").close()
    workspace = Workspace.open(path)
    with closing(foreign(path)) as other:
        other.execute("INSERT INTO problem SELECT 1, 'x', 1, 0, '', '', '', '', '', '', '', '', '', '{}'")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="locked"):
            workspace.changed_elsewhere()
        other.execute("ROLLBACK")
    told = workspace.changed_elsewhere()
    assert told is not None
    assert told.kinds == {Kind.PROBLEM}
    workspace.close()


def test_a_change_says_while_it_waits_for_another_program(path: Path) -> None:
    Workspace.create(path, "Test").close()
    workspace = WorkspaceThread(lambda: Workspace.open(path))

    async def added() -> ChangeSet:
        return await workspace.run(AddProblem("x"))

    with ThreadPoolExecutor(1) as pool, closing(foreign(path)) as other:
        assert not workspace.waits
        other.execute("BEGIN IMMEDIATE")
        change = pool.submit(lambda: asyncio.run(added()))
        while not workspace.waits:
            assert not change.done()
        other.execute("ROLLBACK")
        assert change.result().step is not None
        assert not workspace.waits
    workspace.close()


def test_a_locked_file_is_told_as_such_and_nothing_is_changed(impatient: None, path: Path) -> None:
    Workspace.create(path, "Test").close()
    workspace = Workspace.open(path)
    before = workspace.ask(digest)
    with closing(foreign(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        for refused in (partial(workspace.run, AddProblem("x")), workspace.undo, workspace.redo):
            with pytest.raises(Refusal, match="locked by another program"):
                refused()
        assert workspace.ask(digest) == before  # reading goes on
        other.execute("ROLLBACK")
        other.execute("BEGIN EXCLUSIVE")
        for locked in (lambda: workspace.ask(digest), lambda: Workspace.open(path)):
            with pytest.raises(Refusal, match="locked by another program"):
                locked()
        other.execute("ROLLBACK")
    assert add_problem(workspace) == 1
    workspace.close()


def test_a_reader_that_does_not_finish_makes_a_write_fail_whole(impatient: None, path: Path) -> None:
    Workspace.create(path, "Test").close()
    workspace = Workspace.open(path)
    with closing(foreign(path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM problem").fetchall()
        with pytest.raises(Refusal, match="locked"):
            workspace.run(AddProblem("x"))
        other.execute("ROLLBACK")
    assert workspace.ask(lambda uow: uow.problems.all()) == []
    assert add_problem(workspace) > 0
    workspace.close()


@pytest.mark.parametrize("fate", ["moved", "deleted", "replaced"])
def test_a_file_that_is_no_longer_there_is_told_at_the_next_write(path: Path, workspace: Workspace, fate: str) -> None:
    add_problem(workspace, "Kept")
    if fate == "moved":
        path.rename(path.with_name("moved"))
    elif fate == "deleted":
        path.unlink()
    else:
        shutil.copy(path, path.with_name("copy"))
        path.with_name("copy").replace(path)
    with pytest.raises(Refusal, match="moved, deleted or replaced"):
        workspace.run(AddProblem("Lost?"))
    assert workspace.ask(lambda uow: uow.problems.get(1)).title == "Kept"


def test_a_full_disk_refuses_the_change_and_leaves_the_file_healthy(path: Path) -> None:
    Workspace.create(path, "Test").close()
    program = """
import resource, sys
from functools import partial
from pathlib import Path
from pmtui.domain.changes import ChangeSet, Outcome
from pmtui.domain.errors import Refusal
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
path = Path(sys.argv[1])
workspace = Workspace.open(path)
workspace.run(AddProblem("Kept"))
full = path.stat().st_size + 8192
resource.setrlimit(resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
try:
    workspace.run(AddProblem("Too large", notes="word " * 100_000))
except Refusal as refusal:
    print(refusal.title)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
workspace.run(AddProblem("Works again"))
"""
    ended = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    assert "nothing was changed" in ended.stdout
    workspace = Workspace.open(path)
    assert [problem.title for problem in workspace.ask(lambda uow: uow.problems.all())] == ["Kept", "Works again"]
    workspace.check()
    workspace.close()


def test_files_are_for_their_owner_alone_whatever_the_umask(path: Path) -> None:
    program = """
import os, sys
from functools import partial
from pathlib import Path
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
os.umask(0)
path = Path(sys.argv[1])
workspace = Workspace.create(path, "Test")
copy = workspace.back_up("test")
workspace._session._connection.execute("BEGIN IMMEDIATE")
workspace._session._connection.execute("UPDATE problem SET title = 'x'")
workspace._session._connection.execute("DELETE FROM lane WHERE id = 7")
for found in (*path.parent.glob("work*"), copy):
    print(found.suffix, oct(found.stat().st_mode & 0o777))
print(copy.parent.name[:4], oct(copy.parent.stat().st_mode & 0o777))
"""
    ended = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    lines = sorted(ended.stdout.split("\n"))
    assert lines == ["", ".pmtui 0o600", ".pmtui 0o600", ".pmtui-journal 0o600", "work 0o700"]


def test_a_new_workspace_never_takes_the_place_of_another_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(Refusal, match="already exists"):
        Workspace.create(path, "Test")
    assert path.read_text() == "mine"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without hard links"])
def test_a_file_that_appears_while_a_workspace_is_made_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def fill(_: object) -> None:
        path.write_text("theirs")

    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    with pytest.raises(Refusal, match="already exists"):
        Session.create(path, "Test", Clock(), fill=fill)
    assert path.read_text() == "theirs"
    assert list(path.parent.iterdir()) == [path]


def test_a_workspace_is_made_where_there_are_no_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    workspace = Workspace.create(path, "Test")
    assert add_problem(workspace) == 1
    workspace.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_workspace_without_a_name_is_not_made(path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="needs a name"):
        Workspace.create(path, name)
    assert list(path.parent.iterdir()) == []


def test_the_name_of_a_workspace_is_cleaned(path: Path) -> None:
    workspace = Workspace.create(path, " My\x1b[31m\nproduct ")
    assert workspace.ask(lambda uow: uow.workspace.get(1)).name == "My\ufffd[31m product"
    workspace.close()


def test_a_folder_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(Refusal, match="does not exist"):
        Workspace.create(path.parent / "nowhere" / "a.pmtui", "Test")


def test_a_place_where_no_file_can_be_made_is_told_by_the_name_that_was_given(path: Path) -> None:
    path.write_text("a file, no folder")
    for wanted in (path / "a.pmtui", path.with_name("x" * 300)):
        with pytest.raises(Refusal) as refused:
            Workspace.create(wanted, "Test")
        assert refused.value.title.startswith(f"{wanted} can't be made: ")
    assert list(path.parent.iterdir()) == [path]


def test_nothing_lies_beside_a_closed_workspace(path: Path, workspace: Workspace) -> None:
    add_problem(workspace)
    workspace.close()
    assert list(path.parent.iterdir()) == [path]


def _write_notes(uow: UnitOfWork, number: int, notes: str) -> None:
    uow.problems.save(replace(uow.problems.get(number), notes=notes))


def _no_links(*_: object) -> None:
    raise OSError(os.strerror(1))


def test_no_transaction_stays_open(path: Path) -> None:
    session = Session.create(path, "Test", Clock())
    connection: sqlite3.Connection = session._connection
    session.write("test", AddProblem("x").run)
    session.write("test", AddProblem("x").run, rehearse=True)
    session.undo("test")
    session.redo("test")
    session.read(digest)
    session.changed_elsewhere()
    assert not connection.in_transaction
    session.close()
