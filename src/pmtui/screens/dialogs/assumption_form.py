"""The forms for a new assumption and for changing one."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Input, Label, Select, TextArea

from pmtui.domain.keys import solution_key
from pmtui.domain.solution import ASSUMPTION_KINDS
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.dialogs.selects import chosen_words
from pmtui.screens.editing import edit_area
from pmtui.services.assumptions import AddAssumption, EditAssumption
from pmtui.services.solution_views import AssumptionView
from pmtui.services.workspace import Command

KIND_WORDS = {
    "desirable": "desirable: do people want it?",
    "viable": "viable: does it pay?",
    "feasible": "feasible: can we do it?",
}
NEW = {"title": "", "kind": ASSUMPTION_KINDS[0], "importance": "3", "support": "1", "notes": ""}


class AssumptionForm(CommandForm):
    """The fields that both forms share."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    AssumptionForm {
        Label { color: $muted; }
        Grid { grid-size: 2; grid-columns: 14 1fr; grid-rows: 1; height: auto; }
        #notes { height: 4; margin-top: 1; }
    }
    """

    def __init__(self, title: str, values: Mapping[str, str]) -> None:
        super().__init__(title)
        self._before = dict(values)

    def compose_fields(self) -> ComposeResult:
        """What must be true, its kind, how much it matters and how much is known, and notes."""
        before = self._before
        with Grid():
            yield Label("Must be true")
            yield Input(before["title"], placeholder="Cleaners write every handover down", id="title")
            yield Label("Kind")
            known = before["kind"] if before["kind"] in KIND_WORDS else Select.NULL
            kinds = [(words, kind) for kind, words in KIND_WORDS.items()]
            yield Select(kinds, value=known, prompt="kind", id="kind", compact=True)
            yield Label("It matters")
            yield Input(before["importance"], id="importance")
            yield Label("")
            yield Label("1 a little to 5: all falls without it")
            yield Label("We know it")
            yield Input(before["support"], id="support")
            yield Label("")
            yield Label("1 a guess to 5: seen to be so")
        yield TextArea(before["notes"], placeholder="What speaks for it and against it", id="notes")

    def typed(self) -> dict[str, str]:
        """The values of all fields by name."""
        chosen = chosen_words(self)
        return self.values() | {"kind": chosen["kind"] or self._before["kind"]}

    def action_edit_field(self) -> None:
        """Edit the notes in the user's editor."""
        edit_area(self, self.query_one("#notes", TextArea))


class AddAssumptionForm(AssumptionForm):
    """Adds an assumption to a solution."""

    def __init__(self, solution: int) -> None:
        super().__init__(f"What must be true for {solution_key(solution)}", NEW)
        self._solution = solution

    def form_name(self) -> str:
        """A draft for each solution."""
        return f"add assumption to {solution_key(self._solution)}"

    def command(self) -> Command:
        """Add what is typed."""
        return AddAssumption(self._solution, **self.typed())


class EditAssumptionForm(AssumptionForm):
    """Changes an assumption. What someone else changed meanwhile is not overwritten."""

    def __init__(self, assumption: AssumptionView) -> None:
        self._number = assumption.id
        values = {name: str(getattr(assumption, name)) for name in NEW}
        super().__init__(f"Edit an assumption of {solution_key(assumption.solution_id)}", values)

    def form_name(self) -> str:
        """A draft for each assumption."""
        return f"edit assumption {self._number}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.typed().items() if text != self._before[name]}
        return EditAssumption(self._number, changes, self._before) if changes else None
