"""The app as a test sees it: keys in, lines of text out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from textual.events import Key
from textual.pilot import Pilot

from pmtui.app import PmtuiApp
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.store.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass
class Running:
    """A running app, its workspace, and the keyboard."""

    app: PmtuiApp
    pilot: Pilot[None]
    workspace: WorkspaceThread

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all they caused is done and drawn."""
        await self.pilot.press(*keys)
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than anything is drawn, as a fast line delivers them; then wait until all is done."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way: the store answers in order, so an answer means all before it is done."""
        for _ in range(6):
            await self.pilot.pause()
            await self.workspace.ask(lambda uow: None)
        await self.pilot.pause()

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
