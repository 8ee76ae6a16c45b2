"""A list of any length that reads and draws only what is on the screen."""

import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pmtui.widgets.entries import Entries
from pmtui.widgets.text import fit_left

Item = TypeVar("Item")

DRAWINGS_KEPT = 1_000
log = logging.getLogger(__name__)


class VirtualList(ScrollView, Generic[Item], can_focus=True):
    """Holds the order of all entries and the items of those that were on the screen.

    Entries are the numbers of records, or the words of a heading. The cursor and the selection are numbers,
    never places, so they stay where they were when the order changes.
    """

    ROW_HEIGHT: ClassVar[int] = 1
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
    VirtualList {
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

    class ListMessage(Message):
        """Something about one list."""

        def __init__(self, virtual_list: "VirtualList[Any]") -> None:
            self.list = virtual_list
            super().__init__()

    class Wanted(ListMessage):
        """The items of these numbers are needed: answer with put."""

        def __init__(self, virtual_list: "VirtualList[Any]", ids: tuple[int, ...]) -> None:
            self.ids = ids
            super().__init__(virtual_list)

    class Highlighted(ListMessage):
        """The cursor is now on this number, or on nothing."""

        def __init__(self, virtual_list: "VirtualList[Any]", number: int | None) -> None:
            self.id = number
            super().__init__(virtual_list)

    class Opened(ListMessage):
        """This number was clicked twice."""

        def __init__(self, virtual_list: "VirtualList[Any]", number: int) -> None:
            self.id = number
            super().__init__(virtual_list)

    class SelectionChanged(ListMessage):
        """Other numbers are selected than before."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.entries = Entries(())
        self.highlighted: int | None = None
        self.selected: frozenset[int] = frozenset()
        self.in_use = True
        self._items: dict[int, Item] = {}
        self._asked: set[int] = set()
        self._drawn: dict[tuple[int | str, bool, bool], list[Strip]] = {}

    # What it shows

    def set_entries(self, entries: Sequence[int | str]) -> None:
        """Show this order. The cursor stays on its number, or goes to what took its place."""
        before, place = self.entries, self.entries.place(self.highlighted)
        self.entries = Entries(entries)
        self.selected = frozenset(kept for kept in self.selected if self.entries.place(kept) is not None)
        for row in self._rows_in_sight():
            if before.at(row) != self.entries.at(row):
                self._refresh_place(row)
        self._fit_height()
        if self.entries.place(self.highlighted) is None:
            self._set_cursor(self.entries.nearest(place or 0))
        self._want()

    def put(self, items: Mapping[int, Item]) -> None:
        """Take the items that were asked for, and draw those on the screen."""
        changed = [number for number, item in items.items() if self._items.get(number) != item]
        self._items.update(items)
        for number in changed:
            self._forget_drawing(number)
            self._refresh_row(number)

    def forget(self) -> None:
        """Take the items for old: those on the screen are asked for again and shown until the new ones come."""
        self._asked.clear()
        self._want()

    def item(self, number: int) -> Item | None:
        """The item of a number, if it has been read."""
        return self._items.get(number)

    # The cursor and the selection

    def highlight(self, number: int) -> None:
        """Put the cursor on a number and bring it into sight."""
        if self.entries.place(number) is not None:
            self._set_cursor(number)

    def move_cursor(self, rows: int) -> None:
        """Move the cursor so many rows down, over headings."""
        place = self.entries.place(self.highlighted)
        if place is not None:
            self._set_cursor(self.entries.nearest(place + rows, downwards=rows > 0))

    def move_page(self, pages: int) -> None:
        """Move the cursor so many screens down."""
        self.move_cursor(pages * max(1, self.rows_shown - 1))

    def move_to_end(self, last: bool) -> None:
        """Move the cursor to the first or to the last number."""
        self._set_cursor(self.entries.nearest(len(self.entries) - 1 if last else 0, downwards=not last))

    def toggle_selected(self) -> None:
        """Select what the cursor is on, or no longer, and go on to the next."""
        if self.highlighted is not None:
            self._select(self.selected ^ {self.highlighted})
            self.move_cursor(1)

    def select_all(self) -> None:
        """Select all that are listed; when all are, none."""
        everything = frozenset(self.entries.ids)
        self._select(frozenset() if self.selected == everything else everything)

    def select(self, numbers: Collection[int]) -> None:
        """Select those of these numbers that are listed, and no others."""
        self._select(frozenset(number for number in numbers if self.entries.place(number) is not None))

    def picked(self) -> tuple[int, ...]:
        """What an action works on: the selection in the order of the list, else what the cursor is on."""
        if self.selected:
            return tuple(number for number in self.entries.ids if number in self.selected)
        return () if self.highlighted is None else (self.highlighted,)

    @property
    def rows_shown(self) -> int:
        """How many rows fit on the screen."""
        return max(0, self.size.height - self.HEADER_HEIGHT) // self.ROW_HEIGHT

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
            cursor = "row--cursor" if self.has_focus else "row--cursor-blurred"
            style += Style(bgcolor=self.get_component_rich_style(cursor).bgcolor)
        return style

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
        highlighted = self.in_use and entry == self.highlighted
        key = (entry, highlighted, entry in self.selected)
        lines = self._drawn.get(key)
        if lines is None:
            lines = self.heading(entry, width) if isinstance(entry, str) else self._row(entry, width, highlighted)
            if len(self._drawn) >= DRAWINGS_KEPT:
                self._drawn.clear()
            self._drawn[key] = lines
        return lines

    def _row(self, number: int, width: int, highlighted: bool) -> list[Strip]:
        try:
            return self.row(number, self._items.get(number), width, highlighted)
        except Exception:
            # One record that can't be drawn must not hide the others.
            log.exception("number %d can't be drawn", number)
            return self.heading(f"  {number} can't be shown; the log says why", width)

    def notify_style_update(self) -> None:
        """Draw everything anew in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def _forget_drawing(self, number: int) -> None:
        for highlighted in (False, True):
            for selected in (False, True):
                self._drawn.pop((number, highlighted, selected), None)

    def _refresh_row(self, number: int | None) -> None:
        place = self.entries.place(number)
        if place is not None and place in self._rows_in_sight():
            self._refresh_place(place)

    def _refresh_place(self, place: int) -> None:
        top = self.HEADER_HEIGHT + place * self.ROW_HEIGHT - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, self.ROW_HEIGHT))

    def _rows_in_sight(self) -> range:
        first = self.scroll_offset.y // self.ROW_HEIGHT
        return range(first, first + self.rows_shown + 2)

    def _fit_height(self) -> None:
        size = Size(1, self.HEADER_HEIGHT + len(self.entries) * self.ROW_HEIGHT)
        room = self.size.height
        if (size.height > room) != (self.virtual_size.height > room):
            self.virtual_size = size
            return
        # No scrollbar comes or goes, so the screen is spared a new layout, which would draw all of it.
        self.set_reactive(VirtualList.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            if self.scroll_y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False)

    def use(self, in_use: bool) -> None:
        """Show the cursor, or hide it while a list beside this one is in use."""
        if in_use != self.in_use:
            self.in_use = in_use
            self._redraw_cursor()

    def redraw(self) -> None:
        """Draw everything anew."""
        self._drawn.clear()
        self.refresh()

    # What happens to it

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._drawn.clear()
        self._scroll_to_cursor()
        self._want()

    def on_focus(self) -> None:
        """Show the cursor as that of the list in use."""
        self._redraw_cursor()

    def on_blur(self) -> None:
        """Show the cursor as that of a list not in use."""
        self._redraw_cursor()

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is; a second click opens."""
        number = self.id_at(event.y)
        if number is not None:
            self._set_cursor(number)
            if event.chain == 2:
                self.post_message(self.Opened(self, number))

    def id_at(self, y: int) -> int | None:
        """The number drawn on a line of this widget."""
        if y < self.HEADER_HEIGHT:
            return None
        place = (y - self.HEADER_HEIGHT + self.scroll_offset.y) // self.ROW_HEIGHT
        entry = self.entries.at(place)
        return entry if isinstance(entry, int) else None

    def refresh_header(self) -> None:
        """Draw the lines at the top anew."""
        self.refresh(Region(0, 0, self.size.width, self.HEADER_HEIGHT))

    def _redraw_cursor(self) -> None:
        self.refresh_header()
        if self.highlighted is not None:
            self._forget_drawing(self.highlighted)
            self._refresh_row(self.highlighted)

    def _set_cursor(self, number: int | None) -> None:
        before, self.highlighted = self.highlighted, number
        if before != number:
            self._refresh_row(before)
            self._refresh_row(number)
            self.post_message(self.Highlighted(self, number))
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        place = self.entries.place(self.highlighted)
        if place is None or not self.rows_shown:
            return
        if place and isinstance(self.entries[place - 1], str) and self.rows_shown > 1:
            place -= 1
        top = place * self.ROW_HEIGHT
        lowest = top - (self.rows_shown - 1) * self.ROW_HEIGHT
        if self.scroll_offset.y > top:
            self.scroll_to(y=top, animate=False)
        elif self.scroll_offset.y < lowest:
            self.scroll_to(y=lowest, animate=False)

    def _select(self, selected: frozenset[int]) -> None:
        changed = self.selected ^ selected
        if not changed:
            return
        self.selected = selected
        if len(changed) > self.rows_shown:
            self.refresh()
        else:
            for number in changed:
                self._refresh_row(number)
        self.post_message(self.SelectionChanged(self))

    def _want(self) -> None:
        if not self.size.height:
            return
        first = self.scroll_offset.y // self.ROW_HEIGHT
        window = self.entries.window(first - self.rows_shown - 1, first + 2 * self.rows_shown + 2)
        ids = tuple(number for number in window if number not in self._asked)
        if ids:
            self._asked.update(ids)
            self.post_message(self.Wanted(self, ids))
