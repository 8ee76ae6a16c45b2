"""The form for a new piece of evidence; what has several lines may be several pieces."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Select, TextArea

from pmtui.domain.evidence import TYPE_OF_KIND
from pmtui.domain.fragments import pieces_in
from pmtui.domain.keys import keys_in_words
from pmtui.screens.dates import today
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.dialogs.paste import PARTING_WORDS
from pmtui.screens.editing import edit_area
from pmtui.services.evidence import AddEvidence, AddManyEvidence
from pmtui.services.evidence_triage import check_date
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS = (
    ("kind", "Kind", ", ".join(TYPE_OF_KIND)),
    ("author", "Who said it", "a name"),
    ("company", "Company", "organisation or household"),
    ("source", "Source", "interview, app store, support desk"),
    ("occurred_on", "Date", "2026-11-20"),
)


class EvidenceForm(CommandForm):
    """Adds a piece of evidence and connects it to problems."""

    FORM = "add evidence"
    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    EvidenceForm {
        #text { height: 6; margin-bottom: 1; }
        #parting { display: none; margin-bottom: 1; }
        &.-several #text { margin-bottom: 0; }
        &.-several #parting { display: block; }
        Grid { grid-size: 2; grid-columns: 14 1fr; height: auto; grid-rows: 1; }
        Label { color: $muted; }
    }
    """

    def __init__(self, problems: tuple[int, ...], words: str = "") -> None:
        super().__init__(f"New evidence for {keys_in_words(problems)}" if problems else "New evidence")
        self._problems = problems
        self._words = words

    def compose_fields(self) -> ComposeResult:
        """The text, then one line for each fact about it."""
        yield Label("What the customer said or did")
        yield TextArea(self._words, id="text")
        options = [(line_content(words), name) for name, words in PARTING_WORDS.items()]
        yield Select(options, value="whole", allow_blank=False, id="parting", compact=True)
        with Grid():
            for name, label, example in FIELDS:
                kinds = SuggestFromList(tuple(TYPE_OF_KIND)) if name == "kind" else None
                value = {"kind": "quote", "occurred_on": today().isoformat()}.get(name, "")
                yield Label(label)
                yield Input(value, placeholder=example, id=name, suggester=kinds)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Where there are several lines, say that they are one piece, and offer to make several of them."""
        self.set_class(len(pieces_in(event.text_area.text, "line")) > 1, "-several")

    def action_edit_field(self) -> None:
        """Edit the text in the user's editor."""
        edit_area(self, self.query_one("#text", TextArea))

    def command(self) -> Command:
        """Add what is typed, as one piece unless another parting is chosen."""
        typed = self.values()
        check_date(typed["occurred_on"].strip())
        added = AddEvidence(
            text=typed["text"],
            kind=typed["kind"],
            source=typed["source"],
            author=typed["author"],
            occurred_on=typed["occurred_on"].strip(),
            company=typed["company"],
            problems=self._problems,
        )
        pieces = pieces_in(added.text, str(self.query_one("#parting", Select).value))
        return AddManyEvidence(pieces, added) if len(pieces) > 1 else added
