"""Every step, the newest first: what it changed, and the way back to it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui.actions.action import HISTORY
from pmtui.domain.changes import ChangeSet, Step
from pmtui.domain.errors import Refusal
from pmtui.environment.local_time import local_moment, local_zone
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.dialogs.step_changes import StepChangesDialog
from pmtui.services.history import newest_steps
from pmtui.services.past import find_past
from pmtui.widgets.text import line_content

_STATES = {"undone": "undone", "gone": "undone, no longer to be redone"}
_BEGINNING = 0


class History(SearchableDialog[None]):
    """Lists steps; more are read when the end is reached."""

    NAME: ClassVar[str] = HISTORY
    KEY_LINE = "enter what it changed   = look at it   r go there   / search   esc close"
    DEFAULT_CSS = """
    History > Vertical { width: 110; }
    History OptionList { max-height: 66vh; }
    """

    def __init__(self, newest: Sequence[Step]) -> None:
        super().__init__(f"History, times in {local_zone()}")
        self._take(newest)

    def compose_fields(self) -> ComposeResult:
        """The list of steps."""
        yield OptionList(*self._options())

    def on_mount(self) -> None:
        """Read anew after every change."""
        self.host.changed.subscribe(self, self._take_change)

    def _take(self, newest: Sequence[Step]) -> None:
        """Begin with the newest steps. The steps that undid or redid others are told by the state of those."""
        self._newest = newest[0].id if newest else _BEGINNING
        self._oldest: int | None = newest[-1].id if newest else None
        self._steps = [step for step in newest if step.undoes is None]
        self._is_whole = not newest

    def _options(self) -> list[Option]:
        beginning = [Option(Content.styled("The beginning: nothing was done yet", "$muted"))] if self._is_whole else []
        return [Option(_line(step)) for step in self._steps] + beginning

    def _take_change(self, _: ChangeSet) -> None:
        self._read_anew()

    @work(exclusive=True, group="read")
    async def _read_anew(self) -> None:
        newest = await self.host.workspace.ask(newest_steps)
        step = self._step()
        self._take(newest)
        options = self.query_one(OptionList)
        options.set_options(self._options())
        places = {one.id: place for place, one in enumerate(self._steps)}
        options.highlighted = places.get(step.id, 0) if step is not None else len(self._steps) - 1

    @work(exclusive=True, group="read")
    async def _read_more(self) -> None:
        options, shown = self.query_one(OptionList), len(self._steps)
        while not self._is_whole and len(self._steps) == shown:
            older = await self.host.workspace.ask(newest_steps, before=self._oldest)
            self._is_whole = not older
            self._oldest = older[-1].id if older else self._oldest
            self._steps += [step for step in older if step.undoes is None]
        options.add_options(self._options()[shown:])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read on when the last one is reached."""
        if not self._is_whole and event.option_index == event.option_list.option_count - 1:
            self._read_more()

    def _step(self) -> Step | None:
        place = self.query_one(OptionList).highlighted
        return self._steps[place] if place is not None and place < len(self._steps) else None

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    def on_option_list_option_selected(self) -> None:
        """Show what the step changed."""
        if (step := self._step()) is not None:
            self.app.push_screen(StepChangesDialog(step))

    @work
    async def action_look_at_step(self) -> None:
        """Show every screen as it was after the step under the cursor, and change nothing."""
        step = self._step()
        try:
            await self.host.look_at(await self.host.present.ask(find_past, f"step {step.id if step else _BEGINNING}"))
        except Refusal as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(None)

    @work
    async def action_go_to_step(self) -> None:
        """Make everything as it was after the step under the cursor."""
        step = self._step()
        try:
            change = await self.host.go_to_step(step.id if step is not None else _BEGINNING, self._newest)
        except Refusal as refusal:
            self.say(str(refusal))
        else:
            self.say(f"{change.label}. r on another step goes there.")


def _line(step: Step) -> Content:
    state = _STATES.get(step.state, "")
    return Content.assemble(
        (f"{local_moment(step.at)}  ", "$muted"),
        line_content(step.label, "$muted strike" if state else ""),
        line_content(f"  {state}" if state else "", "$warning"),
        line_content(f"  {step.source}", "$muted"),
    )
