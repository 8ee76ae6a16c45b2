"""What can be done on the strategy page with what the cursor is on."""

from typing import Any

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, objective_key
from pmtui.domain.lifecycle import STAGES
from pmtui.domain.objective import KeyResult
from pmtui.domain.strategy import BOXES, CODES, LIFECYCLE
from pmtui.screens.asking import asks
from pmtui.screens.list_screen import ListScreen
from pmtui.screens.page import Page
from pmtui.services.strategy_views import ObjectiveView, StrategyPage
from pmtui.services.workspace import Command
from pmtui.widgets.canvas import Canvas


class StrategyVerbs(ListScreen):
    """The actions on the box, the objective, the key result or the problem under the cursor."""

    page: StrategyPage | None = None

    # What the cursor is on

    def box(self) -> str | None:
        """The code of the box under the cursor."""
        kind, *numbers = self._stop()
        return CODES[numbers[0] - 1] if kind is Kind.STRATEGY_BOX else None

    def objective(self) -> ObjectiveView | None:
        """The objective that the cursor is on or in."""
        kind, *numbers = self._stop()
        for view in self.page.objectives if self.page is not None else ():
            held = {result.id for result in view.key_results} if kind is Kind.KEY_RESULT else {view.objective.id}
            if kind is not Kind.STRATEGY_BOX and numbers[0] in held:
                return view
        return None

    def key_result(self) -> KeyResult | None:
        """The key result under the cursor."""
        kind, *numbers = self._stop()
        view = self.objective()
        if view is None or kind is not Kind.KEY_RESULT:
            return None
        return next(result for result in view.key_results if result.id == numbers[0])

    def problem(self) -> int | None:
        """The number of the problem under the cursor."""
        kind, *numbers = self._stop()
        return int(numbers[1]) if kind is Kind.PROBLEM_OBJECTIVE else None

    # Writing

    @asks
    async def action_add_objective(self) -> None:
        """Add an objective."""
        from pmtui.screens.dialogs.objective_form import AddObjectiveForm

        await self.answer_of(AddObjectiveForm())

    @asks
    async def action_add_key_result(self) -> None:
        """Add a key result to the objective under the cursor."""
        from pmtui.screens.dialogs.key_result_form import AddKeyResultForm

        view = self._needed_objective()
        await self.answer_of(AddKeyResultForm(view.objective.id, view.objective.title))

    @asks
    async def action_open_strategy(self) -> None:
        """Edit what is under the cursor where it stands; a problem is opened."""
        if (problem := self.problem()) is not None:
            self.host.open_problem(problem)
        else:
            await self._edit()

    @asks
    async def action_edit_strategy(self) -> None:
        """Edit what is under the cursor; of a problem, how well it serves the objective."""
        if (problem := self.problem()) is not None:
            await self._ask_fit((problem,), self._needed_objective().objective.id)
        else:
            await self._edit()

    async def _edit(self) -> None:
        from pmtui.screens.dialogs.box_editor import BoxEditor
        from pmtui.screens.dialogs.key_result_form import EditKeyResultForm
        from pmtui.screens.dialogs.objective_form import AddObjectiveForm, EditObjectiveForm

        code, result, view = self.box(), self.key_result(), self.objective()
        if code == LIFECYCLE:
            await self._choose_stage()
        elif code is not None and self.page is not None:
            place = self.query_one(Canvas).place_of_cursor()
            await self.answer_of(BoxEditor(code, self.page.boxes.get(code, ""), place))
        elif result is not None:
            await self.answer_of(EditKeyResultForm(result))
        elif view is not None:
            await self.answer_of(EditObjectiveForm(view.objective))
        else:
            await self.answer_of(AddObjectiveForm())

    @asks
    async def action_edit_strategy_text(self) -> None:
        """Edit a box or the notes of an objective in the user's editor."""
        from pmtui.screens.editing import edit_kept
        from pmtui.services.objectives import EditObjective
        from pmtui.services.strategy import SetBox

        code, view = self.box(), self.objective()
        if code is not None and code != LIFECYCLE and self.page is not None:
            text = self.page.boxes.get(code, "")
            await edit_kept(self, text, f"{code}.md", lambda new: SetBox(code, new, text))
        elif view is not None:
            number, notes = view.objective.id, view.objective.notes
            saved = {"notes": notes}
            await edit_kept(
                self, notes, f"{objective_key(number)}.md", lambda new: EditObjective(number, {"notes": new}, saved)
            )

    @asks
    async def action_set_current(self) -> None:
        """Say where the key result under the cursor is now."""
        from pmtui.screens.dialogs.key_result_form import CurrentForm

        if (result := self.key_result()) is None:
            raise Refusal("A key result has a current value.", "Go to one with j and k, then press the key again.")
        await self.answer_of(CurrentForm(result))

    async def _choose_stage(self) -> None:
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered
        from pmtui.services.strategy import SetBox

        before = self.page.stage if self.page is not None else ""
        words = {stage: f"{stage}: starts with the {advice.lens} lens" for stage, advice in STAGES.items()}
        stage = await self.answer_of(LetterMenu(BOXES[LIFECYCLE], lettered(words | {"": "not said"}), before))
        if stage is None or stage == before:
            return
        await self.host.carry_out(SetBox(LIFECYCLE, stage, before))
        if stage:
            await self._propose_lens(stage)

    async def _propose_lens(self, stage: str) -> None:
        from pmtui.screens.dialogs.letter_menu import LetterMenu, lettered
        from pmtui.services.ranking import RankBy, ranking_view

        lens, now = STAGES[stage].lens, (await self.workspace.ask(ranking_view)).name
        if now == lens:
            return
        choices = lettered({lens: f"rank by the {lens} lens", "": f"keep {now}"})
        title = f"{stage.capitalize()} starts with the {lens} lens"
        if picked := await self.answer_of(LetterMenu(title, choices)):
            self.request(RankBy(picked))

    # Changing at once

    def action_delete_strategy(self) -> None:
        """Empty the box, delete the objective or the key result, take the link of the problem off."""
        from pmtui.services.key_results import DeleteKeyResult
        from pmtui.services.objectives import DeleteObjective, UnlinkObjective
        from pmtui.services.strategy import SetBox

        code, result, view, problem = self.box(), self.key_result(), self.objective(), self.problem()
        if code is not None and self.page is not None and code in self.page.boxes:
            self.request(SetBox(code, "", self.page.boxes[code]))
        elif result is not None:
            self.request(DeleteKeyResult(result.id))
        elif view is not None and problem is not None:
            self.request(UnlinkObjective((problem,), view.objective.id))
        elif view is not None:
            self.request(DeleteObjective(view.objective.id))

    def action_objective_down(self) -> None:
        """Move the key result or the objective one place down."""
        self._shift(1)

    def action_objective_up(self) -> None:
        """Move the key result or the objective one place up."""
        self._shift(-1)

    def _shift(self, step: int) -> None:
        from pmtui.services.key_results import ShiftKeyResult
        from pmtui.services.objectives import ShiftObjective

        result, view = self.key_result(), self.objective()
        command: Command
        if view is None:
            return
        command = ShiftObjective(view.objective.id, step) if result is None else ShiftKeyResult(result.id, step)
        self.request(command)

    # Problems

    @asks
    async def action_connect_objective(self) -> None:
        """Say which problem serves the objective under the cursor, and how well; or take one off."""
        from pmtui.screens.serving import connect_objective

        await connect_objective(self, self._needed_objective())

    @asks
    async def action_why_objective(self) -> None:
        """Go from the objective to a problem that serves it, and to its evidence."""
        from pmtui.screens.dialogs.choose import Choice, Choose

        view = self._needed_objective()
        if not view.problems:
            raise Refusal(f"No problem serves {objective_key(view.objective.id)} yet.", "c connects one.")
        choices = [Choice(problem.id, f"{problem.key} {problem.title}", problem.how) for problem in view.problems]
        picked = await self.answer_of(Choose(f"Why {objective_key(view.objective.id)}: the problems", choices))
        if picked is not None:
            self.host.open_problem(picked)

    async def _ask_fit(self, problems: tuple[int, ...], objective: int) -> None:
        from pmtui.screens.serving import ask_fit

        await ask_fit(self, problems, objective)

    # Handing over

    def pages(self) -> list[Page]:
        """The page as it is shown."""
        from pmtui.services.strategy_pages import strategy_markdown

        return [Page("Strategy", "strategy.md", lambda: self.workspace.ask(strategy_markdown))]

    def _needed_objective(self) -> ObjectiveView:
        if (view := self.objective()) is None:
            raise Refusal("The cursor is on no objective.", "G goes to the last one; a adds one.")
        return view

    def _stop(self) -> tuple[Any, ...]:
        stop = self.query_one(Canvas).cursor
        return stop if isinstance(stop, tuple) else (None, None)
