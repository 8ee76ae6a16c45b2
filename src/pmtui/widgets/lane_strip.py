"""The lanes of a board beside each other."""

from typing import ClassVar

from textual.containers import HorizontalScroll
from textual.events import Click
from textual.geometry import Offset

from pmtui.services.board_views import BoardView
from pmtui.widgets.lane import Lane

NARROWEST_LANE = 18


class LaneStrip(HorizontalScroll, can_focus=False):
    """Shares its width among the lanes, and shows which one is in use.

    Textual's own focus is left alone: whenever it changes, all of the screen is drawn. LANE: what draws a lane.
    """

    LANE: ClassVar[type[Lane]] = Lane

    def __init__(self) -> None:
        super().__init__()
        self.lanes: list[Lane] = []
        self._place = 0

    @property
    def lane(self) -> Lane | None:
        """The lane in use."""
        return self.lanes[self._place] if self._place < len(self.lanes) else None

    async def show(self, board: BoardView) -> None:
        """Show a board as it now is."""
        if [lane.view.id for lane in self.lanes] != [view.id for view in board.lanes]:
            await self.remove_children()
            self.lanes = [self.LANE(view) for view in board.lanes]
            await self.mount_all(self.lanes)
            self._share_width()
        for lane, view in zip(self.lanes, board.lanes, strict=True):
            lane.show(view)

    def use(self, place: int) -> None:
        """Put a lane into use, by its place from the left, and bring it into sight."""
        self._place = max(0, min(place, len(self.lanes) - 1))
        for lane in self.lanes:
            lane.use(lane is self.lane)
        if self.lane is not None:
            self.lane.scroll_visible(animate=False)

    def go(self, step: int) -> None:
        """Use the lane so many places to the right."""
        self.use(self._place + step)

    def picked(self) -> tuple[int, ...]:
        """The selected cards of all lanes, else the one under the cursor."""
        selected = tuple(card for lane in self.lanes if lane.selected for card in lane.picked())
        return selected or (self.lane.picked() if self.lane is not None else ())

    def lane_at(self, at: Offset) -> Lane | None:
        """The lane at a place of the screen."""
        return next((lane for lane in self.lanes if lane.region.contains_point(at)), None)

    def on_resize(self) -> None:
        """Share the new width out."""
        self._share_width()

    def on_click(self, event: Click) -> None:
        """Use the lane that was clicked."""
        if event.widget in self.lanes:
            self.use(self.lanes.index(event.widget))

    def _share_width(self) -> None:
        # As many as fit are seen whole, none cut at the edge. Textual gives fractions with a smallest width more than
        # there is.
        width = self.size.width
        seen = min(len(self.lanes), max(1, width // NARROWEST_LANE))
        for place, lane in enumerate(self.lanes):
            lane.styles.width = width * (place + 1) // seen - width * place // seen
