"""Asks how much work fits into now and next."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Static

from pmtui.domain.roadmap import PLANNED_HORIZONS
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.roadmap_views import Load
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

HINT = "In person-months: three people for two months are 6. Empty: unknown."


class CapacityForm(CommandForm):
    """Sets the capacity of both."""

    KEY_LINE = "ctrl+s save   tab next field   esc close"
    DEFAULT_CSS = """
    CapacityForm {
        Horizontal { height: auto; }
        Label { width: 8; color: $muted; }
        Input { width: 12; }
        Horizontal Static { width: 1fr; height: 1; padding: 0 2; color: $muted; }
        #hint { height: auto; color: $muted; margin-bottom: 1; }
    }
    """

    def __init__(self, loads: Mapping[str, Load]) -> None:
        super().__init__("How much work fits?")
        self._loads = loads
        capacities = {horizon: load.capacity for horizon, load in loads.items()}
        self._before = {
            horizon: "" if capacity is None else f"{capacity:g}" for horizon, capacity in capacities.items()
        }

    def compose_fields(self) -> ComposeResult:
        """A line for each, with what is planned."""
        yield Static(line_content(HINT), id="hint")
        for horizon in PLANNED_HORIZONS:
            load = self._loads[horizon]
            with Horizontal():
                yield Label(horizon.capitalize())
                yield Input(self._before[horizon], id=horizon)
                yield Static(f"{load.used:.1f} planned" + (f", {load.unknown} without effort" if load.unknown else ""))

    async def on_input_submitted(self) -> None:
        """Enter saves."""
        await self.action_save()

    def command(self) -> Command | None:
        """Set what differs."""
        changed = {horizon: text for horizon, text in self.values().items() if text != self._before[horizon]}
        return SetCapacity(changed) if changed else None
