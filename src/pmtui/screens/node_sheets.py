"""The sheet of whatever stands in the opportunity tree."""

from functools import partial

from textual.content import Content

from pmtui.domain.keys import Kind
from pmtui.domain.opportunity_tree import NO_OBJECTIVE, record_of
from pmtui.screens.problem_sheet import problem_sheet
from pmtui.screens.sheet_pane import Draw
from pmtui.screens.solution_sheet import assumption_content, experiment_content, solution_content
from pmtui.services.details import detail_and_why
from pmtui.services.rank_order import RankOrder
from pmtui.services.solution_lists import assumption_sheet, experiment_sheet, solution_sheet
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.widgets.text import line_content, wrap_lines

NO_OBJECTIVE_WORDS = "These problems serve no objective yet. c on one of them says which objective it serves."


async def node_sheet(workspace: WorkspaceThread, node: int, order: RankOrder | None) -> Draw:
    """What draws the sheet of a node. order: of the ranking, where known. Raises Refusal when its record is gone."""
    kind, number = record_of(node)
    if node == NO_OBJECTIVE:
        return _no_objective
    if kind is Kind.PROBLEM:
        return partial(problem_sheet, *await workspace.ask(detail_and_why, number, order))
    if kind is Kind.SOLUTION:
        return partial(solution_content, await workspace.ask(solution_sheet, number))
    if kind is Kind.ASSUMPTION:
        return partial(assumption_content, await workspace.ask(assumption_sheet, number))
    if kind is Kind.EXPERIMENT:
        return partial(experiment_content, await workspace.ask(experiment_sheet, number))
    from pmtui.screens.objective_sheet import objective_content
    from pmtui.services.strategy_views import objective_view

    return partial(objective_content, await workspace.ask(objective_view, number))


def _no_objective(width: int) -> Content:
    return Content("\n").join(line_content(line, "$muted") for line in wrap_lines(NO_OBJECTIVE_WORDS, width, 4))
