"""The form in which a prediction is held against what happened."""

from textual.app import ComposeResult
from textual.widgets import Label, Static, TextArea

from pmtui.domain.keys import decision_key
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.decision_views import DecisionSheet
from pmtui.services.decisions import ReviewDecision
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content


class DecisionReviewForm(CommandForm):
    """Keeps whether the prediction came true, and what was learned."""

    KEY_LINE = "ctrl+s save   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    DecisionReviewForm {
        .prediction { height: auto; margin-bottom: 1; }
        Label { color: $muted; }
        TextArea { height: 6; }
    }
    """

    def __init__(self, sheet: DecisionSheet, came_true: bool) -> None:
        super().__init__(f"{decision_key(sheet.row.id)} {'came true' if came_true else 'did not come true'}")
        self._sheet = sheet
        self._came_true = came_true

    def compose_fields(self) -> ComposeResult:
        """The prediction, and a text about what was learned."""
        probability = self._sheet.row.probability
        stated = "" if probability is None else f" ({probability:.0%})"
        yield Static(line_content(f"“{self._sheet.texts['prediction']}”{stated}", "italic"), classes="prediction")
        yield Label("What was learned")
        yield TextArea(self._sheet.texts["learned"], placeholder="what to do differently next time", id="learned")

    def action_edit_field(self) -> None:
        """Edit the text in the user's editor."""
        edit_area(self, self.query_one("#learned", TextArea))

    def command(self) -> Command:
        """Keep it."""
        return ReviewDecision(self._sheet.row.id, self._came_true, self.values()["learned"])
