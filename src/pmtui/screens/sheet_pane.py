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
DRAWINGS_KEPT = 6

Drawn = tuple[Content, list[Strip], list[Strip]]
_NOTHING: Drawn = (Content(""), [], [])


class SheetPane(ScrollView):
    """Shows what a function of the width in cells draws. Of a new text only the lines that differ are painted."""

    DEFAULT_CSS = """
    SheetPane { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._subject: object = None
        self._text = Content("")
        self._lines: list[Strip] = []
        self._framed: list[Strip] = []
        self._drawings: dict[Draw, Drawn] = {}

    def draw_ahead(self, draw: Draw) -> None:
        """Draw what is probably shown next."""
        if self._width > 0:
            self._drawn(draw)

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
        self._draw_anew()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._draw_anew()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        place = y + self.scroll_offset.y
        if place < len(self._lines):
            return self._lines[place]
        return Strip.blank(width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of the screen with what is around them, where that is not done yet."""
        top, height = self.gutter.top - self.scroll_offset.y, self.content_region.height
        seen = range(self.gutter.top, self.gutter.top + height)
        strips = [
            self._framed[y - top]
            if y in seen and y - top < len(self._framed)
            else super(SheetPane, self).render_lines(Region(0, y, self.region.width, 1))[0]
            for y in crop.line_range
        ]
        return strips if crop.width == self.region.width else [strip.crop(crop.x, crop.right) for strip in strips]

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - read again when it is drawn
        """Show what the mouse has selected."""
        self._draw_anew()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the mouse has selected, and what separates it from that of other widgets."""
        return selection.extract(self._text.plain), "\n"

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _draw_anew(self) -> None:
        self._drawings.clear()
        self._redraw()

    def _redraw(self) -> None:
        width = self._width
        if width <= 0:
            return
        before = self._lines
        self._text, self._lines, self._framed = _NOTHING if self._draw is None else self._drawn(self._draw)
        top = self.scroll_offset.y
        for place in range(top, top + self.size.height):
            if before[place : place + 1] != self._lines[place : place + 1]:
                self.refresh(Region(0, place - top, width, 1))
        fit_height(self, Size(width, len(self._lines)))

    def _with_frame(self, line: Strip) -> Strip:
        """A line with the border and the padding beside it, as Textual makes it for each line that is painted."""
        base, background = self.background_colors
        framed = self._styles_cache.render_line(
            self.styles,
            self.gutter.top,
            self.region.size,
            self.content_region.size,
            self.styles.padding,
            base,
            background,
            lambda _y: line,
            None,
            None,
            self.opacity,
            self.app.ansi_theme,
            self.app.native_ansi_color,
        )
        for line_filter in self.get_line_filters():
            framed = framed.apply_filter(line_filter, background)
        return framed

    def _drawn(self, draw: Draw) -> Drawn:
        drawn = self._drawings.pop(draw, None)
        if drawn is None:
            width = self._width
            text = draw(width)
            lines = Visual.to_strips(self, text, width, None, self.visual_style, pad=True)
            drawn = text, lines, [self._with_frame(line) for line in lines]
        self._drawings[draw] = drawn  # the newest last
        while len(self._drawings) > DRAWINGS_KEPT:
            del self._drawings[next(iter(self._drawings))]
        return drawn
