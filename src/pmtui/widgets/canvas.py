"""A page of cards with one cursor, drawn as one widget: only the lines that change are drawn anew."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from pmtui.widgets.canvas_layout import Card, Layout, Line, Part, Placed, Stop, lay_out
from pmtui.widgets.steady_height import fit_height
from pmtui.widgets.text import fit

_NO_LINE = Line(Content(""))
_EDGES = {False: ("╭", "─", "╮", "│", "╰", "╯"), True: ("┏", "━", "┓", "┃", "┗", "┛")}


class Canvas(ScrollView, can_focus=True):
    """Shows parts of cards. The card with the cursor has a heavy frame; a line in it with the cursor is marked."""

    DEFAULT_CSS = """
    Canvas { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    class Opened(Message):
        """What the cursor is on was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Part] = ()
        self._layout_now = Layout()
        self._strips: dict[int, Strip] = {}
        self._cursor: Stop = None

    def show(self, parts: Sequence[Part]) -> None:
        """Show these; the cursor stays on its stop, or goes to what took its place."""
        before = list(self._layout_now.stops())
        self._parts = parts
        self._lay_out()
        stops = list(self._layout_now.stops())
        if self._cursor not in stops and stops:
            place = before.index(self._cursor) if self._cursor in before else 0
            self._cursor = stops[min(place, len(stops) - 1)]
        self._scroll_to_cursor()

    @property
    def cursor(self) -> Stop:
        """The stop that the cursor is on, None on an empty page."""
        return self._cursor

    def go_to(self, stop: Stop) -> None:
        """Put the cursor on a stop, if it is there, and bring it into sight."""
        before, stops = self._cursor, self._layout_now.stops()
        if stop not in stops:
            if not stops:  # nothing is placed before its size is known
                self._cursor = stop
            return
        self._cursor = stop
        for changed in (before, stop):
            if (placed := self._layout_now.card_of(changed)) is not None:
                self._redraw(placed.region.y, placed.region.height)
        self._scroll_to_cursor()

    def move(self, columns: int, rows: int) -> None:
        """Move the cursor to the stop beside, above or below."""
        self.go_to(self._layout_now.beside(self._cursor, columns, rows))

    def move_page(self, pages: int) -> None:
        """Move the cursor a screen up or down."""
        stops = self._layout_now.stops()
        if self._cursor not in stops:
            return
        wanted = stops[self._cursor].y + pages * max(1, self.size.height - 2)
        self.go_to(min(stops, key=lambda stop: (abs(stops[stop].y - wanted), stops[stop].x)))

    def move_to_end(self, last: bool) -> None:
        """Move the cursor to the first or the last stop."""
        if stops := list(self._layout_now.stops()):
            self.go_to(stops[-1 if last else 0])

    def place_of_cursor(self) -> Region:
        """Where the card with the cursor is on the screen."""
        placed = self._layout_now.card_of(self._cursor)
        if placed is None:
            return self.content_region
        return placed.region.translate(self.content_region.offset - self.scroll_offset)

    # What happens to it

    def on_resize(self) -> None:
        """Place the cards anew."""
        self._lay_out()
        self.call_after_refresh(self._scroll_to_cursor)  # how far it can scroll is known then

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is; a second click opens."""
        at = event.get_content_offset(self)
        if at is None:
            return
        at += self.scroll_offset
        for placed in self._layout_now.placed:
            if placed.region.contains_point(at):
                on_line = [stop for stop, region in placed.stops() if region.contains_point(at)]
                self.go_to(on_line[0] if on_line else placed.card.stop)
                if event.chain == 2:
                    self.post_message(self.Opened())

    def notify_style_update(self) -> None:
        """Draw everything anew in other colours."""
        super().notify_style_update()
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width, place = self.size.width, y + self.scroll_offset.y
        if place >= self._layout_now.height:
            return Strip.blank(width, self.rich_style)
        if place not in self._strips:
            content = self._content(place)
            self._strips[place] = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)[0]
        return self._strips[place]

    def _content(self, y: int) -> Content:
        heading = self._layout_now.headings.get(y)
        if heading is not None:
            return Content.styled(heading, "bold $strong")
        parts: list[Content] = []
        end = 0
        for placed in self._layout_now.row_at(y):
            parts += [Content(" " * (placed.region.x - end)), self._of_card(placed, y - placed.region.y)]
            end = placed.region.right
        return Content("").join(parts)

    def _of_card(self, placed: Placed, line: int) -> Content:
        card, width = placed.card, placed.region.width
        in_use = any(stop == self._cursor for stop, _ in placed.stops())
        corner, edge, corner_right, side, below, below_right = _EDGES[in_use]
        style = "$accent" if in_use else "$line"
        if line == 0:
            return Content.assemble((corner, style), _head(card, width - 2, edge, style, in_use), (corner_right, style))
        if line == placed.region.height - 1:
            more = f" … {placed.hidden} more line{'s' * (placed.hidden > 1)} " if placed.hidden else ""
            rule = edge * max(0, width - 2 - len(more))
            return Content.assemble((below + rule, style), (more, "$muted"), (below_right, style))
        before, shown = (placed.lines[at] if 0 <= at < len(placed.lines) else _NO_LINE for at in (line - 2, line - 1))
        filled = self._filled(shown, width - 2, is_first=before.stop != shown.stop)
        return Content.assemble((side, style), filled, (side, style))

    def _filled(self, line: Line, width: int, is_first: bool) -> Content:
        here = line.stop is not None and line.stop == self._cursor
        padding = " " * max(0, width - 2 - line.content.cell_length)
        mark = "▸" if here and is_first else " "
        content = Content.assemble((mark, "bold $accent"), line.content, padding + " ")
        return content.stylize("on $cursor") if here else content

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.width, self.size.height
        if not width or not height:
            return
        self._layout_now = lay_out(self._parts, width, height)
        self._strips.clear()
        fit_height(self, Size(width, self._layout_now.height))
        self.refresh()

    def _redraw(self, first: int, lines: int) -> None:
        for y in range(first, first + lines):
            self._strips.pop(y, None)
        self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, lines))

    def _scroll_to_cursor(self) -> None:
        placed = self._layout_now.card_of(self._cursor)
        if placed is None or not self.size.height:
            return
        wanted, top = placed.region, self.scroll_offset.y
        if wanted.height > self.size.height:
            wanted = self._layout_now.stops()[self._cursor]
        if wanted.y - 1 in self._layout_now.headings:
            wanted = wanted.grow(Spacing(1, 0, 0, 0))
        if wanted.y < top:
            top = wanted.y
        elif wanted.bottom > top + self.size.height:
            top = min(wanted.y, wanted.bottom - self.size.height)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)  # by force: its scrollbar may still be on its way


def _head(card: Card, width: int, edge: str, style: str, in_use: bool) -> Content:
    aside = fit(f" {card.aside} ", max(0, width // 2)) if card.aside else ""
    title = fit(f" {card.title} ", max(0, width - cell_len(aside) - 1))
    rule = edge * max(0, width - cell_len(title) - cell_len(aside))
    named = "bold $on-accent on $accent" if in_use else "bold $strong"
    return Content.assemble((title, named), (rule, style), (aside, "$muted"))
