"""The strategy page as it is shown: frozen values ready to be drawn or printed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.keys import Key, Kind
from pmtui.domain.objective import KeyResult, Objective, mean_grade
from pmtui.domain.strategy import LIFECYCLE
from pmtui.services.fits import FitView
from pmtui.store.queries.objectives import problems_of_objectives
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """One objective with its key results and the problems that serve it. grade: 0 to 1, None while unknown."""

    objective: Objective
    key_results: tuple[KeyResult, ...]
    problems: tuple[FitView, ...]

    @property
    def grade(self) -> float | None:
        """The mean grade of the key results that have one."""
        return mean_grade(result.grade for result in self.key_results)


@dataclass(frozen=True, slots=True)
class StrategyPage:
    """The whole page. boxes: texts by code, without the empty ones."""

    workspace: str
    boxes: Mapping[str, str]
    objectives: tuple[ObjectiveView, ...]

    @property
    def stage(self) -> str:
        """The life-cycle stage, "" while unknown."""
        return self.boxes.get(LIFECYCLE, "")


def strategy_page(uow: UnitOfWork) -> StrategyPage:
    """The boxes and the objectives, in their order."""
    results = defaultdict[int, list[KeyResult]](list)
    for result in uow.key_results.all(order="position"):
        results[result.objective_id].append(result)
    problems = defaultdict[int, list[FitView]](list)
    for objective, *problem in problems_of_objectives(uow.connection):
        problems[objective].append(_serving(*problem))
    return StrategyPage(
        workspace=uow.settings.name,
        boxes={box.code: box.text for box in uow.strategy_boxes.all()},
        objectives=tuple(
            ObjectiveView(objective, tuple(results[objective.id]), tuple(problems[objective.id]))
            for objective in uow.objectives.all(order="position")
        ),
    )


def objective_view(uow: UnitOfWork, number: int) -> ObjectiveView:
    """One objective with its key results and the problems that serve it. Raises Refusal when it is gone."""
    return ObjectiveView(
        uow.objectives.get(number),
        tuple(uow.key_results.all(order="position", objective_id=number)),
        tuple(_serving(*problem) for _, *problem in problems_of_objectives(uow.connection, number)),
    )


def _serving(number: int, title: str, fit: float) -> FitView:
    return FitView(number, str(Key(Kind.PROBLEM, number)), title, fit)
