"""Lines of any number of records, of which only those on the screen are read and drawn."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pmtui.widgets.entries import Entries
from pmtui.widgets.steady_height import fit_height
from pmtui.widgets.text import fit_left

Item = TypeVar("Item")

DRAWINGS_KEPT = 1_000
log = logging.getLogger(__name__)


class VirtualLines(ScrollView, Generic[Item]):
    """Holds the order of all entries and the items of those that were on the screen.

    Entries are the numbers of records, or the words of a heading. GAP: how many cells at the end of every row are blank
    and never painted anew.
    """

    ROW_HEIGHT: ClassVar[int] = 1
    GAP: ClassVar[int] = 0
    HEADER_HEIGHT: ClassVar[int] = 0

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row",
        "row--key",
        "row--strong",
        "row--muted",
        "row--accent",
        "row--warning",
        "row--error",
        "row--success",
        "row--cursor",
        "row--cursor-blurred",
        "row--heading",
    }
    DEFAULT_CSS = """
    VirtualLines {
        background: $background;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .row { color: $foreground; }
        & > .row--key { color: $accent; }
        & > .row--strong { color: $strong; text-style: bold; }
        & > .row--muted { color: $muted; }
        & > .row--accent { color: $accent; }
        & > .row--warning { color: $warning; }
        & > .row--error { color: $error; }
        & > .row--success { color: $success; }
        & > .row--cursor { background: $cursor; }
        & > .row--cursor-blurred { background: $cursor-blurred; }
        & > .row--heading { color: $foreground; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.entries = Entries(())
        self._items: dict[int, Item] = {}
        self._asked: set[int] = set()
        self._drawn: dict[int | str, list[Strip]] = {}

    # What it shows

    def set_entries(self, entries: Sequence[int | str]) -> None:
        """Show this order."""
        before, self.entries = self.entries, entries if isinstance(entries, Entries) else Entries(entries)
        for place in self._places_in_sight():
            if before.at(place) != self.entries.at(place):
                self._refresh_place(place)
        self._fit_height()
        self._want()

    def put(self, items: Mapping[int, Item]) -> None:
        """Take items, asked for or not, and draw those on the screen."""
        self._asked.update(items)
        changed = [number for number, item in items.items() if self._items.get(number) != item]
        self._items.update(items)
        for number in changed:
            self.redraw_row(number)

    def forget(self) -> None:
        """Take the items for old: those on the screen are asked for again and shown until the new ones come."""
        self._asked.clear()
        self._want()

    def unask(self, numbers: Iterable[int]) -> None:
        """These could not be read: they are asked for again when they are next in sight."""
        self._asked.difference_update(numbers)

    def item(self, number: int) -> Item | None:
        """The item of a number, if it has been read."""
        return self._items.get(number)

    @property
    def rows_shown(self) -> int:
        """How many rows fit on the screen."""
        return max(0, self.size.height - self.HEADER_HEIGHT) // self.ROW_HEIGHT

    def ask_for(self, numbers: tuple[int, ...]) -> None:
        """The items of these numbers came near the screen: put is to bring them."""

    def is_highlighted(self, number: int) -> bool:
        """Whether an entry is drawn as the one the cursor is on."""
        raise NotImplementedError

    # What a kind of list draws

    def row(self, number: int, item: Item | None, width: int, highlighted: bool) -> list[Strip]:
        """The lines of one entry, ROW_HEIGHT of them, each as wide as the list. item is None until it was read."""
        raise NotImplementedError

    def header(self, width: int) -> list[Strip]:  # noqa: ARG002 - a list without a header needs no width
        """The lines that stay at the top, HEADER_HEIGHT of them."""
        return []

    def heading(self, words: str, width: int) -> list[Strip]:
        """The lines of a heading between entries."""
        lines = [Strip([Segment(fit_left(words, width), self.style_of("row--heading"))], width)]
        return lines + [self.blank(width)] * (self.ROW_HEIGHT - 1)

    def blank(self, width: int) -> Strip:
        """An empty line."""
        return Strip.blank(width, self.style_of("row"))

    def style_of(self, name: str, highlighted: bool = False) -> Style:
        """The style of a part of a row, on the background of the cursor when it is there."""
        style = self.get_component_rich_style(name)
        if highlighted:
            style += Style(bgcolor=self.get_component_rich_style(self.cursor_style()).bgcolor)
        return style

    def cursor_style(self) -> str:
        """The name of the style that the cursor's background has."""
        return "row--cursor"

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        if y < self.HEADER_HEIGHT:
            return self.header(width)[y]
        place, line = divmod(y - self.HEADER_HEIGHT + self.scroll_offset.y, self.ROW_HEIGHT)
        entry = self.entries.at(place)
        return self.blank(width) if entry is None else self._lines(entry, width)[line]

    def _lines(self, entry: int | str, width: int) -> list[Strip]:
        lines = self._drawn.get(entry)
        if lines is None:
            lines = self.heading(entry, width) if isinstance(entry, str) else self._row(entry, width)
            if len(self._drawn) >= DRAWINGS_KEPT:
                self._drawn.clear()
            self._drawn[entry] = lines
        return lines

    def _row(self, number: int, width: int) -> list[Strip]:
        try:
            return self.row(number, self._items.get(number), width, self.is_highlighted(number))
        except Exception:
            # One record that can't be drawn must not hide the others.
            log.exception("number %d can't be drawn", number)
            return self.heading(f"  {number} can't be shown; the log says why", width)

    def redraw(self) -> None:
        """Draw everything anew."""
        self._drawn.clear()
        self.refresh()

    def redraw_row(self, number: int | None) -> None:
        """Draw the row of a number anew."""
        if number is not None:
            self._drawn.pop(number, None)
            place = self.entries.place(number)
            if place is not None and place in self._places_in_sight():
                self._refresh_place(place)

    def redraw_header(self) -> None:
        """Draw the lines at the top anew."""
        self.refresh(Region(0, 0, self.size.width, self.HEADER_HEIGHT))

    def notify_style_update(self) -> None:
        """Draw everything anew in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._drawn.clear()
        self._want()

    def id_at(self, y: int) -> int | None:
        """The number drawn on a line of this widget."""
        if y < self.HEADER_HEIGHT:
            return None
        place = (y - self.HEADER_HEIGHT + self.scroll_offset.y) // self.ROW_HEIGHT
        entry = self.entries.at(place)
        return entry if isinstance(entry, int) else None

    def _refresh_place(self, place: int) -> None:
        top = self.HEADER_HEIGHT + place * self.ROW_HEIGHT - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width - self.GAP, self.ROW_HEIGHT))

    def _places_in_sight(self) -> range:
        first = self.scroll_offset.y // self.ROW_HEIGHT
        return range(first, first + self.rows_shown + 2)

    def _fit_height(self) -> None:
        fit_height(self, Size(1, self.HEADER_HEIGHT + len(self.entries) * self.ROW_HEIGHT))

    def _want(self) -> None:
        if not self.size.height:
            return
        first = self.scroll_offset.y // self.ROW_HEIGHT
        window = self.entries.window(first - self.rows_shown - 1, first + 2 * self.rows_shown + 2)
        numbers = tuple(number for number in window if number not in self._asked)
        if numbers:
            self._asked.update(numbers)
            self.ask_for(numbers)
