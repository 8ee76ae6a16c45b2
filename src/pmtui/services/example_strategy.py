"""The strategy of the example: its boxes, its objectives, and the problems that serve them."""

from typing import Any

from pmtui.domain.links import ProblemObjective
from pmtui.domain.objective import KeyResult, Objective
from pmtui.domain.strategy import StrategyBox
from pmtui.store.unit_of_work import UnitOfWork


def add_strategy(uow: UnitOfWork, strategy: dict[str, Any]) -> None:
    """Put it into a workspace that has the problems already."""
    for code, text in strategy["boxes"].items():
        uow.strategy_boxes.add(StrategyBox(0, code, text, uow.now))
    for place, objective in enumerate(strategy["objectives"]):
        texts = {name: objective[name] for name in ("title", "pillar", "notes")}
        number = uow.objectives.add(Objective(0, created_at=uow.now, updated_at=uow.now, position=place, **texts))
        for row, result in enumerate(objective["key_results"]):
            uow.key_results.add(KeyResult(0, number, created_at=uow.now, updated_at=uow.now, position=row, **result))
        for problem, fit in objective["problems"]:
            uow.problem_objectives.add(ProblemObjective(0, problem, number, float(fit)))
