"""The board: where every problem stands on its way from heard to learned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, problem_key
from pmtui.screens.asking import asks
from pmtui.screens.board_moves import lane_place, ordered, placed, shifted
from pmtui.screens.filter_words import TAGS_AMONG_WORDS
from pmtui.screens.page import Page
from pmtui.screens.problem_verbs import ProblemVerbs
from pmtui.services.board_lists import board_page, card_rows
from pmtui.services.board_views import BoardView
from pmtui.services.workspace import Command
from pmtui.widgets.lane import Lane
from pmtui.widgets.lane_strip import LaneStrip
from pmtui.widgets.text import line_content
from pmtui.widgets.virtual_list import VirtualList

BOARD_NUMBER = 1
NO_CARDS = (
    "No problems yet. A problem is what a customer can't do or suffers from: a adds one, I imports a file, "
    "and each line that is pasted here becomes one."
)


class BoardScreen(ProblemVerbs):
    """Lanes with their cards. A card moves on the screen at once, and is put right when the file says otherwise."""

    NAME = "board"
    TITLE_WORD = "Board"
    PURPOSE = "See where every problem stands, and move it on."
    WORDS = (
        ("lane", "a stage that problems pass through, from left to right"),
        ("phase", "waiting (·), active (») or done (✓)"),
        ("WIP limit", "how many cards a lane should hold; a strict one refuses a further card"),
        ("age", "days since work on it began, or since it was added when work has not begun"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.PROBLEM, Kind.BOARD, Kind.LANE, Kind.TAG, Kind.PROBLEM_TAG, Kind.PROBLEM_EVIDENCE),
            *(Kind.EVIDENCE, Kind.ESTIMATE, Kind.SCORECARD, Kind.CONFIDENCE_LADDER),
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
        yield LaneStrip()

    @property
    def strip(self) -> LaneStrip:
        """The lanes beside each other."""
        return self.query_one(LaneStrip)

    # Reading and showing

    async def read(self) -> None:
        """Read the order of all cards; the lanes ask for those that are seen."""
        is_first = self._board is None
        in_sight = self.app.size.height // Lane.ROW_HEIGHT if is_first else 0
        board, cards = await self.workspace.ask(board_page, BOARD_NUMBER, self._filter, in_sight)
        with self.app.batch_update():
            await self._show(board)
            for lane in self.strip.lanes:
                if is_first:
                    shown = lane.view.card_ids[:in_sight]
                    lane.put({card: cards[card] for card in shown})
                    self.call_after_refresh(self._show_confidence, lane, shown)
                else:
                    lane.forget()
            self._say_what_is_shown(board)

    async def _show(self, board: BoardView) -> None:
        card, first = self.current(), self._board is None
        self._board = board
        await self.strip.show(board)
        place = None if card is None else lane_place(board, card)
        if card is not None and place is not None:
            self.strip.lanes[place].highlight(card)
            self.strip.use(place)
        elif first:
            self.strip.use(next((place for place, view in enumerate(board.lanes) if view.card_ids), 0))
        else:
            self.strip.go(0)

    def _say_what_is_shown(self, board: BoardView) -> None:
        empty = not any(lane.card_ids for lane in board.lanes)
        self.set_class(empty, "-empty")
        if empty:
            words = f"No card has the words “{self._filter}”: f changes them." if self._filter else NO_CARDS
            self.query_one("#no-cards", Static).update(line_content(words))
        self.show_ranked_by(f"only “{self._filter}”" if self._filter else "")

    @work
    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the cards that came into sight."""
        lane = event.list
        try:
            found = await self.workspace.ask(card_rows, event.ids)
        except Refusal:
            lane.unask(event.ids)
            raise
        before = {card: item.confidence for card in found if (item := lane.item(card)) is not None}
        lane.put({card: replace(row, confidence=before.get(card)) for card, row in found.items()})
        if isinstance(lane, Lane):
            self._show_confidence(lane, event.ids)

    @work(group="confidence")
    async def _show_confidence(self, lane: Lane, cards: Sequence[int]) -> None:
        from pmtui.services.confidence import confidences_of

        if cards and lane.shows_confidence:
            found = await self.workspace.ask(confidences_of, cards)
            items = ((card, lane.item(card)) for card in cards)
            lane.put({card: replace(item, confidence=found[card]) for card, item in items if item is not None})

    # Where the cursor is

    def the_list(self) -> Lane | None:
        """The lane in use."""
        return self.strip.lane

    def action_cursor_left(self) -> None:
        """To the lane on the left."""
        self.strip.go(-1)

    def action_cursor_right(self) -> None:
        """To the lane on the right."""
        self.strip.go(1)

    def picked(self) -> tuple[int, ...]:
        """The selected cards of all lanes, else the one under the cursor."""
        return self.strip.picked()

    def pages(self) -> list[Page]:
        """The board as it is shown, then the card under the cursor."""
        from pmtui.services.pages import board_markdown

        build = partial(self.workspace.ask, board_markdown, BOARD_NUMBER, self._filter)
        return [Page("The board as it is shown", "board.md", build), *super().pages()]

    # Moving cards

    async def action_move_card_left(self) -> None:
        """Move what is picked one lane to the left."""
        await self._shift(-1)

    async def action_move_card_right(self) -> None:
        """Move what is picked one lane to the right."""
        await self._shift(1)

    async def action_move_card_down(self) -> None:
        """Move what is picked one place down."""
        await self._order(1)

    async def action_move_card_up(self) -> None:
        """Move what is picked one place up."""
        await self._order(-1)

    async def _shift(self, step: int) -> None:
        cards = self.picked()
        if not cards or self._board is None:
            return
        from pmtui.services.board import ShiftCards

        places = [lane_place(self._board, card) or 0 for card in cards]
        if not 0 <= min(places) + step <= max(places) + step < len(self._board.lanes):
            # A held key would otherwise bring a message for every repetition.
            self.host.show_status(f"It can't move further {'right' if step > 0 else 'left'}.")
        else:
            await self._move_cards(ShiftCards(cards, step), shifted(self._board, cards, step))

    async def _order(self, step: int) -> None:
        if (cards := self.picked()) and self._board is not None:
            from pmtui.services.board import OrderCards

            hidden_between = bool(self._filter)
            after = None if hidden_between else ordered(self._board, cards, step)
            await self._move_cards(OrderCards(cards, step), after)

    async def _move_cards(self, command: Command, after: BoardView | None) -> None:
        self.request(command)
        if after is None:
            return
        lanes, cards = self.strip.lanes, self.picked()
        items = {card: item for lane in lanes for card in cards if (item := lane.item(card))}
        selected = cards if any(lane.selected for lane in lanes) else ()
        await self._show(after)
        for lane in self.strip.lanes:
            lane.put({card: item for card, item in items.items() if card in lane.view.card_ids})
            lane.select(selected)

    async def on_lane_dropped(self, event: Lane.Dropped) -> None:
        """Move what was dragged to where it was let go."""
        target = self.strip.lane_at(event.at)
        self.host.show_status("")
        if target is None or self._board is None:
            return
        cards = self.picked() if event.id in self.picked() else (event.id,)
        above = target.id_at(event.at.y - target.region.y)
        if above in cards:
            return
        from pmtui.services.board import MoveCards

        others = [card for card in target.view.card_ids if card not in cards]
        place = others.index(above) if above is not None else len(others)
        command = MoveCards(cards, target.view.id, above=above, to_end=above is None)
        lane = self.strip.lanes.index(target)
        await self._move_cards(command, placed(self._board, cards, lane, place))
        target.highlight(event.id)
        self.strip.use(lane)

    def on_lane_lifted(self, event: Lane.Lifted) -> None:
        """Say what dragging does."""
        self.host.show_status(f"Drop {problem_key(event.id)} on a lane")

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        """Open a card that was clicked twice."""
        self.host.open_problem(event.id)

    def action_open(self) -> None:
        """Open the card under the cursor."""
        card = self.current()
        if card is not None:
            self.host.open_problem(card)

    # Lanes and filter

    @asks
    async def action_lane_limit(self) -> None:
        """Ask for the WIP limit of the lane."""
        from pmtui.screens.dialogs.lane_form import parse_limit
        from pmtui.screens.dialogs.text_input import TextInput
        from pmtui.services.board import SetLaneLimit

        lane = self.strip.lane
        if lane is None:
            return
        limit = lane.view.wip_limit
        typed = await self.answer_of(
            TextInput(f"WIP limit of {lane.view.name}", "" if limit is None else str(limit), hint="Empty: no limit.")
        )
        if typed is not None:
            self.request(SetLaneLimit(lane.view.id, parse_limit(typed)))

    def action_back(self) -> None:
        """Select none; when nothing is selected, show all cards again."""
        if any(lane.selected for lane in self.strip.lanes):
            for lane in self.strip.lanes:
                lane.select(())
        elif self._filter:
            self._show_only("")

    def action_edit_lanes(self) -> None:
        """Show the lanes to be edited."""
        from pmtui.screens.dialogs.lanes import Lanes

        self.app.push_screen(Lanes(BOARD_NUMBER))

    @asks
    async def action_filter(self) -> None:
        """Ask which words and tags the shown cards must have."""
        from pmtui.screens.dialogs.text_input import TextInput

        typed = await self.answer_of(
            TextInput("Show only cards with these words", self._filter, hint=f"Empty: all. {TAGS_AMONG_WORDS}")
        )
        if typed is not None:
            self._show_only(typed)

    def view_settings(self) -> dict[str, str]:
        """The words and tags that the shown cards have."""
        return {"words": self._filter} if self._filter else {}

    def show_view(self, settings: Mapping[str, str]) -> None:
        """Show only the cards with other words and tags."""
        self._show_only(settings.get("words", ""))

    def _show_only(self, words: str) -> None:
        self._filter = words
        self._stale = True
        self.read_if_stale()
