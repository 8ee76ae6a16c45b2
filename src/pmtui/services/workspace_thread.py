"""A workspace on a thread of its own, for an event loop that must never wait for the file."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from pmtui.domain.changes import ChangeSet
from pmtui.services.workspace import Command, Workspace
from pmtui.store.giving_way import GaveWay, giving_way
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.domain.past import Past

P = ParamSpec("P")
T = TypeVar("T")


MOST_GIVEN_WAY = 3  # times; then a long reading is finished, so that it is answered at last


class WorkspaceThread:
    """The same door as Workspace, to be awaited.

    A change begins when it is called, and giving up the wait for it never gives it up.
    """

    def __init__(self, opener: Callable[[], Workspace]) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._opening = self._thread.submit(opener)
        self._awaited = 0  # calls that nothing may hold up

    @property
    def _workspace(self) -> Workspace:
        return self._opening.result()

    @property
    def path(self) -> Path:
        """Where the file is. Waits until it is open; raises what opening it raised."""
        return self._workspace.path

    @property
    def uuid(self) -> str:
        """What tells this workspace apart from others."""
        return self._workspace.uuid

    @property
    def read_only(self) -> bool:
        """Whether it can only be read."""
        return self._workspace.read_only

    @property
    def waits(self) -> bool:
        """See Workspace.waits."""
        return self._workspace.waits

    def run(self, command: Command) -> asyncio.Future[ChangeSet]:
        """See Workspace.run."""
        return self._call(lambda: self._workspace.run(command))

    def rehearse(self, command: Command) -> asyncio.Future[ChangeSet]:
        """See Workspace.rehearse."""
        return self._call(lambda: self._workspace.rehearse(command))

    async def ask(self, query: Callable[Concatenate[UnitOfWork, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """See Workspace.ask."""
        return await self._call(lambda: self._workspace.ask(query, *args, **kwargs))

    async def ask_giving_way(
        self, query: Callable[Concatenate[UnitOfWork, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """See Workspace.ask. For what takes long: whatever else is called meanwhile goes first, and it begins anew."""

        def answer(uow: UnitOfWork) -> T:
            with giving_way(uow.connection, lambda: self._awaited > 0):
                return query(uow, *args, **kwargs)

        def attempt() -> list[T]:
            with suppress(GaveWay):  # here: nobody may be left to whom it could be raised
                return [self._workspace.ask(answer)]
            return []

        for _ in range(MOST_GIVEN_WAY):
            if answered := await asyncio.shield(self._submit(attempt)):
                return answered[0]
        return await self.ask(query, *args, **kwargs)

    async def snapshot(self) -> Workspace:
        """See Workspace.snapshot."""
        return await self._call(lambda: self._workspace.snapshot())

    async def as_of(self, past: "Past") -> Workspace:
        """See Workspace.as_of."""
        return await self._call(lambda: self._workspace.as_of(past))

    def undo(self, expected: int | None = None) -> asyncio.Future[ChangeSet]:
        """See Workspace.undo."""
        return self._call(lambda: self._workspace.undo(expected))

    def redo(self) -> asyncio.Future[ChangeSet]:
        """See Workspace.redo."""
        return self._call(lambda: self._workspace.redo())

    def go_to(self, step: int, expected: int) -> asyncio.Future[ChangeSet]:
        """See Workspace.go_to."""
        return self._call(lambda: self._workspace.go_to(step, expected))

    async def changed_elsewhere(self) -> ChangeSet | None:
        """See Workspace.changed_elsewhere."""
        return await self._call(lambda: self._workspace.changed_elsewhere())

    async def back_up(self, reason: str) -> Path | None:
        """See Workspace.back_up."""
        return await self._call(lambda: self._workspace.back_up(reason))

    async def check(self) -> None:
        """See Workspace.check."""
        await self._call(lambda: self._workspace.check())

    def close(self) -> None:
        """Finish what is under way and close the file."""
        if self._opening.exception() is None:
            self._thread.submit(self._workspace.close).result()
        self._thread.shutdown()

    def _call(self, work: Callable[[], T]) -> asyncio.Future[T]:
        self._awaited += 1
        called = self._submit(work)
        called.add_done_callback(self._answered)
        return asyncio.shield(called)

    def _answered(self, _: asyncio.Future[T]) -> None:
        self._awaited -= 1

    def _submit(self, work: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._thread, work)
