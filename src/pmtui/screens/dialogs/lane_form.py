"""Edits one lane, or makes a new one."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Select

from pmtui.domain.board import PHASES
from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog

PHASE_CHOICES = [(phase, phase) for phase in PHASES]
OVER_LIMIT = [("a further card is let in, with a warning", False), ("a further card is refused", True)]


@dataclass(frozen=True, slots=True)
class LaneDraft:
    """What was typed about a lane."""

    name: str
    phase: str
    wip_limit: int | None
    strict: bool


class LaneForm(Dialog[LaneDraft]):
    """Returns what a lane is to be."""

    FORM = "lane"
    DEFAULT_CSS = """
    LaneForm {
        Horizontal { height: auto; margin-bottom: 1; }
        Label { width: 12; color: $muted; }
        Select { width: 1fr; height: 1; }
    }
    """

    def __init__(self, title: str, lane: LaneDraft) -> None:
        super().__init__(title)
        self._lane = lane

    def form_name(self) -> str:
        """One draft for each lane."""
        return f"lane {self._lane.name}".strip()

    def compose_fields(self) -> ComposeResult:
        """Name, phase, limit, strictness."""
        lane = self._lane
        with Horizontal():
            yield Label("Name")
            yield Input(lane.name, id="name")
        with Horizontal():
            yield Label("Phase")
            yield Select(PHASE_CHOICES, value=lane.phase, allow_blank=False, id="phase", compact=True)
        with Horizontal():
            yield Label("WIP limit")
            yield Input("" if lane.wip_limit is None else str(lane.wip_limit), placeholder="none", id="limit")
        with Horizontal():
            yield Label("Over it")
            yield Select(OVER_LIMIT, value=lane.strict, allow_blank=False, id="strict", compact=True)

    def result(self) -> LaneDraft:
        """The lane as typed. Raises Refusal for an empty name or a limit that is no number."""
        name = clean_line(self.query_one("#name", Input).value)
        if not name:
            raise Refusal("A lane needs a name.")
        phase = self.query_one("#phase", Select).value
        limit = parse_limit(self.query_one("#limit", Input).value)
        return LaneDraft(name, str(phase), limit, bool(self.query_one("#strict", Select).value))


def parse_limit(typed: str) -> int | None:
    """A WIP limit as people type it: a whole number from 1 up, or nothing. Raises Refusal."""
    words = typed.strip()
    if not words:
        return None
    if not (words.isascii() and words.isdecimal() and len(words) < 7 and int(words) > 0):
        raise Refusal("A WIP limit is a whole number from 1 up.", "Leave it empty for no limit.")
    return int(words)
