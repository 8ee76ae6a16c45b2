"""The app as a test sees it: keys in, lines of text out."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from pmtui.app import PmtuiApp
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.store.unit_of_work import UnitOfWork
from tests.screens.quiet_loop import QuietLoop

T = TypeVar("T")


@dataclass
class Running:
    """A running app, its workspace, and the keyboard."""

    app: PmtuiApp
    pilot: Pilot[None]
    workspace: WorkspaceThread

    async def press(self, *keys: str) -> None:
        """Press keys and wait after each until all it caused is done and drawn."""
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys faster than anything is drawn, as a fast line delivers them; then wait until all is done."""
        for key in keys:
            self.app.post_message(_pressed(key))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way and all is drawn."""
        loop = asyncio.get_running_loop()
        assert isinstance(loop, QuietLoop)
        await loop.quiet()

    async def ask(self, query: Callable[[UnitOfWork], T]) -> T:
        """What the workspace now holds."""
        return await self.workspace.ask(query)

    @property
    def lines(self) -> list[str]:
        """The screen as text."""
        # Textual has no public way to the text of a screen but a picture.
        strips = self.app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    @property
    def text(self) -> str:
        """The screen as one text, lines without trailing spaces."""
        return "\n".join(line.rstrip() for line in self.lines)


def _pressed(key: str) -> Key:
    """The event of a key, given as its character or by the name that Textual has for it."""
    if len(key) == 1:
        return Key(_character_to_key(key), key)
    return Key(key, key_to_character(key))
