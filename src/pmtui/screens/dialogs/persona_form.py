"""The forms for a new persona and for changing one."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import explain_amount
from pmtui.domain.keys import persona_key
from pmtui.domain.scale import POPULATION, read_amount
from pmtui.screens.dialogs.field_by_field import FieldByField
from pmtui.screens.editing import edit_area
from pmtui.services.persona_views import PersonaSheet
from pmtui.services.personas import BLOCKS, LINES, AddPersona, EditPersona
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS = (
    ("name", "Name", "a group of users in a few words: Busy parents"),
    ("role", "Role", "what they are to the product: books the cleaning"),
    ("picture", "Picture", "one line that lets you see them"),
    ("quote", "Quote", "what they would say"),
    ("population", "People", "how many it stands for: 4200 or 3000..5000"),
    ("jobs", "Jobs", "what they try to get done, one a line"),
    ("pains", "Pains", "what gets in the way, one a line"),
    ("gains", "Gains", "what they wish for, one a line"),
    ("notes", "Notes", ""),
)


class PersonaForm(FieldByField):
    """The fields that both forms share."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    PersonaForm {
        & > Vertical { width: 96; }
        VerticalScroll { height: auto; max-height: 66vh; scrollbar-size-vertical: 1; }
        Horizontal { height: auto; }
        Label { width: 11; color: $muted; }
        Input, TextArea { width: 1fr; }
        TextArea { height: 3; }
        #reading { margin-left: 11; color: $muted; }
    }
    PersonaForm.-short TextArea { height: 2; }
    """

    def __init__(self, title: str, values: Mapping[str, str]) -> None:
        super().__init__(title)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self._before = dict(values)

    def compose_fields(self) -> ComposeResult:
        """One line for each short text, a few for each long one, and how the number of people is read."""
        with VerticalScroll(can_focus=False):
            for name, label, example in FIELDS:
                with Horizontal():
                    yield Label(label)
                    if name in BLOCKS:
                        yield TextArea(self._before[name], placeholder=example, id=name)
                    else:
                        yield Input(self._before[name], placeholder=example, id=name)
                if name == "population":
                    yield Static(id="reading")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the number of people is read."""
        if event.input.id == "population":
            self.query_one("#reading", Static).update(line_content(_reading(event.value)))

    def action_edit_field(self) -> None:
        """Edit the long text in use in the user's editor."""
        if isinstance(self.focused, TextArea):
            edit_area(self, self.focused)


class AddPersonaForm(PersonaForm):
    """Adds a persona."""

    FORM = "add persona"

    def __init__(self) -> None:
        super().__init__("Add a persona", dict.fromkeys((*LINES, *BLOCKS), ""))

    def command(self) -> Command:
        """Add what is typed."""
        typed = self.values()
        return AddPersona(typed["name"], typed)


class EditPersonaForm(PersonaForm):
    """Changes a persona. What someone else changed meanwhile is not overwritten."""

    def __init__(self, sheet: PersonaSheet) -> None:
        row = sheet.row
        self._number = row.id
        values = {"name": row.name, "role": row.role, "population": row.population, "picture": sheet.picture}
        values |= {"quote": sheet.quote} | {name: str(getattr(sheet, name)) for name in BLOCKS}
        super().__init__(f"Edit {persona_key(row.id)}", values)

    def form_name(self) -> str:
        """A draft for each persona."""
        return f"edit {persona_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.values().items() if text != self._before[name]}
        return EditPersona(self._number, changes, self._before) if changes else None


def _reading(text: str) -> str:
    try:
        amount = read_amount(text, POPULATION)
    except Refusal as refusal:
        return f"✗ {refusal.title}"
    return "" if amount is None else f"✓ {explain_amount(amount, POPULATION)}"
