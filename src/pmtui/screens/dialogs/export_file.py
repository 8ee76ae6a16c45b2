"""Writes Markdown to a file."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from pmtui.domain.errors import Refusal
from pmtui.environment.files import write_text
from pmtui.environment.paths import typed_path
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.page import Page
from pmtui.widgets.text import line_content


class ExportFile(Dialog[Path]):
    """Asks what to write where, and writes it. Returns the path."""

    KEY_LINE = "enter write   tab next field   esc close"
    DEFAULT_CSS = """
    ExportFile {
        Label { color: $muted; }
        #page { margin-bottom: 1; }
        #target { color: $muted; height: auto; }
    }
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__("Export as Markdown")
        self._pages = pages

    def compose_fields(self) -> ComposeResult:
        """What, and where."""
        yield Label("What")
        options = [(line_content(page.label), place) for place, page in enumerate(self._pages)]
        yield Select(options, value=0, allow_blank=False, id="page", compact=True)
        yield Label("File")
        yield Input(self._pages[0].name, id="path")
        yield Static(id="target")

    def on_mount(self) -> None:
        """Begin with the path."""
        self.query_one("#path", Input).focus()

    def on_select_changed(self) -> None:
        """Another page has another name, unless the user has typed one."""
        path = self.query_one("#path", Input)
        if path.value in {page.name for page in self._pages}:
            path.value = self._page().name

    def on_input_changed(self) -> None:
        """Say which file it will be, and what happens to one that is there."""
        path = self._path()
        # Path's own ways to ask raise for a name that is too long and in a folder that may not be read.
        words = f"{path} is there and will be overwritten." if os.path.isfile(path) else f"Writes {path}"  # noqa: PTH113
        self.query_one("#target", Static).update(line_content(words, "$warning" if os.path.lexists(path) else "$muted"))

    async def on_input_submitted(self) -> None:
        """Enter writes."""
        await self.action_save()

    async def action_save(self) -> None:
        """Write the file, and close when it is written."""
        path = self._path()
        try:
            text = await self._page().build()
            await asyncio.to_thread(write_text, path, text)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.host.show_status(f"Wrote {path}")
        self.dismiss(path)

    def _page(self) -> Page:
        place = self.query_one("#page", Select).value
        return self._pages[place if isinstance(place, int) else 0]

    def _path(self) -> Path:
        typed = self.query_one("#path", Input).value.strip() or self._page().name
        return typed_path(typed).absolute()
