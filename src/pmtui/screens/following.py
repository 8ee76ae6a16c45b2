"""A pane that follows the cursor of a list."""

from asyncio import Event
from collections.abc import AsyncIterator

from textual import work

from pmtui.domain.errors import Refusal
from pmtui.screens.list_screen import DetailScreen
from pmtui.screens.sheet_pane import Draw, SheetPane


class FollowingScreen(DetailScreen):
    """A list, and a pane with the sheet of what is under its cursor.

    The sheets beside it are read and drawn ahead, so that the next key shows cursor and sheet in one frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sheets: dict[int, Draw] = {}

    def the_pane(self) -> SheetPane:
        """The pane that follows."""
        return self.query_one(SheetPane)

    def drawings(self, number: int) -> AsyncIterator[Draw]:
        """Read a record and say what draws its sheet; again, when more is known. Raises Refusal when it is gone."""
        raise NotImplementedError

    def show_sheet(self, number: int, draw: Draw) -> None:
        """Show the sheet of a record."""
        self.the_pane().show(number, draw)

    def follow_from_now(self) -> None:
        """Read the sheet under the cursor anew, with all that was read ahead, and follow from there."""
        self._sheets.clear()
        self.follow_cursor()
        if (shown := self.the_list()) is not None:
            shown.follower = self.follow_cursor

    def follow_cursor(self) -> None:
        """Show the sheet under the cursor: in the frame that is about to be painted, when it was read ahead."""
        number = self.current()
        if number in self._sheets:
            self.show_sheet(number, self._sheets[number])
        self._read_sheets()

    async def painted(self) -> None:
        """Wait until what was put on the screen is seen."""
        seen = Event()
        self.call_after_refresh(seen.set)
        await seen.wait()

    @work(group="detail", exclusive=True)
    async def _read_sheets(self) -> None:
        shown, pane, number = self.the_list(), self.the_pane(), self.current()
        if shown is None or number is None:
            pane.clear()
            return
        if number in self._sheets:
            await self.painted()  # reading ahead takes time from painting
        near = (number, *shown.beside(number))
        self._sheets = {other: draw for other, draw in self._sheets.items() if other in near}
        for other in near:
            if other not in self._sheets:
                await self._read_sheet(other, is_current=other == number)

    async def _read_sheet(self, number: int, is_current: bool) -> None:
        pane, draw = self.the_pane(), None
        try:
            async for draw in self.drawings(number):
                if is_current:
                    self.show_sheet(number, draw)
        except Refusal:  # deleted elsewhere: the list is about to be read anew
            if is_current:
                pane.clear()
            return
        if draw is not None:
            self._sheets[number] = draw
            if not is_current:
                pane.draw_ahead(draw)
