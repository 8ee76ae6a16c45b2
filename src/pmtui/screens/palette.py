"""The command palette: every action of a screen, with its key."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.events import Resize

from pmtui.actions.action import Action
from pmtui.actions.key_table import shown_keys
from pmtui.actions.registry import actions_of
from pmtui.screens.base import SMALLEST_HEIGHT, SMALLEST_WIDTH, WorkspaceScreen

KEYS_WIDTH = 18  # as wide as the help's


class ActionProvider(Provider):
    """Finds the actions of the screen that the palette was opened on."""

    async def discover(self) -> Hits:
        """All of them."""
        for action in self._actions():
            yield DiscoveryHit(_line(Content(action.help), action), self._start(action), text=action.help)

    async def search(self, query: str) -> Hits:
        """Those whose words or key match."""
        matcher = self.matcher(query)
        for action in self._actions():
            score = 1.0 if query in action.keys else matcher.match(action.help)
            if score > 0:
                yield Hit(score, _line(matcher.highlight(action.help), action), self._start(action), text=action.help)

    def _actions(self) -> tuple[Action, ...]:
        screen = self.screen
        return actions_of(screen.NAME, screen.host.actions) if isinstance(screen, WorkspaceScreen) else ()

    def _start(self, action: Action) -> Callable[[], Awaitable[None]]:
        screen = self.screen
        assert isinstance(screen, WorkspaceScreen)  # noqa: S101 - only its actions are listed
        return partial(screen.perform, action)


class ActionPalette(CommandPalette):
    """The palette of a screen. Without room it closes: its list would end the program when it turned a page."""

    def on_resize(self, event: Resize) -> None:
        """Close it in a terminal that is too small for the screen below."""
        has_room = event.size.width >= SMALLEST_WIDTH and event.size.height >= SMALLEST_HEIGHT
        if not has_room and self.is_current:
            self.dismiss()


def open_palette(screen: WorkspaceScreen) -> None:
    """Show the palette over a screen."""
    screen.app.push_screen(ActionPalette(providers=[ActionProvider], placeholder="What to do"))


def _line(words: Content, action: Action) -> Content:
    return Content.assemble((f"{shown_keys(action):<{KEYS_WIDTH}}", "$accent"), words)
