"""Imports a strategy page: shows what it would write and what it would leave out, and does it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.dialogs.import_words import report_text
from pmtui.services.strategy_imports import ImportStrategy, StrategyFile
from pmtui.widgets.text import line_content


class ImportStrategyPage(Dialog[ChangeSet]):
    """Nothing is written before ctrl+s."""

    KEY_LINE = "ctrl+s import   j k scroll   esc close"
    DEFAULT_CSS = """
    ImportStrategyPage {
        & > Vertical { width: 110; }
        VerticalScroll { height: auto; max-height: 66vh; scrollbar-size-vertical: 1; }
        VerticalScroll Static { height: auto; }
    }
    """

    def __init__(self, file: StrategyFile) -> None:
        super().__init__(f"Import the strategy of {file.name}")
        self._file = file

    def compose_fields(self) -> ComposeResult:
        """What would come of it."""
        with VerticalScroll(can_focus=False):
            yield Static(line_content("Trying out what would come of it …", "$muted"), id="report")

    def on_mount(self) -> None:
        """Try it out."""
        super().on_mount()
        self.run_worker(self._preview())

    async def _preview(self) -> None:
        command = ImportStrategy(self._file)
        try:
            await self.host.workspace.rehearse(command)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.query_one("#report", Static).update(report_text(command.reports[-1]))

    async def action_save(self) -> None:
        """Import it."""
        try:
            await self.host.workspace.back_up("before-import")
            change = await self.host.carry_out(ImportStrategy(self._file))
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.dismiss(change)

    def action_next_row(self) -> None:
        """Scroll down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_previous_row(self) -> None:
        """Scroll up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)
