"""Makes a new workspace file."""

import asyncio
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Label

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.environment.paths import typed_path
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.workspace import Workspace


class NewWorkspace(Dialog[Path]):
    """Asks for name and place, and makes the file. Returns its path."""

    KEY_LINE = "enter make it   tab next field   esc close"
    DEFAULT_CSS = """
    NewWorkspace {
        Label { color: $muted; }
        #name { margin-bottom: 1; }
    }
    """

    def __init__(self, place: Path) -> None:
        super().__init__("New workspace")
        self._place = place

    def compose_fields(self) -> ComposeResult:
        """Name and place."""
        yield Label("What it is about: a product, a company")
        yield Input(placeholder="such as Sparkle Home Cleaning", id="name")
        yield Label("Its file; pmtui opens this one when started without a name")
        yield Input(str(self._place), id="place")

    async def on_input_submitted(self) -> None:
        """Enter makes it."""
        await self.action_save()

    async def action_save(self) -> None:
        """Make the file, and close when it is made."""
        typed = self.values()
        try:
            path = await asyncio.to_thread(_make, typed_path(typed["place"]), clean_line(typed["name"]))
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.dismiss(path)


def _make(path: Path, name: str) -> Path:
    workspace = Workspace.create(path, name, "app")
    workspace.close()
    return workspace.path
