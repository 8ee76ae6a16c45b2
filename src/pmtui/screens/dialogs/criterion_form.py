"""The form for a criterion of one's own: its unit, scale, direction and what its values mean."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label, Select, Static

from pmtui.domain.criterion import Criterion, code_of
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import show_number
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.services.criteria import KeepCriterion
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS = (
    ("name", "Name", "Strategic value"),
    ("unit", "Unit", "people a week, hours, % for a share; empty for points"),
    ("lowest", "Lowest", "1; 0 where there is no upper end"),
    ("highest", "Highest", "10; empty for no upper end"),
    ("meaning", "Meaning", "what the number counts, shown beside the field"),
    ("steps", "Values", "10 most; 7 much; 4 some; 1 least"),
)
DIRECTIONS = [("more is better", 1), ("less is better", -1)]
NEW = Criterion(0, "", "", "", "limited", 1, 10, 1, "", "")


class CriterionForm(CommandForm):
    """Makes a criterion, or changes one. Its code, which formulas use, follows from its first name."""

    KEY_LINE = "ctrl+s save   tab next field   esc close"
    DEFAULT_CSS = """
    CriterionForm {
        Horizontal { height: 1; }
        Label { width: 11; color: $muted; }
        Input, Select { width: 1fr; }
        Select { height: 1; }
        #code { height: 1; margin-top: 1; color: $muted; }
    }
    """

    def __init__(self, criterion: Criterion | None = None) -> None:
        self._criterion = criterion or NEW
        self._is_new = criterion is None
        super().__init__("New criterion" if criterion is None else f"Criterion {criterion.name}")

    @property
    def code(self) -> str:
        """The code that formulas use."""
        return code_of(self.query_one("#name", Input).value) if self._is_new else self._criterion.code

    def form_name(self) -> str:
        """A draft for each criterion."""
        return f"criterion {self._criterion.code}".strip()

    def compose_fields(self) -> ComposeResult:
        """One line a field, and the code."""
        kept = self._criterion
        shown = {
            "name": kept.name,
            "unit": kept.unit,
            "lowest": show_number(kept.lowest),
            "highest": "" if kept.highest is None else show_number(kept.highest),
            "meaning": kept.meaning,
            "steps": kept.steps,
        }
        for name, label, example in FIELDS:
            with Horizontal():
                yield Label(label)
                yield Input(shown[name], placeholder=example, id=name)
        with Horizontal():
            yield Label("Direction")
            yield Select(DIRECTIONS, value=kept.direction, allow_blank=False, id="direction", compact=True)
        yield Static(id="code")

    def on_input_changed(self) -> None:
        """Show the code."""
        code = self.code
        words = line_content(f"In formulas: {code}") if code else Content("Its name gives it a code for formulas.")
        self.query_one("#code", Static).update(words)

    def command(self) -> Command:
        """Keep it. Raises Refusal for ends that are no numbers."""
        typed = self.values()
        is_share, highest = typed["unit"].strip() == "%", typed["highest"].strip()
        criterion = Criterion(
            id=0,
            code=self.code,
            name=typed["name"],
            unit=typed["unit"],
            shape="limited" if highest or is_share else "positive",
            lowest=0.0 if is_share else _number(typed["lowest"] or "0"),
            highest=1.0 if is_share else _number(highest) if highest else None,
            direction=-1 if self.query_one("#direction", Select).value == -1 else 1,
            steps=typed["steps"],
            meaning=typed["meaning"],
        )
        return KeepCriterion(criterion, self._is_new)


def _number(typed: str) -> float:
    try:
        return float(typed.replace(",", ""))
    except ValueError:
        raise Refusal(f"“{typed}” is no number.", "Type the ends of the scale as 1 and 10.") from None
