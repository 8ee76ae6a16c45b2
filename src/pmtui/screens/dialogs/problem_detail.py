"""Everything about one problem, over another screen."""

from functools import partial

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.problem_sheet import problem_sheet
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.details import problem_detail, why


class ProblemDetailDialog(SheetDialog):
    """Reads and shows one problem."""

    DEFAULT_CSS = "ProblemDetailDialog > Vertical { width: 100; }"

    def __init__(self, number: int) -> None:
        super().__init__(str(problem_key(number)))
        self._number = number

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
        self.query_one(SheetPane).show(self._number, partial(problem_sheet, detail, reasons))
