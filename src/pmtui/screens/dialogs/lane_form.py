"""Edits one lane, or makes a new one."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Select, Switch

from pmtui.domain.board import PHASES
from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog


@dataclass(frozen=True, slots=True)
class LaneDraft:
    """What was typed about a lane."""

    name: str
    phase: str
    wip_limit: int | None
    strict: bool


class LaneForm(Dialog[LaneDraft]):
    """Returns what a lane is to be. with_limit: whether it asks for a limit, which a new lane gets later."""

    FORM = "lane"
    DEFAULT_CSS = """
    LaneForm {
        Horizontal { height: auto; margin-bottom: 1; }
        .-left-out { display: none; }
        Label { width: 12; color: $muted; }
        Select { width: 1fr; height: 1; }
        SelectCurrent { border: none; height: 1; padding: 0 1; background: $panel; }
        Switch { border: none; height: 1; padding: 0; background: $panel; }
    }
    """

    def __init__(self, title: str, lane: LaneDraft, with_limit: bool = True) -> None:
        super().__init__(title)
        self._lane = lane
        self._with_limit = with_limit

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
            yield Select([(phase, phase) for phase in PHASES], value=lane.phase, allow_blank=False, id="phase")
        with Horizontal(classes="" if self._with_limit else "-left-out"):
            yield Label("WIP limit")
            yield Input("" if lane.wip_limit is None else str(lane.wip_limit), placeholder="none", id="limit")
        with Horizontal(classes="" if self._with_limit else "-left-out"):
            yield Label("Strict")
            yield Switch(lane.strict, id="strict")

    def result(self) -> LaneDraft:
        """The lane as typed. Raises Refusal for an empty name or a limit that is no number."""
        name = clean_line(self.query_one("#name", Input).value)
        if not name:
            raise Refusal("A lane needs a name.")
        phase = self.query_one("#phase", Select).value
        limit = parse_limit(self.query_one("#limit", Input).value)
        return LaneDraft(name, str(phase), limit, self.query_one("#strict", Switch).value)


def parse_limit(typed: str) -> int | None:
    """A WIP limit as people type it: a whole number from 1 up, or nothing. Raises Refusal."""
    words = typed.strip()
    if not words:
        return None
    if not (words.isascii() and words.isdecimal() and 0 < int(words) < 1_000_000):
        raise Refusal("A WIP limit is a whole number from 1 up.", "Leave it empty for no limit.")
    return int(words)
