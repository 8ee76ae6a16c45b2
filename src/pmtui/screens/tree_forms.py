"""The forms of the records in the opportunity tree: for what is added below one, and for changing one."""

from typing import Any

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind, experiment_key, objective_key, solution_key
from pmtui.screens.asking import AskingScreen
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu
from pmtui.services.workspace_thread import WorkspaceThread

_BELOW = {
    Kind.PROBLEM: (
        Lettered("s", "solution: one way to address it", Kind.SOLUTION),
        Lettered("p", "problem that is part of it", Kind.PROBLEM),
    ),
    Kind.SOLUTION: (
        Lettered("m", "what must be true for it: an assumption", Kind.ASSUMPTION),
        Lettered("x", "experiment: the cheapest check", Kind.EXPERIMENT),
        Lettered("s", "another solution of the same problem", Kind.SOLUTION),
    ),
}


async def add_below(screen: AskingScreen, record: tuple[Kind, int] | None) -> None:
    """Ask for what belongs below a record, or for a problem where there is none."""
    from pmtui.services.solution_lists import experiment_sheet

    kind, number = record or (Kind.OBJECTIVE, 0)
    wanted = None
    if kind in _BELOW:
        wanted = await screen.answer_of(LetterMenu("Add", _BELOW[kind]))
        if wanted is None:
            return
    if kind is Kind.OBJECTIVE or wanted is Kind.PROBLEM:
        await _add_problem(screen, kind, number)
    elif kind is Kind.EXPERIMENT:
        sheet = await screen.workspace.ask(experiment_sheet, number)
        checked = sheet.experiment.assumption_id
        assumption = None if checked is None else (checked, sheet.assumption)
        await _add_experiment(screen, sheet.experiment.solution_id, assumption)
    elif kind is Kind.ASSUMPTION:
        from pmtui.services.solution_lists import assumption_sheet

        must_be_true = (await screen.workspace.ask(assumption_sheet, number)).assumption
        await _add_experiment(screen, must_be_true.solution_id, (number, must_be_true.title))
    elif wanted is Kind.SOLUTION:
        await _add_solution(screen, kind, number)
    elif wanted is Kind.ASSUMPTION:
        from pmtui.screens.dialogs.assumption_form import AddAssumptionForm

        await screen.answer_of(AddAssumptionForm(number))
    else:
        await _add_experiment(screen, number, None)


async def _add_problem(screen: AskingScreen, kind: Kind, number: int) -> None:
    from pmtui.screens.dialogs.problem_below_form import AddBelowForm
    from pmtui.services.board_lists import board_view

    board = await screen.workspace.ask(board_view)
    await screen.answer_of(AddBelowForm([lane.name for lane in board.lanes], kind, number))


async def _add_solution(screen: AskingScreen, kind: Kind, number: int) -> None:
    from pmtui.screens.dialogs.solution_form import AddSolutionForm
    from pmtui.services.solution_lists import problem_prompts, solution_sheet

    if kind is Kind.SOLUTION:
        number = (await screen.workspace.ask(solution_sheet, number)).solution.problem_id
    _, prompts = await screen.workspace.ask(problem_prompts, number)
    await screen.answer_of(AddSolutionForm(number, prompts))


async def _add_experiment(screen: AskingScreen, solution: int, assumption: tuple[int, str] | None) -> None:
    from pmtui.screens.dialogs.experiment_form import AddExperimentForm

    await screen.answer_of(AddExperimentForm(solution, assumption))


async def edit_form(workspace: WorkspaceThread, kind: Kind, number: int) -> Dialog[Any]:
    """The form that changes a record. Raises Refusal when it is gone."""
    from pmtui.services import solution_lists

    if kind is Kind.SOLUTION:
        from pmtui.screens.dialogs.solution_form import EditSolutionForm

        return EditSolutionForm((await workspace.ask(solution_lists.solution_sheet, number)).solution)
    if kind is Kind.ASSUMPTION:
        from pmtui.screens.dialogs.assumption_form import EditAssumptionForm

        return EditAssumptionForm((await workspace.ask(solution_lists.assumption_sheet, number)).assumption)
    if kind is Kind.EXPERIMENT:
        from pmtui.screens.dialogs.experiment_form import EditExperimentForm

        return EditExperimentForm((await workspace.ask(solution_lists.experiment_sheet, number)).experiment)
    if kind is Kind.PROBLEM:
        from pmtui.screens.dialogs.problem_form import EditForm
        from pmtui.services.details import problem_detail

        return EditForm(await workspace.ask(problem_detail, number))
    from pmtui.screens.dialogs.objective_form import EditObjectiveForm
    from pmtui.services.strategy_views import objective_view

    return EditObjectiveForm((await workspace.ask(objective_view, number)).objective)


async def edit_long_text(screen: AskingScreen, kind: Kind, number: int) -> None:
    """Edit the statement of a problem, the description of a solution, a result or the notes of an objective outside.

    Raises Refusal for what has no long text, and as edit_kept does.
    """
    from pmtui.screens.editing import edit_kept, edit_statement
    from pmtui.services.details import problem_detail
    from pmtui.services.experiments import EditExperiment
    from pmtui.services.objectives import EditObjective
    from pmtui.services.solution_lists import experiment_sheet, solution_sheet
    from pmtui.services.solutions import EditSolution
    from pmtui.services.strategy_views import objective_view

    if kind is Kind.PROBLEM:
        await edit_statement(screen, await screen.workspace.ask(problem_detail, number))
    elif kind is Kind.SOLUTION:
        text = (await screen.workspace.ask(solution_sheet, number)).solution.description
        seen = {"description": text}
        name = f"{solution_key(number)}.md"
        await edit_kept(screen, text, name, lambda new: EditSolution(number, {"description": new}, seen))
    elif kind is Kind.EXPERIMENT:
        text = (await screen.workspace.ask(experiment_sheet, number)).experiment.result
        seen = {"result": text}
        name = f"{experiment_key(number)}.md"
        await edit_kept(screen, text, name, lambda new: EditExperiment(number, {"result": new}, seen))
    elif kind is Kind.OBJECTIVE:
        text = (await screen.workspace.ask(objective_view, number)).objective.notes
        seen = {"notes": text}
        name = f"{objective_key(number)}.md"
        await edit_kept(screen, text, name, lambda new: EditObjective(number, {"notes": new}, seen))
    else:
        raise Refusal("An assumption has no long text.", "e edits it.")
