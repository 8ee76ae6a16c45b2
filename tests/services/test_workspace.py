import asyncio
import threading
from pathlib import Path

import pytest

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace, now
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, digest


def titles(uow: UnitOfWork) -> list[str]:
    return [problem.title for problem in uow.problems.all()]


def test_a_workspace_keeps_its_own_id_wherever_it_is_moved(path: Path) -> None:
    made = Workspace.create(path, "Test")
    made.close()
    moved = Workspace.open(path.rename(path.with_name("moved.pmtui")))
    assert moved.uuid == made.uuid
    other = Workspace.create(path, "Test")
    assert other.uuid != made.uuid
    moved.close()
    other.close()


def test_a_change_tells_its_step_label_kinds_and_what_it_made(memory: Workspace) -> None:
    change = memory.run(AddProblem("x"))
    assert (change.label, change.created, change.notice) == ("Added P-1", 1, "")
    assert change.kinds == {Kind.PROBLEM, Kind.LANE_CHANGE}
    newest = memory.newest_to_undo()
    assert newest is not None
    assert (newest.id, newest.source) == (change.step, "test")


def test_a_moment_is_utc_to_the_second() -> None:
    assert len(now()) == len("2026-01-01T00:00:00Z")
    assert now().endswith("Z")


async def test_the_thread_gives_what_the_workspace_gives(path: Path, workspace: Workspace) -> None:
    add_problem(workspace, "One")
    workspace.close()
    door = WorkspaceThread(lambda: Workspace.open(path, "app"))
    assert (door.path, door.uuid, door.read_only) == (path, workspace.uuid, False)
    change = await door.run(AddProblem("Two"))
    assert (await door.rehearse(AddProblem("Three"))).step is None
    assert await door.ask(titles) == ["One", "Two"]
    assert (await door.undo(change.step)).label == "Undid: Added P-2"
    assert (await door.redo()).label == "Redid: Added P-2"
    assert await door.changed_elsewhere() is None
    await door.check()
    assert await door.back_up("test") is not None
    door.close()
    with pytest.raises(RuntimeError):
        await door.ask(titles)


async def test_giving_up_the_wait_never_gives_up_the_change(path: Path, workspace: Workspace) -> None:
    workspace.close()
    door = WorkspaceThread(lambda: Workspace.open(path, "app"))
    begun, go_on = threading.Event(), threading.Event()

    class Slow:
        def run(self, uow: UnitOfWork) -> Outcome:
            begun.set()
            go_on.wait()
            return AddProblem("Kept").run(uow)

    waiting = door.run(Slow())
    await asyncio.to_thread(begun.wait)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go_on.set()
    assert await door.ask(titles) == ["Kept"]
    door.close()


async def test_changes_wait_for_each_other_in_the_order_they_were_asked_for(path: Path, workspace: Workspace) -> None:
    workspace.close()
    door = WorkspaceThread(lambda: Workspace.open(path, "app"))
    await asyncio.gather(*(door.run(AddProblem(str(number))) for number in range(20)))
    assert await door.ask(titles) == [str(number) for number in range(20)]
    door.close()


async def test_a_workspace_that_can_not_be_opened_says_so_whenever_it_is_asked(path: Path) -> None:
    door = WorkspaceThread(lambda: Workspace.open(path))
    for _ in range(2):
        with pytest.raises(Refusal, match="There is no file"):
            await door.ask(digest)
    door.close()
