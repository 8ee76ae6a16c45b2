"""Keys one after the other, however fast they come.

Textual gives every key at once to the field in use, where a letter is done with at once, while backspace, ctrl+u, tab
and the like first go up to the app: of a burst the letters would overtake them, and what is typed before there is a
field would be lost.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Generic, TypeVar

from textual.dom import DOMNode
from textual.events import Event
from textual.message_pump import MessagePump
from textual.screen import ModalScreen

from pmtui.widgets.thrifty_compositor import ThriftyCompositor

T = TypeVar("T")
PATIENCE_SECONDS = 0.5  # for a key whose field is gone before it was done with


class KeysInOrder(ModalScreen[T], Generic[T]):
    """A screen to which a key or a paste is given only when the one before is done with."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ThriftyCompositor()
        self._waiting: deque[Event] = deque()
        self._next: Event | None = None
        self._is_busy = True  # until it is open for keys

    def has_to_wait(self, event: Event) -> bool:
        """Whether a key or paste may not be given yet; it comes to the app again when it is its turn."""
        if event is not self._next and self._is_busy:
            self._waiting.append(event)
            return True
        self._is_busy, self._next = True, None
        self.run_worker(self._wait_for(self.focused or self), group="keys")
        return False

    def open_for_keys(self, earlier: Iterable[Event] = ()) -> None:
        """From now on take keys: first those that were pressed earlier, then those that wait."""
        self._waiting.extendleft(reversed(list(earlier)))
        self._give_next()

    async def _wait_for(self, target: DOMNode) -> None:
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(_passed(self.app, *target.ancestors_with_self), PATIENCE_SECONDS)
        finally:
            self._give_next()

    def _give_next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting and self.is_current:
            self._next = self._waiting.popleft()
            self.app.post_message(self._next)
        while self._waiting and not self.is_current:  # they are meant for the screen in front
            self.app.post_message(self._waiting.popleft())


async def _passed(*nodes: Any) -> None:
    """Wait until each node in turn has done with what it was given before."""
    node: MessagePump
    for node in nodes:
        passed = asyncio.Event()
        if node.call_later(passed.set):
            await passed.wait()
