"""Writes the whole workspace into a folder of pages."""

import asyncio
import threading
from functools import partial
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.widgets import Input, ProgressBar, Static

from pmtui.domain.errors import Refusal
from pmtui.environment.folders import write_pages
from pmtui.environment.paths import typed_path
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.folder import workspace_folder
from pmtui.widgets.text import line_content

BAR_SECONDS = 0.1
MAKING = 0.7  # how much of the time goes into making the pages, the rest into writing them
WORDS = (
    "All there is as Markdown pages that lead to one another, for GitHub, Obsidian or any reader. Exporting into the "
    "same folder again changes only the pages that differ."
)


class ExportFolder(Dialog[Path]):
    """Asks for a folder and writes everything into it, while the app goes on. Returns the folder."""

    KEY_LINE = "enter write   esc stop, close"
    DEFAULT_CSS = """
    ExportFolder {
        #about, #target { height: auto; color: $muted; margin-bottom: 1; }
        ProgressBar { display: none; }
        &.-busy ProgressBar { display: block; }
    }
    """

    def __init__(self, name: str) -> None:
        """name: of the folder that is proposed."""
        super().__init__("Export everything")
        self._name_proposed = name
        self._stop = threading.Event()
        self._share = 0.0

    def compose_fields(self) -> ComposeResult:
        """What happens, and where."""
        yield Static(line_content(WORDS), id="about")
        yield Input(self._name_proposed, id="folder")
        yield Static(id="target")
        yield ProgressBar(total=1, show_eta=False)

    def on_mount(self) -> None:
        """Keep the bar moving."""
        self.set_interval(BAR_SECONDS, self._show_share)

    def on_unmount(self) -> None:
        """Whatever is under way is given up."""
        self._stop.set()

    def on_input_changed(self) -> None:
        """Say which folder it will be."""
        self.query_one("#target", Static).update(line_content(f"Writes into {self._folder()}"))

    async def on_input_submitted(self) -> None:
        """Enter writes."""
        await self.action_save()

    async def action_save(self) -> None:
        """Write, unless that is under way already."""
        if not self.has_class("-busy"):
            self._write()

    def action_close(self) -> None:
        """Stop what is under way; else close."""
        if self.has_class("-busy"):
            self._stop.set()
        else:
            self.dismiss(None)

    @work(exclusive=True)
    async def _write(self) -> None:
        folder = self._folder()
        self._stop = stop = threading.Event()
        self.say("")
        self.add_class("-busy")
        try:
            whole = await self.host.workspace.snapshot()
            made = await asyncio.to_thread(whole.ask, workspace_folder, partial(self._told, stop, 0.0, MAKING))
            told = partial(self._told, stop, MAKING, 1 - MAKING)
            await asyncio.to_thread(write_pages, folder, made.workspace, made.pages, told)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        finally:
            self.remove_class("-busy")
        self.host.show_status(f"Wrote {len(made.pages):,} pages into {folder}")
        self.dismiss(folder)

    def _told(self, stop: threading.Event, begin: float, part: float, share: float) -> bool:
        self._share = begin + part * share
        return not stop.is_set()

    def _show_share(self) -> None:
        self.query_one(ProgressBar).update(progress=self._share)

    def _folder(self) -> Path:
        return typed_path(self.query_one("#folder", Input).value.strip() or self._name_proposed).absolute()
