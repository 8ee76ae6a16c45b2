"""A list of any length with a cursor and a selection."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Generic, TypeVar

from textual.events import Click
from textual.message import Message

from pmtui.widgets.virtual_lines import VirtualLines

Item = TypeVar("Item")


class VirtualList(VirtualLines[Item], Generic[Item], can_focus=True):
    """The cursor and the selection are numbers, never places, so they stay where they were when the order changes."""

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
        self.highlighted: int | None = None
        self.selected: frozenset[int] = frozenset()
        self.in_use = True
        self.follower: Callable[[], None] | None = None
        """Called when the cursor has moved, before that is painted; Highlighted comes after."""

    def set_entries(self, entries: Sequence[int | str]) -> None:
        """Show this order. The cursor stays on its number, or goes to what took its place."""
        place = self.entries.place(self.highlighted)
        super().set_entries(entries)
        self.selected = frozenset(kept for kept in self.selected if self.entries.place(kept) is not None)
        if self.entries.place(self.highlighted) is None:
            self._set_cursor(self.entries.nearest(place or 0))

    def ask_for(self, numbers: tuple[int, ...]) -> None:
        """Say which items are needed."""
        self.post_message(self.Wanted(self, numbers))

    def is_highlighted(self, number: int) -> bool:
        """Whether the cursor is on it, in the list that is in use."""
        return self.in_use and number == self.highlighted

    def cursor_style(self) -> str:
        """Another background when the keys go elsewhere."""
        return "row--cursor" if self.has_focus or not self.can_focus else "row--cursor-blurred"

    def use(self, in_use: bool) -> None:
        """Show the cursor, or hide it while a list beside this one is in use."""
        if in_use != self.in_use:
            self.in_use = in_use
            self._redraw_cursor()

    def highlight(self, number: int) -> None:
        """Put the cursor on a number and bring it into sight."""
        if self.entries.place(number) is not None:
            self._set_cursor(number)

    def move_cursor(self, rows: int) -> None:
        """Move the cursor so many rows down, over headings."""
        place = self.entries.place(self.highlighted)
        if place is not None:
            self._set_cursor(self.entries.nearest(place + rows, downwards=rows > 0))

    def beside(self, number: int) -> tuple[int, ...]:
        """The numbers right below and right above one."""
        place = self.entries.place(number)
        if place is None:
            return ()
        near = (self.entries.nearest(place + 1), self.entries.nearest(max(0, place - 1), downwards=False))
        return tuple(other for other in near if other is not None and other != number)

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

    # What happens to it

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll_to_cursor()

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

    def _redraw_cursor(self) -> None:
        self.redraw_header()
        self.redraw_row(self.highlighted)

    def _set_cursor(self, number: int | None) -> None:
        before, self.highlighted = self.highlighted, number
        if before != number:
            self.redraw_row(before)
            self.redraw_row(number)
            self.post_message(self.Highlighted(self, number))
            if self.follower is not None:
                self.follower()
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
            self.redraw()
        else:
            for number in changed:
                self.redraw_row(number)
        self.post_message(self.SelectionChanged(self))
