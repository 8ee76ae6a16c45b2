"""The scorecards, to be added, changed, copied and deleted."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui.actions.action import SCORECARDS
from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.domain.scorecard import Scorecard
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.domain.weights import weights_of
from pmtui.screens.dialogs.criterion_choice import change_criterion
from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu
from pmtui.screens.dialogs.scorecard_form import FormulaForm, ScorecardForm
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.dialogs.weights_form import WeightsForm
from pmtui.services.criteria import criteria_to_use
from pmtui.services.ranking import scorecards
from pmtui.services.scorecards import DeleteScorecard, numerator
from pmtui.widgets.text import line_content

WAYS = (Lettered("f", "as a formula", "formula"), Lettered("w", "as a table of weights", "weights"))
EMPTY = ScorecardText("", "")


class Scorecards(SearchableDialog[None]):
    """Lists the newest version of each. problem: the one that a scorecard is tried on while it is written."""

    NAME: ClassVar[str] = SCORECARDS
    KEY_LINE = "enter edit  a add  c copy  d delete  t criteria  / search  esc close"
    DEFAULT_CSS = """
    Scorecards {
        & > Vertical { width: 100; }
        OptionList { max-height: 60vh; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, problem: int | None) -> None:
        super().__init__("Scorecards")
        self._problem = problem
        self._scorecards: tuple[Scorecard, ...] = ()

    def compose_fields(self) -> ComposeResult:
        """The list."""
        yield OptionList()

    def on_mount(self) -> None:
        """Read them, now and after every change."""
        super().on_mount()
        self.host.changed.subscribe(self, self._take_change)
        self._read()

    def _take_change(self, change: ChangeSet) -> None:
        if Kind.SCORECARD in change.kinds:
            self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        options, known = self.query_one(OptionList), {one.name for one in self._scorecards}
        place = options.highlighted or 0
        self._scorecards = await self.host.workspace.ask(scorecards)
        options.set_options([Option(_line(one)) for one in self._scorecards])
        added = [at for at, one in enumerate(self._scorecards) if known and one.name not in known]
        options.highlighted = added[0] if added else min(place, len(self._scorecards) - 1)

    def _current(self) -> Scorecard:
        return self._scorecards[self.query_one(OptionList).highlighted or 0]

    def on_option_list_option_selected(self) -> None:
        """Enter and a click edit."""
        self.action_edit_scorecard()

    @work(exclusive=True, group="ask")
    async def action_add_scorecard(self) -> None:
        """Ask for a new one."""
        way = await self.app.push_screen_wait(LetterMenu("Write a scorecard", WAYS))
        if way == "formula":
            await self._show(FormulaForm("New scorecard", "add scorecard", EMPTY, problem=self._problem))
        elif way == "weights":
            criteria = await self.host.workspace.ask(criteria_to_use)
            weighted = tuple(criterion for criterion in criteria if criterion.highest is not None)
            await self._show(WeightsForm("New scorecard", "add weights", weighted, {}, problem=self._problem))

    @work(exclusive=True, group="ask")
    async def action_edit_scorecard(self) -> None:
        """Change the scorecard under the cursor."""
        scorecard = self._current()
        title, form = f"{scorecard.name} v{scorecard.version + 1}", f"edit scorecard {scorecard.name}"
        criteria = {criterion.code: criterion for criterion in await self.host.workspace.ask(criteria_to_use)}
        weights = weights_of(scorecard.formula, criteria)
        if weights is None:
            await self._show(FormulaForm(title, form, _text(scorecard), scorecard, self._problem))
        else:
            used = [criteria[code] for code in weights]
            others = [one for one in criteria.values() if one.highest is not None and one.code not in weights]
            await self._show(WeightsForm(title, form, (*used, *others), weights, scorecard, self._problem))

    @work(exclusive=True, group="ask")
    async def action_copy_scorecard(self) -> None:
        """Write one that begins as the one under the cursor."""
        text, name = _text(self._current()), self._current().name
        copy = ScorecardText(f"{name} (copy)", text.formula, text.value)
        await self._show(FormulaForm(f"Copy of {name}", f"copy scorecard {name}", copy, problem=self._problem))

    def action_delete_scorecard(self) -> None:
        """Delete it."""
        self.host.request(DeleteScorecard(self._current().name))

    @work(exclusive=True, group="ask")
    async def action_edit_criterion(self) -> None:
        """Make or change a criterion."""
        await change_criterion(self, self.host.workspace)

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    async def _show(self, form: ScorecardForm) -> None:
        await self.app.push_screen_wait(form)


def _text(scorecard: Scorecard) -> ScorecardText:
    is_plain = scorecard.value == numerator(scorecard.formula)
    return ScorecardText(scorecard.name, scorecard.formula, "" if is_plain else scorecard.value)


def _line(scorecard: Scorecard) -> Content:
    return Content.assemble(line_content(f"{scorecard.title:<26}"), "  ", line_content(scorecard.formula, "$muted"))
