"""What a user asks about solutions, assumptions and experiments."""

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import explain_amount
from pmtui.domain.solution import EFFORT, Experiment, Solution, read_effort
from pmtui.domain.solution_prompts import solution_prompts
from pmtui.services.solution_views import (
    AssumptionSheet,
    AssumptionView,
    ExperimentSheet,
    ExperimentView,
    Origin,
    SolutionSheet,
    SolutionView,
)
from pmtui.store.queries import details, opportunity_tree
from pmtui.store.unit_of_work import UnitOfWork


def solutions_of(uow: UnitOfWork, problem: int) -> tuple[SolutionView, ...]:
    """The solutions of a problem in their order."""
    return tuple(_solution(uow, each) for each in uow.solutions.all(order="position", problem_id=problem))


def solution_sheet(uow: UnitOfWork, number: int) -> SolutionSheet:
    """Everything about one solution. Raises Refusal when it is gone."""
    solution = uow.solutions.get(number)
    return SolutionSheet(
        _solution(uow, solution), _origin(uow, solution.problem_id), solution.created_at, solution.updated_at
    )


def assumption_sheet(uow: UnitOfWork, number: int) -> AssumptionSheet:
    """Everything about one assumption. Raises Refusal when it is gone."""
    solution = uow.solutions.get(uow.assumptions.get(number).solution_id)
    view = next(each for each in _solution(uow, solution).assumptions if each.id == number)
    return AssumptionSheet(view, _origin(uow, solution.problem_id, (solution.id, solution.title)))


def experiment_sheet(uow: UnitOfWork, number: int) -> ExperimentSheet:
    """Everything about one experiment. Raises Refusal when it is gone."""
    experiment = uow.experiments.get(number)
    solution = uow.solutions.get(experiment.solution_id)
    checked = uow.assumptions.find(experiment.assumption_id) if experiment.assumption_id else None
    origin = _origin(uow, solution.problem_id, (solution.id, solution.title))
    return ExperimentSheet(_experiment(experiment), checked.title if checked else "", origin)


def _origin(uow: UnitOfWork, number: int, solution: tuple[int, str] | None = None) -> Origin:
    served = opportunity_tree.served_objective(uow.connection, number)
    pieces, customers = details.count_evidence(uow.connection, number)
    return Origin((number, uow.problems.get(number).title), pieces, customers, served, solution)


def _solution(uow: UnitOfWork, solution: Solution) -> SolutionView:
    experiments = [_experiment(each) for each in uow.experiments.all(solution_id=solution.id)]
    assumptions = sorted(uow.assumptions.all(solution_id=solution.id), key=lambda each: (-each.risk, each.id))
    known = {each.id for each in assumptions}
    return SolutionView(
        id=solution.id,
        problem_id=solution.problem_id,
        title=solution.title,
        description=solution.description,
        effort=solution.effort,
        effort_words=effort_in_words(solution.effort),
        is_chosen=bool(uow.roadmap_items.all(solution_id=solution.id)),
        assumptions=tuple(
            AssumptionView(
                each.id,
                solution.id,
                each.title,
                each.kind,
                each.importance,
                each.support,
                each.notes,
                tuple(one for one in experiments if one.assumption_id == each.id),
            )
            for each in assumptions
        ),
        experiments=tuple(one for one in experiments if one.assumption_id not in known),
    )


def effort_in_words(text: str) -> str:
    """How an effort is read, "" where there is none or another program wrote what is no amount."""
    try:
        amount = read_effort(text)
    except Refusal:
        return ""
    return "" if amount is None else explain_amount(amount, EFFORT)


def _experiment(experiment: Experiment) -> ExperimentView:
    return ExperimentView(
        experiment.id,
        experiment.solution_id,
        experiment.title,
        experiment.assumption_id,
        experiment.method,
        experiment.success_limit,
        experiment.result,
        experiment.outcome,
        experiment.evidence_id,
        experiment.started_on,
        experiment.ended_on,
    )


def problem_prompts(uow: UnitOfWork, number: int) -> tuple[int, tuple[tuple[str, str], ...]]:
    """How many solutions a problem has, and questions that lead to one more. Raises Refusal when it is gone."""
    problem = uow.problems.get(number)
    return len(uow.solutions.all(problem_id=number)), solution_prompts(problem.title, problem.statement)
