"""What was pasted becomes evidence: how many pieces, and what they have in common."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Select, Static

from pmtui.domain.evidence import TYPE_OF_KIND
from pmtui.domain.fragments import pieces_in, proposed_parting
from pmtui.domain.tag import split_tags
from pmtui.screens.dates import today
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.services.evidence import AddEvidence, AddManyEvidence
from pmtui.services.evidence_triage import check_date
from pmtui.services.workspace import Command
from pmtui.widgets.text import fit, line_content

SHOWN = 6
FIELDS = (
    ("kind", "Kind", ", ".join(TYPE_OF_KIND)),
    ("source", "Source", "interview, app store, support desk"),
    ("author", "Who said it", "a name"),
    ("company", "Company", "organisation or household"),
    ("occurred_on", "Date", "2026-11-20"),
    ("tags", "Tags", "words with commas between"),
)
PARTING_WORDS = {
    "line": "one piece a line",
    "block": "one piece a block between blank lines",
    "whole": "all of it is one piece",
}


class PasteForm(CommandForm):
    """Shows how many pieces the text makes and how the first of them begin, and adds them as one step."""

    KEY_LINE = "ctrl+s add   tab next field   esc close"
    DEFAULT_CSS = """
    PasteForm {
        Grid { grid-size: 2; grid-columns: 14 1fr; height: auto; grid-rows: 1; }
        Label { color: $muted; }
        #preview { height: auto; margin: 1 0; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__("Evidence from what was pasted")
        self._text = text

    def compose_fields(self) -> ComposeResult:
        """How it is parted, the first pieces, and what all have in common."""
        options = [(line_content(words), name) for name, words in PARTING_WORDS.items()]
        yield Select(options, value=proposed_parting(self._text), allow_blank=False, id="parting", compact=True)
        yield Static(id="preview")
        with Grid():
            for name, label, example in FIELDS:
                kinds = SuggestFromList(tuple(TYPE_OF_KIND)) if name == "kind" else None
                value = {"kind": "quote", "occurred_on": today().isoformat()}.get(name, "")
                yield Label(label)
                yield Input(value, placeholder=example, id=name, suggester=kinds)

    def on_mount(self) -> None:
        """Show the first pieces; enter adds them."""
        self._preview()
        self.query_one("#kind", Input).focus()

    def on_select_changed(self) -> None:
        """Part it in another way."""
        self._preview()

    async def on_input_submitted(self) -> None:
        """Enter adds."""
        await self.action_save()

    def command(self) -> Command:
        """Add the pieces. Raises Refusal for what is no date."""
        typed = self.values()
        check_date(typed["occurred_on"].strip())
        common = AddEvidence(
            "",
            kind=typed["kind"],
            source=typed["source"],
            author=typed["author"],
            occurred_on=typed["occurred_on"].strip(),
            company=typed["company"],
            tags=split_tags(typed["tags"]),
        )
        return AddManyEvidence(self._pieces(), common)

    def _pieces(self) -> tuple[str, ...]:
        return pieces_in(self._text, str(self.query_one(Select).value))

    def _preview(self) -> None:
        pieces = self._pieces()
        count = "1 piece" if len(pieces) == 1 else f"{len(pieces):,} pieces"
        lines = [Content.styled(count, "bold $strong")]
        lines += [line_content(f"  {fit(piece, 66)}") for piece in pieces[:SHOWN]]
        if len(pieces) > SHOWN:
            lines.append(Content.styled(f"  … and {len(pieces) - SHOWN:,} more", "$muted"))
        self.query_one("#preview", Static).update(Content("\n").join(lines))
