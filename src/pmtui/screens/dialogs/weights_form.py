"""The form in which a scorecard is written as a table of criteria and weights."""

from collections.abc import Mapping

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static

from pmtui.domain.criterion import Criterion, scale_in_words
from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard import Scorecard
from pmtui.domain.weights import weighted_formula
from pmtui.screens.dialogs.criterion_choice import edit_criterion
from pmtui.screens.dialogs.scorecard_form import ScorecardForm
from pmtui.services.criteria import criteria_to_use
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

WEIGHT = "weight-"


class WeightsForm(ScorecardForm):
    """One line for each criterion with a scale that ends; those with a weight are added up.

    criteria: those that can be weighted. weights: those there are, by code.
    """

    KEY_LINE = "ctrl+s save   tab next field   ctrl+t new criterion   esc close"
    DEFAULT_CSS = """
    WeightsForm {
        VerticalScroll { height: auto; max-height: 26vh; margin-top: 1; scrollbar-size-vertical: 1; }
        .weight-label { width: 1fr; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis; }
        .weight { width: 12; }
        #read { max-height: 20vh; min-height: 2; }
    }
    """

    def __init__(
        self,
        title: str,
        form: str,
        criteria: tuple[Criterion, ...],
        weights: Mapping[str, float],
        edited: Scorecard | None = None,
        problem: int | None = None,
    ) -> None:
        super().__init__(title, form, edited, problem)
        self._criteria = {criterion.code: criterion for criterion in criteria}
        self._weights = weights

    def compose_fields(self) -> ComposeResult:
        """The name, the table, and the formula that comes of it."""
        yield from self.compose_name("")
        with VerticalScroll(can_focus=False):
            for criterion in self._criteria.values():
                yield _row(criterion, self._weights.get(criterion.code))
        yield Static(id="read")
        yield Static(id="outcome")

    def on_mount(self) -> None:
        """Read what is there."""
        self.on_input_changed()

    def on_input_changed(self) -> None:
        """Say what the weights come to."""
        try:
            self.show_preview(self.formula())
        except Refusal as refusal:
            self.query_one("#read", Static).update(line_content(str(refusal), "$muted"))
            self.query_one("#outcome", Static).update("")

    def formula(self) -> str:
        """The formula of the weights. Raises Refusal."""
        typed = {
            code: text.strip() for name, text in self.values().items() if (code := name.removeprefix(WEIGHT)) != name
        }
        return weighted_formula((self._criteria[code], _weight(text)) for code, text in typed.items() if text)

    def command(self) -> Command:
        """Keep what is typed."""
        return self.keep("")

    @work(exclusive=True, group="criterion")
    async def action_use_criterion(self) -> None:
        """Add a line for a new criterion."""
        code = await edit_criterion(self, None)
        made = [one for one in await self.host.workspace.ask(criteria_to_use) if one.code == code and one.highest]
        if made:
            self._criteria[made[0].code] = made[0]
            await self.query_one(VerticalScroll).mount(_row(made[0], None))
            self.query_one(f"#{WEIGHT}{code}", Input).focus()


def _row(criterion: Criterion, weight: float | None) -> Horizontal:
    words = f"{criterion.name}: {scale_in_words(criterion)}. {criterion.meaning}"
    shown = "" if weight is None else f"{weight:.12g}"
    return Horizontal(
        Label(line_content(words), classes="weight-label"),
        Input(shown, placeholder="–", id=f"{WEIGHT}{criterion.code}", classes="weight"),
    )


def _weight(typed: str) -> float:
    try:
        return float(typed)
    except ValueError:
        raise Refusal(f"“{typed}” is no weight.", "Type a number such as 0.6.") from None
