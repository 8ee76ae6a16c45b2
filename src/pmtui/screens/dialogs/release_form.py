"""The forms for a new release and for changing one."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Select, TextArea

from pmtui.domain.keys import release_key
from pmtui.domain.launch import LAUNCH_TIERS
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.releases import AddRelease, EditRelease
from pmtui.services.roadmap_views import ReleaseView
from pmtui.services.workspace import Command

TIERS = [("none yet", ""), *((f"{tier}: {meaning}", tier) for tier, meaning in LAUNCH_TIERS.items())]
EMPTY = {"name": "", "release_on": "", "launch_tier": "", "notes": ""}


class ReleaseForm(CommandForm):
    """The fields that both forms share."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    ReleaseForm {
        Horizontal { height: auto; }
        Label { width: 9; color: $muted; }
        Input, TextArea, Select { width: 1fr; }
        Select { height: 1; }
        TextArea { height: 5; }
    }
    """

    def __init__(self, title: str, values: Mapping[str, str]) -> None:
        super().__init__(title)
        self.before = dict(values)

    def compose_fields(self) -> ComposeResult:
        """Name, day, tier, notes."""
        with Horizontal():
            yield Label("Name")
            yield Input(self.before["name"], placeholder="as people will say it: Spring launch", id="name")
        with Horizontal():
            yield Label("Day")
            yield Input(self.before["release_on"], placeholder="2027-01-15, or nothing", id="release_on")
        with Horizontal():
            yield Label("Launch")
            known = self.before["launch_tier"] if self.before["launch_tier"] in LAUNCH_TIERS else ""
            yield Select(TIERS, value=known, allow_blank=False, id="launch_tier", compact=True)
        with Horizontal():
            yield Label("Notes")
            yield TextArea(self.before["notes"], id="notes")

    def values(self) -> dict[str, str]:
        """What is typed, and the tier."""
        return super().values() | {"launch_tier": str(self.query_one("#launch_tier", Select).value)}

    def fill(self, values: dict[str, str]) -> None:
        """Put values into the fields."""
        super().fill(values)
        if (tier := values.get("launch_tier")) is not None and (not tier or tier in LAUNCH_TIERS):
            self.query_one("#launch_tier", Select).value = tier

    def action_edit_field(self) -> None:
        """Edit the notes in the user's editor."""
        if isinstance(self.focused, TextArea):
            edit_area(self, self.focused)


class AddReleaseForm(ReleaseForm):
    """Adds a release; its launch tier brings the first lines of its checklist."""

    FORM = "add release"

    def __init__(self) -> None:
        super().__init__("New release", EMPTY)

    def command(self) -> Command:
        """Add what is typed."""
        return AddRelease(**self.values())


class EditReleaseForm(ReleaseForm):
    """Changes a release. What someone else changed meanwhile is not overwritten."""

    def __init__(self, release: ReleaseView) -> None:
        values = {name: getattr(release, name) for name in EMPTY}
        super().__init__(f"Edit {release_key(release.id)}", values)
        self._number = release.id

    def form_name(self) -> str:
        """A draft for each release."""
        return f"edit {release_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.values().items() if text != self.before[name]}
        return EditRelease(self._number, changes, self.before) if changes else None
