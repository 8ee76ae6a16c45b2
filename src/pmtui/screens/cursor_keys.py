"""The keys that move a cursor and select, the same on every screen."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from pmtui.widgets.virtual_list import VirtualList


class CursorKeys(Screen[None]):
    """A screen whose cursor keys work on one of its lists."""

    def the_list(self) -> VirtualList[Any] | None:
        """The list that cursor keys move in."""
        return self.focused if isinstance(self.focused, VirtualList) else None

    def only_text(self) -> Widget | None:
        """The text that has the whole screen and is scrolled by these keys, where a screen says so."""
        return None

    def action_cursor_down(self) -> None:
        """One down."""
        if (text := self.only_text()) is not None:
            text.scroll_down(animate=False)
        else:
            self._move_cursor(1)

    def action_cursor_up(self) -> None:
        """One up."""
        if (text := self.only_text()) is not None:
            text.scroll_up(animate=False)
        else:
            self._move_cursor(-1)

    def action_cursor_left(self) -> None:
        """Nothing is at the left, except where a screen says so."""

    def action_cursor_right(self) -> None:
        """Nothing is at the right, except where a screen says so."""

    def action_page_down(self) -> None:
        """One screen down."""
        if (text := self.only_text()) is not None:
            text.scroll_page_down(animate=False)
        elif (virtual_list := self.the_list()) is not None:
            virtual_list.move_page(1)

    def action_page_up(self) -> None:
        """One screen up."""
        if (text := self.only_text()) is not None:
            text.scroll_page_up(animate=False)
        elif (virtual_list := self.the_list()) is not None:
            virtual_list.move_page(-1)

    def action_cursor_first(self) -> None:
        """To the first."""
        if (virtual_list := self.the_list()) is not None:
            virtual_list.move_to_end(last=False)

    def action_cursor_last(self) -> None:
        """To the last."""
        if (virtual_list := self.the_list()) is not None:
            virtual_list.move_to_end(last=True)

    def action_select(self) -> None:
        """Select what the cursor is on."""
        if (virtual_list := self.the_list()) is not None:
            virtual_list.toggle_selected()

    def action_select_all(self) -> None:
        """Select all that are listed."""
        if (virtual_list := self.the_list()) is not None:
            virtual_list.select_all()

    def _move_cursor(self, rows: int) -> None:
        if (virtual_list := self.the_list()) is not None:
            virtual_list.move_cursor(rows)
