"""The lanes of a board, to be edited."""

from dataclasses import astuple
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui.actions.action import LANES
from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.screens.dialogs.lane_form import LaneDraft, LaneForm
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.services.board import AddLane, DeleteLane, EditLane, ShiftLane
from pmtui.services.board_lists import board_view
from pmtui.services.board_views import LaneView
from pmtui.widgets.text import line_content


class Lanes(SearchableDialog[None]):
    """Lists lanes from left to right. Every change is a step of its own."""

    NAME: ClassVar[str] = LANES
    KEY_LINE = "enter edit   a add   J K move   d delete   / search   esc close"
    DEFAULT_CSS = "Lanes OptionList { max-height: 66vh; }"

    def __init__(self, board: int) -> None:
        super().__init__("Lanes, from left to right")
        self._board = board
        self._lanes: tuple[LaneView, ...] = ()

    def compose_fields(self) -> ComposeResult:
        """The list of lanes."""
        yield OptionList()

    def on_mount(self) -> None:
        """Read the lanes, now and after every change."""
        self.host.changed.subscribe(self, self._take_change)
        self._read()

    def _take_change(self, change: ChangeSet) -> None:
        if Kind.LANE in change.kinds:
            self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        options = self.query_one(OptionList)
        lane, known = self._lane(), {view.id for view in self._lanes}
        self._lanes = (await self.host.workspace.ask(board_view, self._board)).lanes
        options.set_options([Option(_line(view)) for view in self._lanes])
        places = {view.id: place for place, view in enumerate(self._lanes)}
        added = [place for number, place in places.items() if known and number not in known]
        options.highlighted = added[0] if added else places.get(lane.id, 0) if lane is not None else 0

    def _lane(self) -> LaneView | None:
        place = self.query_one(OptionList).highlighted
        return self._lanes[place] if place is not None and place < len(self._lanes) else None

    def on_option_list_option_selected(self) -> None:
        """Enter and a click edit."""
        self.action_edit_lane()

    @work
    async def action_add_lane(self) -> None:
        """Ask for a new lane."""
        draft = await self.app.push_screen_wait(LaneForm("New lane", LaneDraft("", "waiting", None, False)))
        if draft is not None:
            self.host.request(AddLane(self._board, *astuple(draft)))

    @work
    async def action_edit_lane(self) -> None:
        """Ask what the lane is to be."""
        if (lane := self._lane()) is not None:
            before = LaneDraft(lane.name, lane.phase, lane.wip_limit, lane.strict)
            draft = await self.app.push_screen_wait(LaneForm(f"Lane {lane.name}", before))
            if draft is not None and draft != before:
                self.host.request(EditLane(lane.id, *astuple(draft)))

    def action_delete_lane(self) -> None:
        """Delete the lane."""
        if (lane := self._lane()) is not None:
            self.host.request(DeleteLane(lane.id))

    def action_lane_down(self) -> None:
        """Move the lane one to the right."""
        if (lane := self._lane()) is not None:
            self.host.request(ShiftLane(lane.id, 1))

    def action_lane_up(self) -> None:
        """Move the lane one to the left."""
        if (lane := self._lane()) is not None:
            self.host.request(ShiftLane(lane.id, -1))

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()


def _line(lane: LaneView) -> Content:
    limit = "" if lane.wip_limit is None else f" · limit {lane.wip_limit}" + (" strict" if lane.strict else "")
    return Content.assemble(
        line_content(lane.name), line_content(f"  {lane.phase} · {len(lane.card_ids):,} cards{limit}", "$muted")
    )
