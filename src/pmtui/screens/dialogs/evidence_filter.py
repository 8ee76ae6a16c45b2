"""Which evidence the list shows."""

from collections.abc import Mapping
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Input, Label, Select

from pmtui.domain.evidence import EVIDENCE_TYPES
from pmtui.domain.keys import persona_key
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.dialogs.selects import chosen_words
from pmtui.screens.evidence_words import STATE_WORDS
from pmtui.services.evidence_triage import check_date
from pmtui.services.evidence_views import EvidenceFilter, FilterChoices
from pmtui.widgets.text import line_content


class EvidenceFilterDialog(Dialog[EvidenceFilter]):
    """Returns the filter with other words, state or fields."""

    KEY_LINE = "ctrl+s show   ctrl+n clear   esc close"
    DEFAULT_CSS = """
    EvidenceFilterDialog {
        Grid { grid-size: 2; grid-columns: 10 1fr; grid-rows: 1; height: auto; }
        Label { color: $muted; }
    }
    """

    def __init__(self, shown: EvidenceFilter, choices: FilterChoices) -> None:
        super().__init__("Filter")
        self._shown = shown
        self._choices = choices

    def compose_fields(self) -> ComposeResult:
        """A line a field."""
        shown, choices = self._shown, self._choices
        with Grid():
            yield Label("Words")
            yield Input(shown.words, placeholder="also -not, #tag, type:interview, is:dismissed", id="words")
            yield Label("State")
            yield _select("state", STATE_WORDS, shown.state, blank=False)
            yield Label("Source")
            yield _select("source", _counted(choices.sources), shown.source)
            yield Label("Kind")
            yield _select("kind", _counted(choices.kinds), shown.kind)
            yield Label("Type")
            yield _select("type", {name: name.replace("_", " ") for name in EVIDENCE_TYPES}, shown.type)
            yield Label("Persona")
            personas = {str(persona_key(number)): f"{persona_key(number)} {name}" for number, name in choices.personas}
            yield _select("persona", personas, shown.persona)
            yield Label("Tag")
            yield _select("tag", _counted(choices.tags), shown.tag)
            yield Label("Company")
            yield Input(shown.company, placeholder="its name or a part of it", id="company")
            yield Label("Since")
            yield Input(shown.since, placeholder="2026-11-20, 2026-11 or 2026", id="since")

    async def on_input_submitted(self) -> None:
        """Enter shows."""
        await self.action_save()

    async def action_start_afresh(self) -> None:
        """Filter nothing."""
        self.dismiss(EvidenceFilter(order=self._shown.order, group=self._shown.group))

    def result(self) -> EvidenceFilter:
        """The filter as it is set. Raises Refusal when since is no date."""
        typed = {field.id: clean_line(field.value) for field in self.query(Input) if field.id}
        check_date(typed["since"])
        return replace(self._shown, **typed, **chosen_words(self))


def _counted(words: tuple[tuple[str, int], ...]) -> dict[str, str]:
    return {word: f"{word} ({count:,})" for word, count in words}


def _select(name: str, labels: Mapping[str, str], value: str, blank: bool = True) -> Select[str]:
    options = [(line_content(label), word) for word, label in labels.items()]
    chosen = value if value in labels else Select.NULL
    return Select(options, prompt="any", value=chosen, allow_blank=blank, id=name, compact=True)
