"""A pane of text that is drawn for its own width."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

Draw = Callable[[int], Content]


class SheetPane(VerticalScroll):
    """Shows what a function of the width in cells draws."""

    DEFAULT_CSS = """
    SheetPane {
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        Static { height: auto; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw | None = None
        self._subject: object = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, subject: object, draw: Draw) -> None:
        """Show what draw draws; when it is about another subject than before, from its top."""
        if subject != self._subject:
            self.scroll_home(animate=False)
        self._subject, self._draw = subject, draw
        self._redraw()

    def clear(self) -> None:
        """Show nothing."""
        self._draw = None
        self.query_one(Static).update("")

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._redraw()

    def _redraw(self) -> None:
        width = self.scrollable_content_region.width
        if self._draw is not None and width > 0:
            self.query_one(Static).update(self._draw(width))
