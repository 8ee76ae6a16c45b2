"""The forms for a new key result, for changing one, and for saying where it is now."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import key_result_key, objective_key
from pmtui.domain.objective import KeyResult, grade_in_words, grade_of, read_figure
from pmtui.screens.dialogs.field_form import FieldForm
from pmtui.services.key_results import FIGURES, TEXTS, AddKeyResult, EditKeyResult, texts_of
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("title", "Title", "what is measured: visits by the same cleaner"),
    ("unit", "Unit", "%, days, households a month"),
    ("baseline", "Baseline", "where it starts: 38"),
    ("target", "Target", "where it is to get, above or below: 78"),
    ("current", "Current", "where it is now: 62"),
)


class KeyResultForm(FieldForm):
    """The fields that all three share. Shows the grade while one types."""

    FIELDS = FIELDS
    DEFAULT_CSS = "KeyResultForm #grade { height: 1; margin-top: 1; }"

    def compose_fields(self) -> ComposeResult:
        """One line a field, and the grade."""
        yield from super().compose_fields()
        yield Static(id="grade")

    def on_input_changed(self) -> None:
        """Say what it would be graded."""
        self.query_one("#grade", Static).update(_grade(self._before | self.values()))


class AddKeyResultForm(KeyResultForm):
    """Adds a key result to an objective."""

    def __init__(self, objective: int, title: str) -> None:
        super().__init__(f"Key result of {objective_key(objective)} {title}", dict.fromkeys((*TEXTS, *FIGURES), ""))
        self._objective = objective

    def form_name(self) -> str:
        """A draft for each objective."""
        return f"add key result {objective_key(self._objective)}"

    def command(self) -> Command:
        """Add what is typed."""
        typed = self.values()
        return AddKeyResult(self._objective, typed.pop("title"), typed)


class EditKeyResultForm(KeyResultForm):
    """Changes a key result. What someone else changed meanwhile is not overwritten."""

    WORD = "edit"

    def __init__(self, result: KeyResult) -> None:
        self._number = result.id
        super().__init__(f"{key_result_key(result.id)} {result.title}", texts_of(result))

    def form_name(self) -> str:
        """A draft for each key result."""
        return f"{self.WORD} {key_result_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = self.changes()
        return EditKeyResult(self._number, changes, self._before) if changes else None


class CurrentForm(EditKeyResultForm):
    """Says where a key result is now; enter saves."""

    WORD = "current"
    FIELDS = tuple(field for field in FIELDS if field[0] == "current")
    KEY_LINE = "enter save   esc close"

    async def on_input_submitted(self) -> None:
        """Enter saves."""
        await self.action_save()


def _grade(values: Mapping[str, str]) -> Content:
    try:
        baseline, target, current = (read_figure(values[name], name) for name in FIGURES)
    except Refusal as refusal:
        return line_content(f"✗ {refusal.title}", "$error")
    if baseline is None or target is None or current is None:
        missing = " and ".join(name for name in FIGURES if not values[name].strip())
        return Content.styled(f"? graded once {missing} is known", "$warning")
    grade = grade_of(baseline, target, current)
    if grade is None:
        return Content.styled("✗ The target is where it stands already.", "$error")
    way = f"from {values['baseline'].strip()} to {values['target'].strip()}"
    return Content.assemble((f"✓ {grade:.2f} {grade_in_words(grade)}", "$success"), line_content(f"  {way}", "$muted"))
