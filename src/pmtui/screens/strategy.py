"""The strategy on one page: its boxes, and the objectives with how far they got."""

from typing import ClassVar

from textual.app import ComposeResult

from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.screens.strategy_cards import FIRST, strategy_parts
from pmtui.screens.strategy_verbs import StrategyVerbs
from pmtui.services.strategy_views import strategy_page
from pmtui.widgets.canvas import Canvas
from pmtui.widgets.canvas_layout import Stop


class StrategyScreen(StrategyVerbs):
    """One page, read like a printed one, with a cursor that goes from box to box."""

    NAME = "strategy"
    TITLE_WORD = "Strategy"
    PURPOSE = "Say where the product goes and how one would know, so that every problem can be held against it."
    WORDS = (
        ("vision", "the change in people's lives that the product is for"),
        ("pillars", "product design, production, go-to-market, funding"),
        ("life-cycle stage", "introduction, growth, maturity or decline; proposes the lens to start with"),
        ("north star", "the one measure that rises when customers get what they came for"),
        ("objective", "what is to be reached in the next months"),
        ("key result", "what is measured, from its baseline to its target, also downwards"),
        ("grade", "how far it got, 0 to 1; 0.6 to 0.7 is good, more was not ambitious enough"),
        ("serves", "a problem serves an objective partly (1) or strongly (2): its strategic fit"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.STRATEGY_BOX, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.PROBLEM_OBJECTIVE, Kind.PROBLEM}
    )
    CSS_PATH = "../styles/strategy.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._go_to: Stop | None = FIRST

    def compose_body(self) -> ComposeResult:
        """The page."""
        yield Canvas()

    async def read(self) -> None:
        """Read the page."""
        self.page = await self.workspace.ask(strategy_page)
        canvas = self.query_one(Canvas)
        canvas.show(strategy_parts(self.page))
        if self._go_to is not None:
            canvas.go_to(self._go_to)
            self._go_to = None
        canvas.focus()

    def take_change(self, change: ChangeSet) -> None:
        """Go to what was added here."""
        for kind in (Kind.OBJECTIVE, Kind.KEY_RESULT):
            if change.created is not None and kind in change.kinds:
                self._go_to = (kind, change.created)
        super().take_change(change)

    def show_record(self, kind: Kind, number: int) -> None:
        """Put the cursor on a box (by domain.strategy.box_number), an objective or a key result."""
        self._go_to = (kind, number)
        self._stale = True
        self.read_if_stale()

    # The cursor

    def action_cursor_down(self) -> None:
        """Down."""
        self.query_one(Canvas).move(0, 1)

    def action_cursor_up(self) -> None:
        """Up."""
        self.query_one(Canvas).move(0, -1)

    def action_cursor_left(self) -> None:
        """To the box at the left, or the one before."""
        self.query_one(Canvas).move(-1, 0)

    def action_cursor_right(self) -> None:
        """To the box at the right, or the next one."""
        self.query_one(Canvas).move(1, 0)

    def action_page_down(self) -> None:
        """One screen down."""
        self.query_one(Canvas).move_page(1)

    def action_page_up(self) -> None:
        """One screen up."""
        self.query_one(Canvas).move_page(-1)

    def action_cursor_first(self) -> None:
        """To the first box."""
        self.query_one(Canvas).move_to_end(last=False)

    def action_cursor_last(self) -> None:
        """To the last line."""
        self.query_one(Canvas).move_to_end(last=True)

    def on_canvas_opened(self) -> None:
        """A box was clicked twice."""
        self.action_open_strategy()
