"""Which problems the list shows."""

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Input, Label, Select

from pmtui.domain.kano import CLASSES
from pmtui.domain.problem import HORIZONS, MOSCOW
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.dialogs.selects import chosen_words
from pmtui.services.views import ProblemFilter
from pmtui.widgets.text import line_content

STATES = {
    "open": "open: ranked, or waiting for estimates",
    "ranked": "ranked",
    "unscored": "waiting for estimates",
    "declined": "declined",
    "done": "done",
    "all": "all",
}


class FilterDialog(Dialog[ProblemFilter]):
    """Returns the filter with other words, tag, lane, horizon, MoSCoW word, Kano class or state."""

    KEY_LINE = "ctrl+s show   ctrl+n clear   esc close"
    DEFAULT_CSS = """
    FilterDialog {
        Grid { grid-size: 2; grid-columns: 10 1fr; grid-rows: 1; grid-gutter: 1 1; height: auto; }
        Label { color: $muted; }
    }
    """

    def __init__(self, shown: ProblemFilter, tags: Sequence[tuple[str, int]], lanes: Sequence[str]) -> None:
        super().__init__("Filter")
        self._shown = shown
        self._tags = tags
        self._lanes = lanes

    def compose_fields(self) -> ComposeResult:
        """A line a field."""
        shown = self._shown
        with Grid():
            yield Label("Words")
            yield Input(shown.words, placeholder="in title or statement; #tag, also several", id="words")
            yield Label("Tag")
            yield _select("tag", {name: f"#{name} ({count:,})" for name, count in self._tags}, shown.tag)
            yield Label("Lane")
            yield _select("lane", {name: name for name in self._lanes}, shown.lane)
            yield Label("Horizon")
            yield _select("horizon", {word: word for word in (*HORIZONS, "none")}, shown.horizon)
            yield Label("State")
            yield _select("state", STATES, shown.state, blank=False)
            yield Label("MoSCoW")
            yield _select("moscow", {word: word for word in (*MOSCOW, "none")}, shown.moscow)
            yield Label("Kano")
            yield _select("kano", {word: word for word in (*CLASSES.values(), "none")}, shown.kano)

    async def on_input_submitted(self) -> None:
        """Enter shows."""
        await self.action_save()

    async def action_start_afresh(self) -> None:
        """Filter nothing."""
        self.dismiss(ProblemFilter(order=self._shown.order, group=self._shown.group))

    def result(self) -> ProblemFilter:
        """The filter as it is set."""
        words = clean_line(self.query_one("#words", Input).value)
        return replace(self._shown, words=words, **chosen_words(self))


def _select(name: str, labels: dict[str, str], value: str, blank: bool = True) -> Select[str]:
    options = [(line_content(label), word) for word, label in labels.items()]
    chosen = value if value in labels else Select.NULL
    return Select(options, prompt="any", value=chosen, allow_blank=blank, id=name, compact=True)
