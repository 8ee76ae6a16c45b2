"""The form for a piece of evidence that is there."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, TextArea

from pmtui.domain.evidence import TYPE_OF_KIND
from pmtui.domain.keys import evidence_key
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.evidence import EditEvidence
from pmtui.services.evidence_triage import check_date
from pmtui.services.evidence_views import EvidenceSheet
from pmtui.services.workspace import Command

FIELDS = (
    ("kind", "Kind", ", ".join(TYPE_OF_KIND)),
    ("author", "Who said it", "a name"),
    ("source", "Source", "interview, app store, support desk"),
    ("url", "Address", "https://…"),
    ("occurred_on", "Date", "2026-11-20"),
)


class EditEvidenceForm(CommandForm):
    """Changes the text of a piece, and the facts about it that are typed."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    EditEvidenceForm {
        #text { height: 8; margin-bottom: 1; }
        Grid { grid-size: 2; grid-columns: 14 1fr; height: auto; grid-rows: 1; }
        Label { color: $muted; }
    }
    """

    def __init__(self, sheet: EvidenceSheet) -> None:
        super().__init__(f"Edit {evidence_key(sheet.id)}")
        self._sheet = sheet
        self._seen = {name: getattr(sheet, name) for name in ("text", *(name for name, *_ in FIELDS))}

    def form_name(self) -> str:
        """A draft for each piece."""
        return f"edit {evidence_key(self._sheet.id)}"

    def compose_fields(self) -> ComposeResult:
        """The text, then one line for each fact about it."""
        yield Label("What the customer said or did")
        yield TextArea(self._sheet.text, id="text")
        with Grid():
            for name, label, example in FIELDS:
                kinds = SuggestFromList(tuple(TYPE_OF_KIND)) if name == "kind" else None
                yield Label(label)
                yield Input(self._seen[name], placeholder=example, id=name, suggester=kinds)

    def action_edit_field(self) -> None:
        """Edit the text in the user's editor."""
        edit_area(self, self.query_one("#text", TextArea))

    def command(self) -> Command | None:
        """Change what differs. Raises Refusal for what is no date."""
        typed = self.values()
        changed = {name: text for name, text in typed.items() if text != self._seen[name]}
        if "occurred_on" in changed:
            check_date(changed["occurred_on"].strip())
        return EditEvidence(self._sheet.id, changed, self._seen) if changed else None
