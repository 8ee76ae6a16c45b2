"""The forms for a new objective and for changing one."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, TextArea

from pmtui.domain.keys import objective_key
from pmtui.domain.objective import PILLARS, Objective
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.objectives import FIELDS, AddObjective, EditObjective
from pmtui.services.workspace import Command


class ObjectiveForm(CommandForm):
    """The fields that both forms share."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    ObjectiveForm {
        & > Vertical { width: 96; }
        Horizontal { height: auto; }
        Label { width: 9; color: $muted; }
        Input, TextArea { width: 1fr; }
        TextArea { height: 6; }
    }
    """

    def __init__(self, title: str, values: Mapping[str, str]) -> None:
        super().__init__(title)
        self._before = dict(values)

    def compose_fields(self) -> ComposeResult:
        """Title, pillar, notes."""
        with Horizontal():
            yield Label("Title")
            yield Input(self._before["title"], placeholder="what is to be reached, in one line", id="title")
        with Horizontal():
            yield Label("Pillar")
            yield Input(self._before["pillar"], placeholder=f"{', '.join(PILLARS)}, or none", id="pillar")
        with Horizontal():
            yield Label("Notes")
            yield TextArea(self._before["notes"], placeholder="why now, and what it leaves for later", id="notes")

    def action_edit_field(self) -> None:
        """Edit the notes in the user's editor."""
        edit_area(self, self.query_one(TextArea))


class AddObjectiveForm(ObjectiveForm):
    """Adds an objective."""

    FORM = "add objective"

    def __init__(self) -> None:
        super().__init__("Add an objective", dict.fromkeys(FIELDS, ""))

    def command(self) -> Command:
        """Add what is typed."""
        return AddObjective(**self.values())


class EditObjectiveForm(ObjectiveForm):
    """Changes an objective. What someone else changed meanwhile is not overwritten."""

    def __init__(self, objective: Objective) -> None:
        self._number = objective.id
        values = {name: str(getattr(objective, name)) for name in FIELDS}
        super().__init__(f"Edit {objective_key(objective.id)}", values)

    def form_name(self) -> str:
        """A draft for each objective."""
        return f"edit {objective_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.values().items() if text != self._before[name]}
        return EditObjective(self._number, changes, self._before) if changes else None
