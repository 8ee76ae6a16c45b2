"""The solutions of the example workspace."""

from collections.abc import Callable
from typing import Any

from pmtui.domain.base import evolve
from pmtui.services.assumptions import AddAssumption
from pmtui.services.experiments import AddExperiment, TakeAsEvidence
from pmtui.services.solutions import AddSolution
from pmtui.services.sub_problems import MakeSubProblems
from pmtui.store.unit_of_work import UnitOfWork

Record = dict[str, Any]
TIME = "T09:00:00Z"  # the sample knows days only


def add_solutions(uow: UnitOfWork, held: Record, moved: Callable[[str], str]) -> None:
    """Put sub-problems, solutions, assumptions and experiments in. moved: a day of the sample as it is to be."""
    for part in held["parts"]:
        MakeSubProblems(tuple(part["problems"]), part["whole"]).run(uow)
    for solution in held["solutions"]:
        adding = AddSolution(solution["problem"], solution["title"], solution["description"], solution["effort"])
        number = adding.run(uow).created or 0
        created = moved(solution["created"]) + TIME
        uow.solutions.save(evolve(uow.solutions.get(number), created_at=created, updated_at=created))
        assumptions = [AddAssumption(number, **_typed(each)).run(uow).created for each in solution["assumptions"]]
        for experiment in solution["experiments"]:
            _add_experiment(uow, number, assumptions[experiment["assumption"] - 1], experiment, moved)


def _add_experiment(
    uow: UnitOfWork, solution: int, assumption: int | None, experiment: Record, moved: Callable[[str], str]
) -> None:
    days = {name: moved(experiment[name]) for name in ("started_on", "ended_on") if experiment[name]}
    made = AddExperiment(solution, experiment["title"], assumption, {**experiment, **days, "title": ""}).run(uow)
    if not experiment["evidence"] or made.created is None:
        return
    evidence = TakeAsEvidence(made.created, experiment["evidence"]).run(uow).created
    if evidence is not None:
        uow.evidence.save(evolve(uow.evidence.get(evidence), created_at=days["ended_on"] + TIME))


def _typed(assumption: Record) -> dict[str, str]:
    return {name: str(value) for name, value in assumption.items()}
