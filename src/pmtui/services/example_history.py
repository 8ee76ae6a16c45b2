"""The past of the example workspace: what its last weeks brought, as steps of the history.

The example is put in whole. Then it is taken back to the day its history begins, the newest change first, and each
step brings one of them forward again: after the last step every row is as it was put in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.board import LaneChange
from pmtui.domain.changes import Outcome
from pmtui.domain.decision import Decision
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import Kind, decision_key, experiment_key, keys_in_words, problem_key, release_key, solution_key
from pmtui.domain.solution import Experiment, Solution
from pmtui.store.import_records import insert_all
from pmtui.store.repository import Repository
from pmtui.store.unit_of_work import UnitOfWork

Record = dict[str, Any]
Moved = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step of the example's history: a command.

    day: ISO date. came: new records with their numbers. became: changed ones as they are afterwards.
    """

    day: str
    label: str
    came: tuple[tuple[Kind, tuple[Any, ...]], ...] = ()
    became: tuple[tuple[Kind, Any], ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Bring it about."""
        for kind, entities in self.came:
            insert_all(uow.connection, kind, entities)
        for kind, entity in self.became:
            _repository(uow, kind).save(entity)
        return Outcome(self.label)


TakeBack = tuple[str, Callable[[], PastStep]]
"""The day of a change, and what takes it back and gives the step that brings it about again."""


def take_back(uow: UnitOfWork, history: list[Record], moved: Moved, begin: str) -> list[PastStep]:
    """Take the example back to a day, and give the steps that bring it forward again, the oldest first.

    history: how records are found and their former values, None for those that were not there. moved: a day of the
    sample as it is to be. begin: ISO date, as it is to be.
    """
    uow.workspace.save(evolve(uow.settings, created_at=f"{begin}T09:00:00Z"))
    # Of one day, in this order: what leans on another record goes before it.
    changes: list[TakeBack] = [
        *((moved(record["day"]), partial(_changed, uow, record, moved)) for record in reversed(history)),
        *((one.created_at[:10], partial(_release, uow, one.id)) for one in uow.releases.all()),
        *((one.ended_on, partial(_result, uow, one.id)) for one in uow.experiments.all()),
        *((one.created_at[:10], partial(_solution, uow, one)) for one in _free_solutions(uow)),
        *((one.created_at[:10], partial(_decision, uow, one)) for one in uow.decisions.all()),
        *((one.at[:10], partial(_move, uow, one)) for one in reversed(uow.lane_changes.all(order="at"))),
        *((day, partial(_evidence, uow, day, pieces)) for day, pieces in _free_evidence(uow).items()),
    ]
    changes = [change for change in changes if change[0] >= begin]
    steps = [back() for _, back in sorted(changes, key=lambda change: change[0], reverse=True)]
    return steps[::-1]


def _changed(uow: UnitOfWork, record: Record, moved: Moved) -> PastStep:
    kind = Kind(record["kind"])
    repository = _repository(uow, kind)
    equal = dict(record["find"])
    if "criterion" in equal:
        (criterion,) = uow.criteria.all(code=equal.pop("criterion"))
        equal["criterion_id"] = criterion.id
    (entity,) = repository.all(**equal)
    if record["before"] is None:
        repository.delete((entity.id,))
        return PastStep(moved(record["day"]), record["label"], came=((kind, (entity,)),))
    before = {name: moved(value) if name == "release_on" else value for name, value in record["before"].items()}
    repository.save(replace(entity, **before))
    return PastStep(moved(record["day"]), record["label"], became=((kind, entity),))


def _result(uow: UnitOfWork, number: int) -> PastStep:
    experiment = uow.experiments.get(number)
    uow.experiments.save(evolve(experiment, evidence_id=None, result="", outcome="", ended_on=""))
    label = f"Result of {experiment_key(number)}: {experiment.outcome}"
    return PastStep(experiment.ended_on, label, became=((Kind.EXPERIMENT, experiment),))


def _free_solutions(uow: UnitOfWork) -> Iterator[Solution]:
    chosen = {item.solution_id for item in uow.roadmap_items.all()}
    return (solution for solution in uow.solutions.all() if solution.id not in chosen)


def _solution(uow: UnitOfWork, solution: Solution) -> PastStep:
    assumptions = tuple(uow.assumptions.all(solution_id=solution.id))
    experiments: tuple[Experiment, ...] = tuple(uow.experiments.all(solution_id=solution.id))
    uow.experiments.delete(one.id for one in experiments)
    uow.assumptions.delete(one.id for one in assumptions)
    uow.solutions.delete((solution.id,))
    label = f"Added {solution_key(solution.id)} for {problem_key(solution.problem_id)}"
    parts = ((Kind.ASSUMPTION, assumptions), (Kind.EXPERIMENT, experiments))
    return PastStep(solution.created_at[:10], label, ((Kind.SOLUTION, (solution,)), *parts))


def _release(uow: UnitOfWork, number: int) -> PastStep:
    release = uow.releases.get(number)
    lines = tuple(uow.launch_items.all(release_id=release.id))
    items = uow.roadmap_items.all(release_id=release.id)
    for item in items:
        uow.roadmap_items.save(evolve(item, release_id=None))
    uow.launch_items.delete(line.id for line in lines)
    uow.releases.delete((release.id,))
    label = f"Added {release_key(release.id)} for {keys_in_words(tuple(item.problem_id for item in items))}"
    came = ((Kind.RELEASE, (release,)), (Kind.LAUNCH_ITEM, lines))
    return PastStep(release.created_at[:10], label, came, tuple((Kind.ROADMAP_ITEM, item) for item in items))


def _decision(uow: UnitOfWork, decision: Decision) -> PastStep:
    about = tuple(uow.decision_problems.all(decision_id=decision.id))
    because = tuple(uow.decision_evidence.all(decision_id=decision.id))
    uow.decision_problems.delete(link.id for link in about)
    uow.decision_evidence.delete(link.id for link in because)
    uow.decisions.delete((decision.id,))
    links = ((Kind.DECISION_PROBLEM, about), (Kind.DECISION_EVIDENCE, because))
    label = f"Decided {decision_key(decision.id)}"
    return PastStep(decision.created_at[:10], label, ((Kind.DECISION, (decision,)), *links))


def _move(uow: UnitOfWork, change: LaneChange) -> PastStep:
    problem = uow.problems.get(change.problem_id)
    lane = uow.lanes.get(change.to_lane_id).name
    uow.problems.save(evolve(problem, lane_id=change.from_lane_id or problem.lane_id))
    uow.lane_changes.delete((change.id,))
    label = f"Moved {problem_key(problem.id)} to {lane}"
    return PastStep(change.at[:10], label, ((Kind.LANE_CHANGE, (change,)),), ((Kind.PROBLEM, problem),))


def _free_evidence(uow: UnitOfWork) -> dict[str, list[Evidence]]:
    """The evidence by the day it came, but for pieces on which more than a problem or a result leans."""
    leant_on = {mark.evidence_id for mark in uow.highlights.all()}
    leant_on |= {link.evidence_id for link in uow.decision_evidence.all()}
    leant_on |= {link.evidence_id for link in uow.evidence_tags.all()}
    pieces = uow.evidence.all()
    leant_on |= {piece.duplicate_of for piece in pieces if piece.duplicate_of is not None}
    days = defaultdict[str, list[Evidence]](list)
    for piece in pieces:
        if piece.id not in leant_on:
            days[piece.created_at[:10]].append(piece)
    return days


def _evidence(uow: UnitOfWork, day: str, pieces: list[Evidence]) -> PastStep:
    numbers = [piece.id for piece in pieces]
    links = tuple(link for number in numbers for link in uow.problem_evidence.all(evidence_id=number))
    uow.problem_evidence.delete(link.id for link in links)
    uow.evidence.delete(numbers)
    label = f"Added {len(pieces)} piece{'s' if len(pieces) > 1 else ''} of evidence"
    return PastStep(day, label, ((Kind.EVIDENCE, tuple(pieces)), (Kind.PROBLEM_EVIDENCE, links)))


def _repository(uow: UnitOfWork, kind: Kind) -> Repository[Any]:
    repositories: dict[Kind, Repository[Any]] = {
        Kind.PROBLEM: uow.problems,
        Kind.ESTIMATE: uow.estimates,
        Kind.EXPERIMENT: uow.experiments,
        Kind.STRATEGY_BOX: uow.strategy_boxes,
        Kind.KEY_RESULT: uow.key_results,
        Kind.RELEASE: uow.releases,
        Kind.LAUNCH_ITEM: uow.launch_items,
        Kind.ROADMAP_ITEM: uow.roadmap_items,
        Kind.DEPENDENCY: uow.dependencies,
        Kind.CAPACITY: uow.capacities,
    }
    return repositories[kind]
