"""Everything about one problem, over another screen."""

from textual.app import ComposeResult

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.screens.detail_pane import DetailPane
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.details import problem_detail, why


class ProblemDetailDialog(Dialog[None]):
    """Reads and shows one problem."""

    KEY_LINE = "j k scroll   esc close"
    DEFAULT_CSS = """
    ProblemDetailDialog > Vertical { width: 100; height: 90%; }
    ProblemDetailDialog DetailPane { height: 1fr; background: $surface; }
    """

    def __init__(self, number: int) -> None:
        super().__init__(str(problem_key(number)))
        self._number = number

    def compose_fields(self) -> ComposeResult:
        """The pane."""
        yield DetailPane()

    def on_mount(self) -> None:
        """Read the problem."""
        self.run_worker(self._read())

    async def _read(self) -> None:
        try:
            detail = await self.host.workspace.ask(problem_detail, self._number)
            reasons = await self.host.workspace.ask(why, self._number)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.query_one(DetailPane).show(detail, reasons)

    def action_cursor_down(self) -> None:
        """Scroll down."""
        self.query_one(DetailPane).scroll_down(animate=False)

    def action_cursor_up(self) -> None:
        """Scroll up."""
        self.query_one(DetailPane).scroll_up(animate=False)
