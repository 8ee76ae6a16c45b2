"""The form in which a scorecard is written as a formula. It is read, and tried on a problem, while one types."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label, Static

from pmtui.actions.action import SCORECARD
from pmtui.domain.criterion import Criterion, scale_in_words
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import Scorecard, show_score
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.dialogs.criterion_choice import choose_criterion
from pmtui.services.scorecard_preview import ScorecardPreview, preview_scorecard
from pmtui.services.scorecards import KeepScorecard
from pmtui.services.workspace import Command
from pmtui.widgets.text import fit, line_content

BEFORE_ERROR, AFTER_ERROR = 40, 24


class ScorecardForm(CommandForm):
    """What both ways to write a scorecard share: the name, and what it gives for one problem.

    edited: the scorecard that gets a new version, None for a new one. problem: the one it is tried on.
    """

    NAME = SCORECARD
    KEY_LINE = "ctrl+s save   tab next field   ctrl+t criteria   esc close"
    DEFAULT_CSS = """
    ScorecardForm {
        & > Vertical { width: 90; }
        Horizontal { height: 1; }
        Label { width: 11; color: $muted; }
        Input { width: 1fr; }
        #read { height: auto; min-height: 3; margin-top: 1; }
        #outcome { height: 1; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, title: str, form: str, edited: Scorecard | None, problem: int | None) -> None:
        super().__init__(title)
        self._form = form
        self._edited = edited
        self._problem = problem

    def form_name(self) -> str:
        """A draft for each scorecard."""
        return self._form

    def compose_name(self, name: str) -> ComposeResult:
        """The field of the name, where it is a new one."""
        if self._edited is None:
            with Horizontal():
                yield Label("Name")
                yield Input(name, placeholder="how it is called in the list: Fit", id="name")

    def formula(self) -> str:
        """The formula as it stands in the fields. Raises Refusal where they make none."""
        raise NotImplementedError

    def keep(self, value: str) -> Command:
        """Keep what is typed. value: the part before effort divides it, "" for what the formula says itself."""
        name = self.values()["name"] if self._edited is None else self._edited.name
        version = 0 if self._edited is None else self._edited.version
        return KeepScorecard(ScorecardText(name, self.formula(), value), version)

    @work(exclusive=True, group="preview")
    async def show_preview(self, formula: str) -> None:
        """Read a formula, and say what it gives."""
        preview = await self.host.workspace.ask(preview_scorecard, formula, self._problem)
        self.query_one("#read", Static).update(_read(formula, preview))
        self.query_one("#outcome", Static).update(_outcome(preview, self._problem))


class FormulaForm(ScorecardForm):
    """A scorecard as a formula."""

    def __init__(
        self, title: str, form: str, text: ScorecardText, edited: Scorecard | None = None, problem: int | None = None
    ) -> None:
        super().__init__(title, form, edited, problem)
        self._text = text

    def compose_fields(self) -> ComposeResult:
        """The name, the formula, its value, and how all this is read."""
        yield from self.compose_name(self._text.name)
        with Horizontal():
            yield Label("Formula")
            yield Input(self._text.formula, placeholder="value * fit / max(effort, 0.5)", id="formula")
        with Horizontal():
            yield Label("Value")
            example = "what it is worth; empty: all before the division"
            yield Input(self._text.value, placeholder=example, id="value")
        yield Static(id="read")
        yield Static(id="outcome")

    def on_mount(self) -> None:
        """Read what is there."""
        self.show_preview(self.formula())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read what is typed."""
        if event.input.id == "formula":
            self.show_preview(event.value)

    def formula(self) -> str:
        """As typed."""
        return self.query_one("#formula", Input).value

    def command(self) -> Command:
        """Keep what is typed."""
        return self.keep(self.query_one("#value", Input).value)

    @work(exclusive=True, group="criterion")
    async def action_use_criterion(self) -> None:
        """Put a criterion into the formula, where the cursor is."""
        code = await choose_criterion(self, self.host.workspace)
        if code is not None:
            field = self.query_one("#formula", Input)
            field.focus()
            field.insert_text_at_cursor(code)


def _read(formula: str, preview: ScorecardPreview) -> Content:
    """The criteria of the formula; or the place where it can't be read, marked, and why."""
    if not formula.strip():
        return Content.styled(
            "Criteria, numbers, + - * / ** ( ) min max sqrt log. ctrl+t offers the criteria.", "$muted"
        )
    if preview.at is not None:
        return Content.assemble(marked(formula, preview.at), "\n", line_content(f"✗ {preview.complaint}", "$error"))
    return Content("\n").join(_criterion(criterion, criterion.code in preview.new) for criterion in preview.criteria)


def marked(formula: str, at: int) -> Content:
    """What stands around a place of a formula, with the character there marked."""
    before = formula[max(0, at - BEFORE_ERROR) : at]
    after = formula[at + 1 : at + 1 + AFTER_ERROR]
    return Content.assemble(
        line_content(("…" if at > BEFORE_ERROR else "") + before, "$muted"),
        line_content(formula[at : at + 1] or " ", "bold reverse $error"),
        line_content(after + ("…" if len(formula) > at + 1 + AFTER_ERROR else ""), "$muted"),
    )


def _criterion(criterion: Criterion, is_new: bool) -> Content:
    words = f"{criterion.name}, {criterion.unit}" if criterion.unit else criterion.name
    return Content.assemble(
        line_content(f"{criterion.code:<20} ", "$accent"),
        line_content(fit(f"{words}: {scale_in_words(criterion)}", 50)),
        ("  new" if is_new else "", "bold $warning"),
    )


def _outcome(preview: ScorecardPreview, problem: int | None) -> Content:
    if preview.at is not None or problem is None or not preview.title:
        return Content("")
    head = Content.assemble(f"{problem_key(problem)} ", line_content(fit(preview.title, 30)), (" gets ", "$muted"))
    if preview.score is not None:
        return Content.assemble(head, (show_score(preview.score), "bold $strong"))
    names = {criterion.code: criterion.name.lower() for criterion in preview.criteria}
    needs = ", ".join(names.get(code, "a value for which it is defined") for code in preview.missing)
    return Content.assemble(head, ("no score yet", "$warning"), line_content(f": needs {needs}", "$muted"))
