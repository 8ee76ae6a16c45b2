"""The board: where every problem stands on its way from heard to learned."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import HorizontalScroll
from textual.events import DescendantFocus
from textual.geometry import Offset
from textual.widgets import Static

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key
from pmtui.screens.board_moves import lane_place, ordered, placed, shifted
from pmtui.screens.dialogs.lane_form import parse_limit
from pmtui.screens.dialogs.text_input import TextInput
from pmtui.screens.problem_verbs import ProblemVerbs
from pmtui.services.board import MoveCards, OrderCard, SetLaneLimit, ShiftCards
from pmtui.services.lists import board_view, card_rows
from pmtui.services.views import BoardView
from pmtui.services.workspace import Command
from pmtui.widgets.lane import Lane
from pmtui.widgets.text import line_content
from pmtui.widgets.virtual_list import VirtualList

BOARD_NUMBER = 1
NARROWEST_LANE = 19
NO_CARDS = "No problems yet. A problem is what a customer can't do or suffers from: a adds one, I imports a file."


class BoardScreen(ProblemVerbs):
    """Lanes with their cards. A card moves on the screen at once, and is put right when the file says otherwise."""

    NAME = "board"
    TITLE_WORD = "Board"
    PURPOSE = "See where every problem stands, and move it on."
    WORDS = (
        ("lane", "a stage that problems pass through, from left to right"),
        ("phase", "waiting (…), active (») or done (✓)"),
        ("WIP limit", "how many cards a lane should hold; a strict one refuses a further card"),
        ("age", "days since work on it began, or since it was added when work has not begun"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.PROBLEM,
            Kind.BOARD,
            Kind.LANE,
            Kind.TAG,
            Kind.PROBLEM_TAG,
            Kind.PROBLEM_EVIDENCE,
            Kind.ESTIMATE,
            Kind.SCORECARD,
        }
    )
    CSS_PATH = "../styles/board.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._board: BoardView | None = None
        self._filter = ""

    def compose_body(self) -> ComposeResult:
        """The lanes, put in when the board has been read."""
        yield Static(id="no-cards")
        yield HorizontalScroll(id="lanes", can_focus=False)

    # Reading and showing

    async def read(self) -> None:
        """Read the order of all cards; the lanes ask for those that are seen."""
        words = self._filter.split()
        tag = next((word[1:] for word in words if word.startswith("#")), "")
        plain = " ".join(word for word in words if not word.startswith("#"))
        board = await self.workspace.ask(board_view, BOARD_NUMBER, plain, tag)
        card = self.current()
        await self._show(board, card)
        for lane in self._lanes():
            lane.forget()
        self._say_when_empty()

    async def _show(self, board: BoardView, card: int | None) -> None:
        self._board = board
        lanes = self._lanes()
        if [lane.view.id for lane in lanes] != [view.id for view in board.lanes]:
            await self.query_one("#lanes").remove_children()
            lanes = [Lane(view) for view in board.lanes]
            await self.query_one("#lanes").mount_all(lanes)
            self._fit_lanes()
        for lane, view in zip(lanes, board.lanes, strict=True):
            lane.show(view)
        place = None if card is None else lane_place(board, card)
        if card is not None and place is not None:
            lanes[place].highlight(card)
            self._enter(place)
        elif self._lane() is None:
            self._enter(next((place for place, view in enumerate(board.lanes) if view.card_ids), 0))

    def on_resize(self) -> None:
        """Share the width out anew."""
        self.call_after_refresh(self._fit_lanes)

    def _fit_lanes(self) -> None:
        # Textual gives fractions with a smallest width more than there is, so the width is shared out here.
        lanes = self._lanes()
        width = self.size.width - 1
        for place, lane in enumerate(lanes):
            share = width * (place + 1) // len(lanes) - width * place // len(lanes)
            lane.styles.width = max(NARROWEST_LANE, share)

    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the cards that came into sight."""
        self.run_worker(self._answer(event))

    async def _answer(self, event: VirtualList.Wanted) -> None:
        event.list.put(await self.workspace.ask(card_rows, event.ids))

    def _say_when_empty(self) -> None:
        empty = self._board is not None and not any(lane.card_ids for lane in self._board.lanes)
        self.set_class(empty, "-empty")
        if empty:
            words = f"No card has the words “{self._filter}”: f changes them." if self._filter else NO_CARDS
            self.query_one("#no-cards", Static).update(line_content(words))
        self.show_ranked_by(f"only “{self._filter}”" if self._filter else "")

    # Where the cursor is

    def the_list(self) -> Lane | None:
        """The lane in use."""
        return self._lane()

    def action_cursor_left(self) -> None:
        """To the lane on the left."""
        self._go(-1)

    def action_cursor_right(self) -> None:
        """To the lane on the right."""
        self._go(1)

    def _go(self, step: int) -> None:
        lane = self._lane()
        if lane is not None:
            lanes = self._lanes()
            self._enter(max(0, min(lanes.index(lane) + step, len(lanes) - 1)))

    def _enter(self, place: int) -> None:
        self._lanes()[place].focus(scroll_visible=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show which lane is in use, wherever the focus came from."""
        if isinstance(event.widget, Lane):
            for lane in self._lanes():
                lane.use(lane is event.widget)
            event.widget.scroll_visible(animate=False)

    def _lanes(self) -> list[Lane]:
        return list(self.query(Lane))

    def _lane(self) -> Lane | None:
        return self.focused if isinstance(self.focused, Lane) else None

    def picked(self) -> tuple[int, ...]:
        """The selected cards of all lanes, else the one under the cursor."""
        selected = tuple(card for lane in self._lanes() if lane.selected for card in lane.picked())
        card = self.current()
        return selected or (() if card is None else (card,))

    # Moving cards

    async def action_move_card_left(self) -> None:
        """Move what is picked one lane to the left."""
        await self._shift(-1)

    async def action_move_card_right(self) -> None:
        """Move what is picked one lane to the right."""
        await self._shift(1)

    async def action_move_card_down(self) -> None:
        """Move the card one place down."""
        await self._order(1)

    async def action_move_card_up(self) -> None:
        """Move the card one place up."""
        await self._order(-1)

    async def _shift(self, step: int) -> None:
        cards = self.picked()
        if not cards or self._board is None:
            return
        places = [lane_place(self._board, card) or 0 for card in cards]
        if not 0 <= min(places) + step <= max(places) + step < len(self._board.lanes):
            # A held key would otherwise bring a message for every repetition.
            self.host.show_status(f"It can't move further {'right' if step > 0 else 'left'}.")
        else:
            await self._move_cards(ShiftCards(cards, step), shifted(self._board, cards, step))

    async def _order(self, step: int) -> None:
        card = self.current()
        if card is not None and self._board is not None:
            hidden_between = bool(self._filter)
            await self._move_cards(OrderCard(card, step), None if hidden_between else ordered(self._board, card, step))

    async def _move_cards(self, command: Command, after: BoardView | None) -> None:
        self.request(command)
        if after is not None:
            items = {card: item for lane in self._lanes() for card in self.picked() if (item := lane.item(card))}
            selected = frozenset(self.picked()) if any(lane.selected for lane in self._lanes()) else frozenset()
            await self._show(after, self.current())
            for lane in self._lanes():
                lane.put({card: item for card, item in items.items() if card in lane.view.card_ids})
                lane.select(selected)

    async def on_lane_dropped(self, event: Lane.Dropped) -> None:
        """Move what was dragged to where it was let go."""
        target = self._lane_at(event.at)
        self.host.show_status("")
        if target is None or self._board is None:
            return
        cards = self.picked() if event.id in self.picked() else (event.id,)
        above = target.id_at(event.at.y - target.region.y)
        others = [card for card in target.view.card_ids if card not in cards]
        if above in cards:
            return
        place = others.index(above) if above is not None else len(others)
        command = MoveCards(cards, target.view.id, above=above, to_end=above is None)
        await self._move_cards(command, placed(self._board, cards, self._lanes().index(target), place))

    def on_lane_lifted(self, event: Lane.Lifted) -> None:
        """Say what dragging does."""
        self.host.show_status(f"Drop {problem_key(event.id)} on a lane")

    def _lane_at(self, at: Offset) -> Lane | None:
        return next((lane for lane in self._lanes() if lane.region.contains_point(at)), None)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        """Open a card that was clicked twice."""
        self.host.open_problem(event.id)

    def action_open(self) -> None:
        """Open the card under the cursor."""
        card = self.current()
        if card is not None:
            self.host.open_problem(card)

    # Lanes and filter

    @work
    async def action_lane_limit(self) -> None:
        """Ask for the WIP limit of the lane."""
        lane = self._lane()
        if lane is None:
            return
        limit = lane.view.wip_limit
        typed = await self.app.push_screen_wait(
            TextInput(f"WIP limit of {lane.view.name}", "" if limit is None else str(limit), hint="Empty: no limit.")
        )
        if typed is not None:
            try:
                self.request(SetLaneLimit(lane.view.id, parse_limit(typed)))
            except Refusal as refusal:
                self.host.show_refusal(refusal)

    def action_edit_lanes(self) -> None:
        """Show the lanes to be edited."""
        from pmtui.screens.dialogs.lanes import Lanes

        self.app.push_screen(Lanes(BOARD_NUMBER))

    @work
    async def action_filter(self) -> None:
        """Ask which words the shown cards must have."""
        typed = await self.app.push_screen_wait(
            TextInput(
                "Show only cards with these words", self._filter, hint="Empty: all. #tag shows the cards of a tag."
            )
        )
        if typed is not None:
            self._filter = typed
            self._stale = True
            self.read_if_stale()
