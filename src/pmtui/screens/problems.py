"""The ranked list of problems beside everything about the one under the cursor."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.screens import filter_words
from pmtui.screens.asking import asks
from pmtui.screens.deciding_verbs import DecidingVerbs
from pmtui.screens.following import FollowingScreen
from pmtui.screens.page import Page
from pmtui.screens.sheet_pane import Draw, SheetPane
from pmtui.services.board_lists import board_view
from pmtui.services.lists import problem_list, problem_page, problem_rows, used_tags
from pmtui.services.views import ProblemFilter, ProblemList
from pmtui.widgets.problem_rows import ProblemRows
from pmtui.widgets.text import line_content
from pmtui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:  # the first frame does without
    from pmtui.services.ranking import Agreement

NO_PROBLEMS = (
    "No problems yet. A problem is what a customer can't do or suffers from: a adds one, I imports a file, "
    "and each line that is pasted here becomes one."
)
NOTHING_MATCHES = "No problem matches. esc shows all again, f changes the filter."


class ProblemsScreen(FollowingScreen, DecidingVerbs):
    """The list in the order of rank, and beside it the detail pane; without room one at a time."""

    NAME = "problems"
    TITLE_WORD = "Problems"
    PURPOSE = "Decide which customer problem comes first, and be able to say why."
    WORDS = (
        ("problem", "a customer need, pain or wish; never a solution"),
        ("evidence", "one thing a customer said or did"),
        ("estimate", "a value or a range for one criterion of the score, with a reason"),
        ("score", "reach × impact × confidence ÷ effort, worked out from the estimates"),
        ("rank", "the place by score; = marks equal scores, ? what can't be scored yet"),
        ("≈", "too close to call: it beats the next one in 40 to 60 % of the draws"),
        ("top 5", "in how many draws of the ranges it is among the first five"),
        ("›2", "a decision gives it the second place, whatever its score"),
        ("conf.", "how well evidence supports it, 0 to 10"),
        ("cust/biz", "under a lens: its rank by the customer's and by the business's view, and the gap"),
        ("horizon", "now, next, later, or declined with a reason"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(Kind) - {
        Kind.IMPORT_LINK,
        Kind.IMPORT_RUN,
        Kind.IMPORT_SOURCE,
    }
    CSS_PATH = "../styles/problems.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._filter = ProblemFilter()
        self._problems: ProblemList | None = None
        self._out_of_ranking = 0
        self._agreement: Agreement | None = None
        self._go_to: int | None = None

    def compose_body(self) -> ComposeResult:
        """The list with its summary, and the pane."""
        with Horizontal():
            with Vertical(id="list-side"):
                yield Static(id="summary")
                yield ProblemRows()
                yield Static(id="no-problems")
            yield (pane := SheetPane())
            pane.can_focus = False  # the keys stay with the list

    # Reading and showing

    async def read(self) -> None:
        """Read the order of the problems; the list asks for the rows that are seen."""
        is_first = self._problems is None
        if is_first and self.host.first_page is not None:
            # Shielded: a reading that gives way to another one must not take the first page with it.
            listed, page, everything = await asyncio.shield(self.host.first_page)
        else:
            height = self.app.size.height if is_first else 0
            listed, page, everything = await self.workspace.ask(problem_page, self._filter, height)
        self._out_of_ranking = everything - listed.ranked - listed.unscored
        self.forget_another_time()
        self.the_rows().put(page)
        self._show_list(listed)
        if not listed.is_whole:
            await self.painted()
            self._show_list(await self.workspace.ask(problem_list, self._filter))
        if not is_first:
            self.the_rows().forget()
        if self._go_to is not None:
            self.the_rows().highlight(self._go_to)
            self._go_to = None
        self.show_ranked_by(f"ranked by {listed.ranked_by}")
        self.call_after_refresh(self.simulate)
        self.call_after_refresh(self.show_decided_places)
        self.call_after_refresh(self.show_lenses, listed.lens)
        self.call_after_refresh(self._show_confidence, tuple(page))
        self.call_after_refresh(self.follow_from_now)  # the pane comes after the list has been painted

    def _show_list(self, listed: ProblemList) -> None:
        self._problems = listed
        self.the_rows().set_scale(listed.highest)
        self.the_rows().set_entries(filter_words.shown_entries(listed, self._filter))
        self._show_summary()

    def take_change(self, change: ChangeSet) -> None:
        """Go to a problem that was added here."""
        if change.created is not None and Kind.PROBLEM in change.kinds:
            self._go_to = change.created
        super().take_change(change)

    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the rows that came into sight."""
        self.run_worker(self._answer(event.ids))

    async def _answer(self, numbers: Sequence[int]) -> None:
        if self._problems is None:
            return
        try:
            self.the_rows().put(await self.workspace.ask(problem_rows, numbers, self._problems.ranks))
            self._show_confidence(numbers)
        except Refusal:
            self.the_rows().unask(numbers)
            raise

    @work(group="confidence")
    async def _show_confidence(self, numbers: Sequence[int]) -> None:
        from pmtui.services.confidence import confidences_of

        self.the_rows().put_confidences(await self.workspace.ask(confidences_of, numbers))

    def show_agreement(self, found: "Agreement | None") -> None:
        """Say it in the line above the list."""
        self._agreement = found
        self._show_summary()

    def _show_summary(self) -> None:
        if self._problems is None:
            return
        empty = not self.the_rows().entries
        self.set_class(empty, "-empty")
        closed = f"No problem is open: {self._out_of_ranking:,} are declined or done. f shows them."
        nothing = closed if self._out_of_ranking else NO_PROBLEMS
        nothing = NOTHING_MATCHES if filter_words.is_filtered(self._filter) else nothing
        self.query_one("#no-problems", Static).update(line_content(nothing))
        selected = len(self.the_rows().selected)
        words = filter_words.summary(self._problems, self._filter, selected, self._out_of_ranking, self._agreement)
        self.query_one("#summary", Static).update(words)

    def on_virtual_list_selection_changed(self) -> None:
        """Count the selection."""
        self._show_summary()

    # The detail pane

    async def drawings(self, number: int) -> AsyncIterator[Draw]:
        """Everything about a problem."""
        from pmtui.screens.problem_sheet import problem_sheet
        from pmtui.services.details import detail_and_why

        order = self._problems.order if self._problems is not None else None
        yield partial(problem_sheet, *await self.workspace.ask(detail_and_why, number, order))

    def action_open(self) -> None:
        """Give the pane the whole screen."""
        self.open_detail()

    def action_back(self) -> None:
        """From the pane to the list, from a selection to none, from a filter to all."""
        if self.shows_only_detail:
            self.show_only_detail(False)
        elif self.the_rows().selected:
            self.the_rows().select(frozenset())
        elif self._filter != ProblemFilter():
            self._show_filtered(ProblemFilter())

    # Where the cursor is

    def the_rows(self) -> ProblemRows:
        """The list."""
        return self.query_one(ProblemRows)

    def the_list(self) -> ProblemRows:
        """The list, also while another part is in use."""
        return self.the_rows()

    def only_text(self) -> SheetPane | None:
        """The pane, when it has the whole screen."""
        return self.query_one(SheetPane) if self.shows_only_detail else None

    def action_cursor_left(self) -> None:
        """In the pane, the problem before."""
        if self.shows_only_detail:
            self.the_rows().move_cursor(-1)

    def action_cursor_right(self) -> None:
        """In the pane, the problem after."""
        if self.shows_only_detail:
            self.the_rows().move_cursor(1)

    # What can be handed over

    def pages(self) -> list[Page]:
        """What is shown, first what has the most room."""
        from pmtui.services.pages import problems_markdown

        shown, only = self._filter, frozenset(self.the_rows().selected)
        words = f"The {len(only):,} selected problems" if only else "The list as it is shown"
        listed = Page(words, "problems.md", lambda: self.workspace.ask(problems_markdown, shown, only))
        pages = super().pages()
        ranking = Page("The ranking with all it rests on", "ranking.md", self.ranking_page)
        return [*pages, listed, ranking] if self.shows_only_detail else [listed, ranking, *pages]

    # What the list shows

    @asks
    async def action_filter(self) -> None:
        """Ask which problems to show."""
        from pmtui.screens.dialogs.filter import FilterDialog

        tags = await self.workspace.ask(used_tags)
        board = await self.workspace.ask(board_view)
        wanted = await self.answer_of(FilterDialog(self._filter, tags, [lane.name for lane in board.lanes]))
        if wanted is not None:
            self._show_filtered(wanted)

    @asks
    async def action_order(self) -> None:
        """Ask for another order."""
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered

        order = await self.answer_of(LetterMenu("Order by", lettered(filter_words.ORDER_WORDS), self._filter.order))
        if order is not None:
            self._show_filtered(replace(self._filter, order=order))

    @asks
    async def action_group(self) -> None:
        """Ask for groups."""
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered

        group = await self.answer_of(LetterMenu("Group by", lettered(filter_words.GROUP_WORDS), self._filter.group))
        if group is not None:
            self._show_filtered(replace(self._filter, group=group))

    def view_settings(self) -> dict[str, str]:
        """What differs from what the list shows at first."""
        return filter_words.filter_settings(self._filter)

    def show_view(self, settings: Mapping[str, str]) -> None:
        """Show another filter, order and groups."""
        self._show_filtered(filter_words.filter_of(settings))

    def _show_filtered(self, wanted: ProblemFilter) -> None:
        self._filter = wanted
        self._stale = True
        self.read_if_stale()
