"""The second line: the screens, each with its digit."""

from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Tab:
    """A screen that can be gone to. screen: its name in the program; digit: its key; title: what it is called."""

    screen: str
    digit: str
    title: str


class TabLine(Widget):
    """The screens; the one in front stands out. Without room, the others are digits only."""

    DEFAULT_CSS = "TabLine { height: 1; padding: 0 1; background: $panel; color: $muted; }"
    NARROW = 100

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, screen: str) -> None:
            self.screen_name = screen
            super().__init__()

    def __init__(self, tabs: tuple[Tab, ...], active: str) -> None:
        super().__init__()
        self._tabs = tabs
        self._active = active

    def render(self) -> RenderResult:
        """All tabs in a line."""
        return Content.assemble(*(self._content(tab) for tab in self._tabs))

    def on_click(self, event: Click) -> None:
        """Go to the screen that was clicked."""
        end = self.styles.padding.left
        for tab in self._tabs:
            end += self._content(tab).cell_length
            if event.x < end:
                self.post_message(self.Picked(tab.screen))
                return

    def _all_named(self) -> bool:
        return sum(len(f" {tab.digit} {tab.title} ") for tab in self._tabs) <= self.size.width

    def _content(self, tab: Tab) -> Content:
        if tab.screen == self._active:
            return Content.styled(f" {tab.digit} {tab.title} ", "bold $on-accent on $accent")
        title = f" {tab.title}" if self._all_named() else ""
        return Content.assemble((f" {tab.digit}", "$accent"), (f"{title} ", "$muted"))
