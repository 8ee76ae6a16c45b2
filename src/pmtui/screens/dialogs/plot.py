"""A drawing of problems in which one of them is looked at."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, MouseScrollDown, MouseScrollUp
from textual.visual import VisualType
from textual.widget import Widget

from pmtui.domain.errors import Refusal
from pmtui.screens.dialogs.searchable import SearchableDialog

Draw = Callable[[int, int, int], Sequence[Content]]
"""Draws the lines for a width and a height in cells, with the item at this place looked at."""


class Plot(Widget):
    """What a function draws for the room there is."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self.place = 0

    def render(self) -> VisualType:
        """The drawing."""
        return Content("\n").join(self._draw(self.size.width, self.size.height, self.place))


class PlotDialog(SearchableDialog[int]):
    """Returns the number of the problem that is looked at."""

    KEY_LINE = "j k another one   enter go to it   / search   esc close"
    DEFAULT_CSS = """
    PlotDialog {
        & > Vertical { width: 96%; max-width: 150; height: 92%; max-height: 92%; }
        Plot { height: 1fr; }
        .dialog-keys { margin-top: 0; }
    }
    """

    def __init__(self, title: str, numbers: Sequence[int], draw: Draw, first: int | None = None) -> None:
        """numbers: what the places stand for. first: what is looked at first."""
        super().__init__(title)
        self._numbers = numbers
        self._draw = draw
        self._first = first

    def compose_fields(self) -> ComposeResult:
        """The drawing."""
        yield (plot := Plot(self._draw))
        if self._first in self._numbers:
            plot.place = self._numbers.index(self._first)

    def result(self) -> int:
        """What is looked at. Raises Refusal where there is nothing."""
        if not self._numbers:
            raise Refusal("There is nothing to go to.")
        return self._numbers[self.query_one(Plot).place]

    async def on_key(self, event: Key) -> None:
        """Enter goes to what is looked at."""
        if event.key == "enter":
            event.stop()
            await self.action_save()
        else:
            await super().on_key(event)

    def action_next_row(self) -> None:
        """Look at the next one."""
        self._move(1)

    def action_previous_row(self) -> None:
        """Look at the one before."""
        self._move(-1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look at the next one."""
        event.stop()
        self._move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look at the one before."""
        event.stop()
        self._move(-1)

    def _move(self, by: int) -> None:
        plot = self.query_one(Plot)
        plot.place = max(0, min(len(self._numbers) - 1, plot.place + by))
        plot.refresh()
