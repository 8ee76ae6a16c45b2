"""Long readings on the workspace's thread hold nothing up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace, now
from pmtui.services.workspace_thread import MOST_GIVEN_WAY, WorkspaceThread
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000000) SELECT count(*) FROM n"


class Reading:
    """A query that takes seconds the first times it is tried, and then tells how many problems there are."""

    def __init__(self, long: int) -> None:
        self.long = long
        self.tries = 0
        self._loop = asyncio.get_running_loop()
        self.began: asyncio.Queue[int] = asyncio.Queue()

    def __call__(self, uow: UnitOfWork) -> int:
        self.tries += 1
        self._loop.call_soon_threadsafe(self.began.put_nowait, self.tries)
        if self.tries <= self.long:
            uow.connection.execute(LONG).fetchone()
        return len(uow.problems.all())


@asynccontextmanager
async def opened() -> AsyncIterator[WorkspaceThread]:
    """A workspace in memory on a thread of its own."""
    workspace = WorkspaceThread(lambda: Workspace(Session.in_memory(now), "app"))
    try:
        yield workspace
    finally:
        workspace.close()


async def test_a_command_goes_before_a_reading_that_gives_way_and_that_then_sees_it() -> None:
    async with opened() as workspace:
        reading = Reading(long=1)
        asked = asyncio.create_task(workspace.ask_giving_way(reading))
        await reading.began.get()
        await workspace.run(AddProblem("Keys get lost"))
        assert await asked == 1
        assert reading.tries == 2


async def test_a_reading_that_has_given_way_often_is_finished() -> None:
    async with opened() as workspace:
        reading = Reading(long=MOST_GIVEN_WAY)
        asked = asyncio.create_task(workspace.ask_giving_way(reading))
        for tries in range(1, MOST_GIVEN_WAY + 1):
            assert await reading.began.get() == tries
            assert await workspace.ask(lambda uow: len(uow.problems.all())) == 0
        assert await asked == 0
        assert reading.tries == MOST_GIVEN_WAY + 1


async def test_a_reading_with_nothing_behind_it_is_read_once() -> None:
    async with opened() as workspace:
        reading = Reading(long=0)
        assert await workspace.ask_giving_way(reading) == 0
        assert reading.tries == 1


async def test_a_refusal_of_such_a_reading_is_a_refusal() -> None:
    async with opened() as workspace:
        with pytest.raises(Refusal, match="P-7"):
            await workspace.ask_giving_way(lambda uow: uow.problems.get(7))
