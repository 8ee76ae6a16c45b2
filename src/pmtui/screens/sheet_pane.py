"""A pane of text that is drawn for its own width."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from pmtui.widgets.steady_height import fit_height

Draw = Callable[[int], Content]


class SheetPane(ScrollView):
    """Shows what a function of the width in cells draws. Of a new text only the lines that differ are painted."""

    DEFAULT_CSS = """
    SheetPane { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._subject: object = None
        self._text = Content("")
        self._lines: list[Strip] = []

    def show(self, subject: object, draw: Draw) -> None:
        """Show what draw draws; when it is about another subject than before, from its top."""
        if subject != self._subject:
            self.scroll_home(animate=False)
        self._subject, self._draw = subject, draw
        self._redraw()

    def clear(self) -> None:
        """Show nothing."""
        self._draw = None
        self._redraw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._redraw()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._render_lines()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        place = y + self.scroll_offset.y
        if place < len(self._lines):
            return self._lines[place]
        return Strip.blank(width, self.rich_style)

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - read again when it is drawn
        """Show what the mouse has selected."""
        self._render_lines()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the mouse has selected, and what separates it from that of other widgets."""
        return selection.extract(self._text.plain), "\n"

    def _redraw(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            self._text = self._draw(width) if self._draw is not None else Content("")
            self._render_lines()

    def _render_lines(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        before = self._lines
        self._lines = Visual.to_strips(self, self._text, width, None, self.visual_style, pad=True)
        top = self.scroll_offset.y
        for place in range(top, top + self.size.height):
            if before[place : place + 1] != self._lines[place : place + 1]:
                self.refresh(Region(0, place - top, width, 1))
        fit_height(self, Size(width, len(self._lines)))
