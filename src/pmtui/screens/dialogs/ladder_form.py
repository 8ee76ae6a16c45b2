"""The form for what each type of evidence is worth."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Input, Label

from pmtui.domain.confidence import ConfidenceLadder
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.services.confidence import EditLadder
from pmtui.services.workspace import Command

HALF_LIFE = "half-life"


class LadderForm(CommandForm):
    """Weight and cap by type of evidence, and the half-life. Saving makes a new version, which counts from then on."""

    KEY_LINE = "ctrl+s save   tab next field   esc close"
    FORM = "confidence ladder"
    DEFAULT_CSS = """
    LadderForm {
        Grid { grid-size: 3; grid-columns: 18 16 12; grid-gutter: 0 1; grid-rows: 1; height: auto; }
        Label { color: $muted; }
        .ladder-head { color: $strong; text-style: bold; }
    }
    """

    def __init__(self, ladder: ConfidenceLadder) -> None:
        super().__init__(f"What evidence is worth: ladder v{ladder.version}")
        self._steps = {name: (f"{weight:g}", f"{cap:g}") for name, (weight, cap) in ladder.by_type.items()}
        self._half_life = f"{ladder.half_life_days:g}"

    def compose_fields(self) -> ComposeResult:
        """One line a type, and one for the half-life."""
        with Grid():
            for words in ("type", "a customer adds", "at most"):
                yield Label(words, classes="ladder-head")
            for name, (weight, cap) in self._steps.items():
                yield Label(name.replace("_", " "))
                yield Input(weight, id=f"weight-{name}")
                yield Input(cap, id=f"cap-{name}")
            yield Label("half as much after")
            yield Input(self._half_life, id=HALF_LIFE)
            yield Label("days")

    def command(self) -> Command | None:
        """A new version with the steps that differ."""
        typed = self.values()
        steps = {name: (typed[f"weight-{name}"], typed[f"cap-{name}"]) for name in self._steps}
        changed = {name: step for name, step in steps.items() if step != self._steps[name]}
        half_life = "" if typed[HALF_LIFE] == self._half_life else typed[HALF_LIFE]
        return EditLadder(changed, half_life) if changed or half_life else None
