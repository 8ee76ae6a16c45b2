"""What was decided: the log of decisions, beside it the one under the cursor; and how predictions turned out."""

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.screens.decision_sheet import calibration_content, decision_sheet_content
from pmtui.screens.decision_verbs import DecisionVerbs
from pmtui.screens.page import Page
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.decision_lists import decision_log, decision_sheet
from pmtui.services.decision_views import DecisionLog
from pmtui.widgets.decision_rows import DecisionRows
from pmtui.widgets.text import line_content

NO_DECISIONS = (
    "No decisions yet. A decision says what was chosen, why and by whom, and what is expected of it. a records one; on "
    "Problems, F records one that keeps the ranking as it is."
)


class DecisionsScreen(DecisionVerbs):
    """The log and the sheet; without room one at a time. In their place, the calibration table."""

    NAME = "decisions"
    TITLE_WORD = "Decisions"
    PURPOSE = "Remember what was decided and why, and learn how good your predictions are."
    WORDS = (
        ("decision", "what was chosen, among which options, and why"),
        ("driver, approver", "the one person who brings it about; the one who approves it"),
        ("prediction", "what will be true if the decision was right, how likely, and by when"),
        ("review", "holding the prediction against what happened"),
        ("Brier score", "how far predictions were off: 0 is best, 1 worst, always saying 50 % gives 0.25"),
        ("calibration", "how often what was called 80 % likely came true"),
        ("frozen ranking", "the ranking with its estimates as it was at that moment"),
        ("supersedes", "takes the place of an earlier decision"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.DECISION, Kind.DECISION_PROBLEM, Kind.DECISION_EVIDENCE, Kind.PROBLEM, Kind.EVIDENCE}
    )
    CSS_PATH = "../styles/decisions.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._go_to: int | None = None

    def compose_body(self) -> ComposeResult:
        """The log with its summary, the sheet, and the calibration table."""
        yield Static(id="summary")
        with Horizontal():
            with Vertical(id="list-side"):
                yield DecisionRows()
                yield Static(line_content(NO_DECISIONS), id="nothing")
            yield SheetPane(id="sheet")
            yield SheetPane(id="calibration")
        for pane in self.query(SheetPane):
            pane.can_focus = False  # the keys stay with the list

    # Reading and showing

    async def read(self) -> None:
        """Read the log."""
        self.show_ranked_by("")
        log = await self.workspace.ask(decision_log)
        rows = self.query_one(DecisionRows)
        rows.put({row.id: row for row in log.rows})
        rows.set_entries([row.id for row in log.rows])
        if self._go_to is not None:
            rows.highlight(self._go_to)
            self._go_to = None
        self.set_class(not log.rows, "-empty")
        self._show_summary(log)
        self.query_one("#calibration", SheetPane).show("calibration", partial(calibration_content, log))
        if log.rows and not self.shows_only_detail:
            rows.focus()
        self.on_virtual_list_highlighted()

    def take_change(self, change: ChangeSet) -> None:
        """Go to a decision that was added here."""
        if change.created is not None and Kind.DECISION in change.kinds:
            self._go_to = change.created
        super().take_change(change)

    def show_record(self, number: int) -> None:
        """Put the cursor on a decision, in the log."""
        self.remove_class("-calibration")
        self._go_to = number
        self._stale = True
        self.read_if_stale()

    def on_virtual_list_highlighted(self) -> None:
        """Show the decision that is under the cursor."""
        self.run_worker(self._show_sheet(), group="detail", exclusive=True)

    async def _show_sheet(self) -> None:
        pane, number = self.query_one("#sheet", SheetPane), self.current()
        if number is None:
            pane.clear()
            return
        try:
            sheet = await self.workspace.ask(decision_sheet, number)
            pane.show(number, partial(decision_sheet_content, sheet))
        except Refusal:
            pane.clear()  # deleted elsewhere: the list is about to be read anew

    def _show_summary(self, log: DecisionLog) -> None:
        words = "1 decision" if len(log.rows) == 1 else f"{len(log.rows):,} decisions"
        parts: list[Any] = [(words, "bold $strong")]
        if log.due:
            parts.append((f" · {log.due} to be reviewed now", "$warning"))
        if log.mean_brier is not None:
            parts.append((f" · mean Brier score {log.mean_brier:.2f}", "$muted"))
        parts += [("  V ", "bold $accent"), ("log" if self.shows_calibration else "calibration", "$muted")]
        self.query_one("#summary", Static).update(Content.assemble(*parts))

    # What is in front

    @property
    def shows_calibration(self) -> bool:
        """Whether the calibration table is in front."""
        return self.has_class("-calibration")

    def the_list(self) -> DecisionRows | None:
        """The log, also while another part is in use; none while the calibration table is in front."""
        return None if self.shows_calibration else self.query_one(DecisionRows)

    def action_next_decision_view(self) -> None:
        """The log, or the calibration table."""
        self.remove_class("-only-detail")
        self.toggle_class("-calibration")
        self._stale = True
        self.read_if_stale()

    def action_open_decision(self) -> None:
        """Give the sheet the whole screen."""
        self.open_detail()

    def is_in_front(self) -> bool:
        """Whether the sheet or the calibration table stands in front of the log."""
        return self.shows_only_detail or self.shows_calibration

    def action_back(self) -> None:
        """From the sheet or the calibration to the log, from a selection to none."""
        if self.shows_only_detail:
            self.show_only_detail(False)
        elif self.shows_calibration:
            self.action_next_decision_view()
        else:
            self.query_one(DecisionRows).select(frozenset())

    def only_text(self) -> SheetPane | None:
        """The text that has the whole screen."""
        if self.shows_calibration:
            return self.query_one("#calibration", SheetPane)
        return self.query_one("#sheet", SheetPane) if self.shows_only_detail else None

    def pages(self) -> list[Page]:
        """What can be handed over, first what has the most room."""
        pages = super().pages()
        return pages[::-1] if self.shows_only_detail else pages
