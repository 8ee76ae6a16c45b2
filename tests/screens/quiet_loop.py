"""An event loop that knows when nothing is under way, so that no test waits for longer than that, or for less."""

import asyncio
from collections.abc import Callable
from selectors import DefaultSelector, SelectorKey

SOON_SECONDS = 0.02  # Textual paints 60 times a second


class QuietLoop(asyncio.SelectorEventLoop):
    """A loop that can be asked to wait until it has nothing to do, nor any thread that was given work by it."""

    def __init__(self) -> None:
        self._work: set[asyncio.Future[object]] = set()
        self._asked: asyncio.Future[None] | None = None
        super().__init__(_Watched(self._is_quiet))

    async def quiet(self) -> None:
        """Wait until nothing is ready, no thread is at work, and nothing is due within 20 ms."""
        self._asked = self.create_future()
        await self._asked

    def run_in_executor(self, executor, func, *args):  # type: ignore[no-untyped-def, override]
        """Keep what threads are doing."""
        future = super().run_in_executor(executor, func, *args)
        self._work.add(future)
        future.add_done_callback(self._work.discard)
        return future

    def _is_quiet(self) -> bool:
        """Tell who asked. Returns whether somebody did, and may have something to do now."""
        asked, self._asked = (None, self._asked) if self._work else (self._asked, None)
        if asked is None or asked.done():
            return False
        asked.set_result(None)
        return True


class _Watched(DefaultSelector):
    """Where a loop waits. It is asked to wait for long when nothing is ready."""

    def __init__(self, told: Callable[[], bool]) -> None:
        super().__init__()
        self._told = told

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        happened = super().select(0)
        if happened or timeout == 0 or ((timeout is None or timeout > SOON_SECONDS) and self._told()):
            return happened
        return super().select(timeout)
