"""Who it is for: personas or companies, and beside them everything about the one under the cursor."""

from functools import partial
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.screens.asking import asks
from pmtui.screens.page import Page
from pmtui.screens.persona_sheet import company_sheet_content, persona_sheet_content
from pmtui.screens.persona_verbs import PersonaVerbs
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.persona_lists import company_list, company_sheet, persona_list, persona_sheet
from pmtui.services.persona_views import PersonaRow
from pmtui.widgets.persona_rows import CompanyRows, PersonaRows
from pmtui.widgets.text import line_content

NO_PERSONAS = (
    "No personas yet. A persona stands for a group of real users: what they try to get done, what gets in their way, "
    "and how many they are. a adds one, I imports a file, V shows the companies."
)
NO_COMPANIES = "No companies yet. A company is a customer organisation or household. a adds one, V shows the personas."


class PersonasScreen(PersonaVerbs):
    """One of two lists, and the sheet; without room one at a time."""

    NAME = "personas"
    TITLE_WORD = "Personas"
    PURPOSE = "Know who it is for, how many they are, and who has not been heard."
    WORDS = (
        ("persona", "stands for a group of real users"),
        ("people", "how many a persona stands for, a value or a range"),
        ("job, pain, gain", "what it tries to get done; what gets in the way; what it wishes for"),
        ("affected", "the share of a persona that has a problem"),
        ("reach", "people that have a problem: people × affected"),
        ("scale", "pain a month: people × affected × times a month × severity"),
        ("▲ ▼", "over-heard, under-heard: its share of the evidence against its share of the people"),
        ("company", "a customer organisation or household"),
    )
    WATCHES: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PERSONA, Kind.COMPANY, Kind.PROBLEM_PERSONA, Kind.EVIDENCE, Kind.PROBLEM}
    )
    CSS_PATH = "../styles/personas.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._go_to: int | None = None

    def compose_body(self) -> ComposeResult:
        """The two lists with their summary, and the pane."""
        with Horizontal():
            with Vertical(id="list-side"):
                yield Static(id="summary")
                yield PersonaRows()
                yield CompanyRows()
                yield Static(id="nobody")
            yield (pane := SheetPane())
            pane.can_focus = False  # the keys stay with the list

    # Reading and showing

    async def read(self) -> None:
        """Read the list that is shown."""
        self.show_ranked_by("")
        if self.shows_companies:
            companies = await self.workspace.ask(company_list)
            rows: PersonaRows | CompanyRows = self.query_one(CompanyRows)
            self.query_one(CompanyRows).put({row.id: row for row in companies})
            words = _companies_in_words(len(companies))
            numbers = [row.id for row in companies]
        else:
            personas = await self.workspace.ask(persona_list)
            rows = self.query_one(PersonaRows)
            self.query_one(PersonaRows).put({row.id: row for row in personas})
            words = _personas_in_words(personas)
            numbers = [row.id for row in personas]
        rows.set_entries(numbers)
        if self._go_to is not None:
            rows.highlight(self._go_to)
            self._go_to = None
        self.set_class(not numbers, "-empty")
        self.query_one("#nobody", Static).update(line_content(NO_COMPANIES if self.shows_companies else NO_PERSONAS))
        self.query_one("#summary", Static).update(words)
        if numbers and not self.shows_only_detail:
            rows.focus()
        self.on_virtual_list_highlighted()

    def take_change(self, change: ChangeSet) -> None:
        """Go to what was added here."""
        if change.created is not None and change.kinds & {Kind.PERSONA, Kind.COMPANY}:
            self._go_to = change.created
        super().take_change(change)

    def show_record(self, kind: Kind, number: int) -> None:
        """Put the cursor on a persona or a company, in its list."""
        self.set_class(kind is Kind.COMPANY, "-companies")
        self._go_to = number
        self._stale = True
        self.read_if_stale()

    def on_virtual_list_highlighted(self) -> None:
        """Show the sheet of what is under the cursor."""
        self._show_sheet()

    @work(group="detail", exclusive=True)
    async def _show_sheet(self) -> None:
        pane, number = self.query_one(SheetPane), self.current()
        if number is None:
            pane.clear()
            return
        try:
            if self.shows_companies:
                company = await self.workspace.ask(company_sheet, number)
                pane.show((Kind.COMPANY, number), partial(company_sheet_content, company))
            else:
                persona = await self.workspace.ask(persona_sheet, number)
                pane.show((Kind.PERSONA, number), partial(persona_sheet_content, persona))
        except Refusal:
            pane.clear()  # deleted elsewhere: the list is about to be read anew

    # What is in front

    @property
    def shows_companies(self) -> bool:
        """Whether the second list is in front."""
        return self.has_class("-companies")

    def the_list(self) -> PersonaRows | CompanyRows:
        """The list in front, also while another part is in use."""
        return self.query_one(CompanyRows) if self.shows_companies else self.query_one(PersonaRows)

    def action_next_view(self) -> None:
        """The other list."""
        self.remove_class("-only-detail")
        self.toggle_class("-companies")
        self._stale = True
        self.read_if_stale()

    def action_open_persona(self) -> None:
        """Give the pane the whole screen."""
        self.open_detail()

    def action_back(self) -> None:
        """From the pane to the list, from a selection to none."""
        if self.shows_only_detail:
            self.show_only_detail(False)
        else:
            self.the_list().select(frozenset())

    def only_text(self) -> SheetPane | None:
        """The pane, when it has the whole screen."""
        return self.query_one(SheetPane) if self.shows_only_detail else None

    # Handing over

    def pages(self) -> list[Page]:
        """What can be handed over, first what has the most room."""
        from pmtui.services.bias import bias_markdown
        from pmtui.services.persona_pages import personas_markdown

        listed = Page("All personas", "personas.md", lambda: self.workspace.ask(personas_markdown))
        heard = Page("Who is heard", "bias.md", lambda: self.workspace.ask(bias_markdown))
        pages = super().pages()
        return [*pages, listed, heard] if self.shows_only_detail else [listed, *pages, heard]

    @asks
    async def action_add_persona(self) -> None:
        """Add to the list in front."""
        from pmtui.screens.dialogs.company_form import AddCompanyForm
        from pmtui.screens.dialogs.persona_form import AddPersonaForm

        form: Any = AddCompanyForm() if self.shows_companies else AddPersonaForm()
        await self.answer_of(form)


def _personas_in_words(rows: tuple[PersonaRow, ...]) -> Content:
    silent = sum(1 for row in rows if not row.evidence_count)
    words = "1 persona" if len(rows) == 1 else f"{len(rows):,} personas"
    parts: list[Any] = [(words, "bold $strong")]
    if silent:
        parts.append((f" · {silent} without evidence", "$warning"))
    parts += [("  V ", "bold $accent"), ("companies", "$muted")]
    return Content.assemble(*parts)


def _companies_in_words(count: int) -> Content:
    words = "1 company" if count == 1 else f"{count:,} companies"
    return Content.assemble((words, "bold $strong"), ("  V ", "bold $accent"), ("personas", "$muted"))
