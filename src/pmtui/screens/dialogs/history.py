"""Every step, the newest first."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui.domain.changes import Step
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.history import newest_steps
from pmtui.widgets.text import line_content

_STATES = {"undone": "undone", "gone": "undone, no longer to be redone"}


class History(Dialog[None]):
    """Lists steps; more are read when the end is reached."""

    KEY_LINE = "j k move   esc close   u on the screen takes the newest back"
    DEFAULT_CSS = """
    History > Vertical { width: 110; }
    History OptionList { max-height: 70vh; }
    """

    def __init__(self) -> None:
        super().__init__("History")
        self._oldest: int | None = None

    def compose_fields(self) -> ComposeResult:
        """The list of steps."""
        yield OptionList()

    def on_mount(self) -> None:
        """Read the newest steps."""
        self.run_worker(self._read_more())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read on when the last one is reached."""
        if event.option_index == event.option_list.option_count - 1:
            self.run_worker(self._read_more(), exclusive=True)

    async def _read_more(self) -> None:
        steps: Sequence[Step] = await self.host.workspace.ask(newest_steps, before=self._oldest)
        if steps:
            self._oldest = steps[-1].id
            self.query_one(OptionList).add_options([Option(_line(step)) for step in steps])
        elif self._oldest is None:
            self.say("Nothing was done yet.")

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()


def _line(step: Step) -> Content:
    state = _STATES.get(step.state, "")
    return Content.assemble(
        (f"{step.at[:16].replace('T', ' ')}  ", "$muted"),
        line_content(step.label, "$muted strike" if state else ""),
        line_content(f"  {state}" if state else "", "$warning"),
        line_content(f"  {step.source}", "$muted"),
    )
