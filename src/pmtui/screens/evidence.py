"""The inbox of evidence, and beside it the whole text of the piece under the cursor."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, evidence_key
from pmtui.screens.asking import asks
from pmtui.screens.evidence_marking import EvidenceMarking
from pmtui.screens.evidence_pane import EvidencePane, Piece
from pmtui.screens.evidence_words import GROUP_WORDS, ORDER_WORDS, nothing_in_words, summary
from pmtui.screens.page import Page
from pmtui.screens.sheet_pane import Draw
from pmtui.services.evidence_list import evidence_page, evidence_rows, evidence_sheet, whole_list
from pmtui.services.evidence_views import EvidenceFilter
from pmtui.widgets.evidence_rows import EvidenceRows
from pmtui.widgets.text import line_content
from pmtui.widgets.virtual_list import VirtualList


class EvidenceScreen(EvidenceMarking):
    """The list, newest first, and the pane; without room one at a time."""

    NAME = "evidence"
    TITLE_WORD = "Evidence"
    PURPOSE = "Read what customers said or did, and tie each piece to the problem it speaks of, until none is left."
    WORDS = (
        ("evidence", "one thing a customer said or did"),
        ("to do", "not connected to a problem, not dismissed, not merged"),
        ("→2", "connected to two problems"),
        ("×", "dismissed, with a reason"),
        ("=", "says the same as another piece, which counts for both"),
        ("quote", "the words of a piece that are worth showing"),
        ("type", "how much it proves: from an opinion to launch data"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.EVIDENCE,
            Kind.PROBLEM_EVIDENCE,
            Kind.EVIDENCE_TAG,
            Kind.TAG,
            Kind.HIGHLIGHT,
            Kind.PROBLEM,
            Kind.PERSONA,
            Kind.COMPANY,
        }
    )
    CSS_PATH = "../styles/evidence.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._filter = EvidenceFilter()
        self._everything = 0
        self._summary = Content("")
        self._is_whole = False
        self._go_to: int | None = None
        self._sought: int | None = None

    def compose_body(self) -> ComposeResult:
        """The list with its summary, and the pane."""
        with Horizontal():
            with Vertical(id="list-side"):
                yield Static(id="summary")
                yield EvidenceRows()
                yield Static(id="no-evidence")
            yield (pane := EvidencePane())
            pane.can_focus = False  # the keys stay with the list

    # Reading and showing

    async def read(self) -> None:
        """Read what the list shows. Its first page comes before the rest: the rest takes longer, the more there is."""
        rows = self.the_rows()
        if not self._is_whole:
            self.show_ranked_by("")
            page = await self.workspace.ask(evidence_page, self._filter, self.size.height)
            rows.put(page.rows)
            rows.set_entries(page.entries)
            self._show_summary()
            rows.focus()
            self.follow_from_now()
        await self.painted()  # the more there is to read, the longer would painting wait for its turns
        self._show_all(*await self.workspace.ask_giving_way(whole_list, self._filter))

    def _show_all(self, entries: Sequence[int | str], everything: int) -> None:
        rows = self.the_rows()
        self._everything = everything
        rows.set_entries(entries)
        if self._is_whole:
            rows.forget()
        self._is_whole = True
        if self._go_to is not None:
            rows.highlight(self._go_to)
            self._go_to = None
        self._go_to_sought()
        self._show_summary()
        self.follow_from_now()

    def show_record(self, number: int) -> None:
        """Put the cursor on a piece; where it is not in the list, all pieces are listed."""
        self._sought = number
        self._stale = True
        self.read_if_stale()

    def _go_to_sought(self) -> None:
        if self._sought is None:
            return
        if self.the_rows().entries.place(self._sought) is None and self._filter != EvidenceFilter(state="all"):
            self.show_filtered(EvidenceFilter(state="all"))
            return
        self.the_rows().highlight(self._sought)
        self._sought = None

    def take_change(self, change: ChangeSet) -> None:
        """Go to a piece that was added here."""
        if change.created is not None and Kind.EVIDENCE in change.kinds:
            self._go_to = change.created
        super().take_change(change)

    def leave_out(self, numbers: Collection[int], from_any: bool = False) -> None:
        """Show a list of what is to do without these at once, with from_any every list: they are about to be gone."""
        if from_any or self._filter.state == "open":
            self.the_rows().set_entries(self.the_rows().entries.without(frozenset(numbers)))
            self._everything -= len(numbers) if from_any else 0
            self._show_summary()

    async def on_virtual_list_wanted(self, event: VirtualList.Wanted) -> None:
        """Read the rows that came into sight."""
        self.run_worker(self._answer(event.ids))

    async def _answer(self, numbers: Sequence[int]) -> None:
        try:
            self.the_rows().put(await self.workspace.ask(evidence_rows, numbers))
        except Refusal:
            self.the_rows().unask(numbers)
            raise

    def _show_summary(self) -> None:
        rows = self.the_rows()
        if not rows.entries:
            nothing = nothing_in_words(self._filter, self._everything)
            self.query_one("#no-evidence", Static).update(line_content(nothing))
        self.set_class(not rows.entries, "-empty")
        counts = (rows.entries.id_count, self._everything) if self._is_whole else None
        words = summary(self._filter, counts, len(rows.selected))
        if words != self._summary:  # painting what is there already would hold up the keys
            self._summary = words
            self.query_one("#summary", Static).update(words, layout=False)

    def on_virtual_list_selection_changed(self) -> None:
        """Count the selection."""
        self._show_summary()

    # The pane

    async def drawings(self, number: int) -> AsyncIterator[Piece]:
        """A piece as soon as it is read, then with those that are likely the same."""
        from pmtui.services.duplicates import likely_duplicates

        shown = self.the_pane().piece
        sheet = await self.workspace.ask(evidence_sheet, number)
        yield Piece(sheet, shown.duplicates if shown is not None and shown.sheet.id == number else ())
        if sheet.duplicate_of is None:
            yield Piece(sheet, await self.workspace.ask_giving_way(likely_duplicates, number))

    def show_sheet(self, number: int, draw: Draw) -> None:  # noqa: ARG002 - a piece knows its number
        """Show a piece, and go on with marking it."""
        if isinstance(draw, Piece):
            self.the_pane().show_piece(draw)

    def the_rows(self) -> EvidenceRows:
        """The list."""
        return self.query_one(EvidenceRows)

    def the_list(self) -> EvidenceRows:
        """The list, also while another part is in use."""
        return self.the_rows()

    def the_pane(self) -> EvidencePane:
        """The text beside the list."""
        return self.query_one(EvidencePane)

    def action_open_evidence(self) -> None:
        """Give the pane the whole screen."""
        self.open_detail()

    def is_in_front(self) -> bool:
        """Whether the text or the marking of it stands in front of the list."""
        return self.shows_only_detail or self.the_pane().marking is not None

    def action_back(self) -> None:
        """From marking to the text, from the text to the list, from a selection to none, from a filter to all."""
        if self.the_pane().marking is not None:
            self.end_marking()
        elif self.shows_only_detail:
            self.show_only_detail(False)
        elif self.the_rows().selected:
            self.the_rows().select(frozenset())
        elif self._filter != EvidenceFilter():
            self.show_filtered(EvidenceFilter())

    # What can be handed over

    def pages(self) -> list[Page]:
        """What can be handed over, first what has the most room."""
        from pmtui.services.bias import bias_markdown
        from pmtui.services.piece_pages import listed_markdown, piece_markdown

        shown, selected, number = self._filter, tuple(self.the_rows().selected), self.current()
        if number is None:
            return []
        words = f"The {len(selected):,} selected pieces" if selected else "The evidence as it is shown"
        listed = Page(words, "evidence.md", lambda: self.workspace.ask(listed_markdown, shown, selected))
        key = evidence_key(number)
        piece = Page(f"Evidence {key}", f"{key}.md", lambda: self.workspace.ask(piece_markdown, number))
        heard = Page("Who is heard", "bias.md", lambda: self.workspace.ask(bias_markdown))
        return [piece, listed, heard] if self.shows_only_detail else [listed, piece, heard]

    # What the list shows

    @asks
    async def action_filter(self) -> None:
        """Ask which evidence to show."""
        from pmtui.screens.dialogs.evidence_filter import EvidenceFilterDialog
        from pmtui.services.evidence_list import filter_choices

        choices = await self.workspace.ask(filter_choices)
        wanted = await self.answer_of(EvidenceFilterDialog(self._filter, choices))
        if wanted is not None:
            self.show_filtered(wanted)

    @asks
    async def action_order(self) -> None:
        """Ask for another order."""
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered

        order = await self.answer_of(LetterMenu("Order by", lettered(ORDER_WORDS), self._filter.order))
        if order is not None:
            self.show_filtered(replace(self._filter, order=order))

    @asks
    async def action_group(self) -> None:
        """Ask for groups."""
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered

        group = await self.answer_of(LetterMenu("Group by", lettered(GROUP_WORDS), self._filter.group))
        if group is not None:
            self.show_filtered(replace(self._filter, group=group))

    def view_settings(self) -> dict[str, str]:
        """What differs from what the list shows at first."""
        return {name: value for name, value in asdict(self._filter).items() if value != getattr(EvidenceFilter(), name)}

    def show_view(self, settings: Mapping[str, str]) -> None:
        """Show another filter, order and groups."""
        known = {field.name for field in fields(EvidenceFilter)}
        self.show_filtered(EvidenceFilter(**{name: value for name, value in settings.items() if name in known}))

    def show_filtered(self, wanted: EvidenceFilter) -> None:
        """Show another part, order or groups."""
        self._filter = wanted
        self._is_whole = False
        self._stale = True
        self.read_if_stale()
