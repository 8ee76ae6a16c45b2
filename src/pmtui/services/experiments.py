"""What a user does with experiments, and how a result becomes evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import Evidence
from pmtui.domain.keys import evidence_key, experiment_key, solution_key
from pmtui.domain.links import ProblemEvidence
from pmtui.domain.solution import Experiment
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.evidence_triage import check_date
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("title", "outcome", "started_on", "ended_on")
BLOCKS = ("method", "success_limit", "result")
RESULT_TYPES = ("test", "launch_data")


@dataclass(frozen=True, slots=True)
class AddExperiment:
    """Add an experiment. assumption: what it checks. texts: its other texts by field (LINES and BLOCKS)."""

    solution: int
    title: str
    assumption: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty title, a date that is none, or an assumption of another solution."""
        solution = uow.solutions.get(self.solution)
        _check_assumption(uow, solution.id, self.assumption)
        texts = {name: clean_line(self.texts.get(name, "")) for name in LINES if name != "title"}
        texts |= {name: clean_block(self.texts.get(name, "")).strip() for name in BLOCKS}
        planned = Experiment(0, solution.id, clean_line(self.title), uow.now, uow.now, self.assumption)
        experiment = evolve(planned, **texts)
        _check_dates(experiment)
        number = uow.experiments.add(experiment)
        return Outcome(f"Added {experiment_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditExperiment:
    """Change texts of an experiment: its plan, or its result. changes: by field; seen: the values the user saw."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for an unknown outcome or date."""
        experiment, key = uow.experiments.get(self.number), str(experiment_key(self.number))
        kept = {name: str(getattr(experiment, name)) for name in (*LINES, *BLOCKS)}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(experiment, **fields_to_change(key, kept, texts, self.seen, BLOCKS))
        if changed == experiment:
            return Outcome(f"{key} is as it was")
        _check_dates(changed)
        uow.experiments.save(evolve(changed, updated_at=uow.now))
        ended = changed.outcome and changed.outcome != experiment.outcome
        return Outcome(f"{key} {changed.outcome}" if ended else f"Edited {key}")


@dataclass(frozen=True, slots=True)
class CheckAssumption:
    """Say which assumption of its solution an experiment checks; None for none."""

    number: int
    assumption: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal for an assumption of another solution."""
        experiment = uow.experiments.get(self.number)
        _check_assumption(uow, experiment.solution_id, self.assumption)
        uow.experiments.save(evolve(experiment, assumption_id=self.assumption, updated_at=uow.now))
        words = "checks no assumption now" if self.assumption is None else "checks another assumption now"
        return Outcome(f"{experiment_key(self.number)} {words}")


@dataclass(frozen=True, slots=True)
class DeleteExperiments:
    """Delete experiments. Evidence that they became stays."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.experiments.get(number)
        uow.experiments.delete(self.numbers)
        keys = ", ".join(str(experiment_key(number)) for number in self.numbers[:3])
        return Outcome(f"Deleted {keys if len(self.numbers) <= 3 else f'{len(self.numbers):,} experiments'}")


@dataclass(frozen=True, slots=True)
class TakeAsEvidence:
    """Make the result of an experiment a piece of evidence of its problem. evidence_type: one of RESULT_TYPES."""

    number: int
    evidence_type: str = RESULT_TYPES[0]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Make it. Raises Refusal where there is no result yet, or it is evidence already."""
        experiment, key = uow.experiments.get(self.number), experiment_key(self.number)
        if experiment.evidence_id is not None:
            raise Refusal(f"The result of {key} is {evidence_key(experiment.evidence_id)} already.")
        if not experiment.result.strip():
            raise Refusal(f"{key} has no result yet.", "Write down what was seen first.")
        if self.evidence_type not in RESULT_TYPES:
            raise Refusal(f"A result is no {self.evidence_type}.", "Use " + " or ".join(RESULT_TYPES) + ".")
        solution = uow.solutions.get(experiment.solution_id)
        number = uow.evidence.add(
            Evidence(
                id=0,
                text=result_in_words(experiment, solution.title),
                created_at=uow.now,
                kind="experiment",
                evidence_type=self.evidence_type,
                quote=experiment.result,
                source=f"Experiment {key}",
                occurred_on=experiment.ended_on or uow.today.isoformat(),
            )
        )
        uow.problem_evidence.add(ProblemEvidence(0, solution.problem_id, number))
        uow.experiments.save(evolve(experiment, evidence_id=number, updated_at=uow.now))
        return Outcome(f"The result of {key} is {evidence_key(number)} now", created=number)


def result_in_words(experiment: Experiment, solution: str) -> str:
    """An experiment as a piece of evidence tells it: what was tried for which solution, the limit, what was seen."""
    told = (
        ("Tried", experiment.title),
        ("For", f"{solution_key(experiment.solution_id)} {solution}"),
        ("How", experiment.method),
        ("Success is", experiment.success_limit),
        ("Seen", experiment.result),
        ("Outcome", experiment.outcome),
    )
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def _check_assumption(uow: UnitOfWork, solution: int, assumption: int | None) -> None:
    if assumption is not None and uow.assumptions.get(assumption).solution_id != solution:
        raise Refusal(f"That is no assumption of {solution_key(solution)}.", "Take one of the same solution.")


def _check_dates(experiment: Experiment) -> None:
    for day in (experiment.started_on, experiment.ended_on):
        check_date(day)
