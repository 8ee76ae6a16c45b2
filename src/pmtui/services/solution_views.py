"""What is shown of solutions, assumptions and experiments: frozen values ready to be shown or printed."""

from dataclasses import dataclass


def experiment_state(outcome: str, has_ended: bool, started_on: str) -> str:
    """Where an experiment stands, in a word: its outcome, ended, running or planned."""
    return outcome or ("ended" if has_ended else "running" if started_on else "planned")


@dataclass(frozen=True, slots=True)
class ExperimentView:
    """One experiment. assumption_id: the assumption it checks. evidence_id: what its result became."""

    id: int
    solution_id: int
    title: str
    assumption_id: int | None
    method: str
    success_limit: str
    result: str
    outcome: str
    evidence_id: int | None
    started_on: str
    ended_on: str

    @property
    def state(self) -> str:
        """Where it stands, in a word."""
        return experiment_state(self.outcome, bool(self.result or self.ended_on), self.started_on)


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """One assumption. importance, support: 1 to 5. experiments: those that check it."""

    id: int
    solution_id: int
    title: str
    kind: str
    importance: int
    support: int
    notes: str
    experiments: tuple[ExperimentView, ...] = ()


@dataclass(frozen=True, slots=True)
class SolutionView:
    """One solution. effort: as typed; effort_words: how it is read. is_chosen: whether the roadmap has chosen it.

    assumptions: the riskiest first. experiments: those that check no assumption.
    """

    id: int
    problem_id: int
    title: str
    description: str
    effort: str
    effort_words: str
    is_chosen: bool
    assumptions: tuple[AssumptionView, ...] = ()
    experiments: tuple[ExperimentView, ...] = ()

    @property
    def all_experiments(self) -> tuple[ExperimentView, ...]:
        """Its experiments, whatever they check, by number."""
        found = [*self.experiments, *(each for assumption in self.assumptions for each in assumption.experiments)]
        return tuple(sorted(found, key=lambda each: each.id))


@dataclass(frozen=True, slots=True)
class Origin:
    """What something is for: its problem, the evidence of that, and the objective it serves, if it serves one."""

    problem: tuple[int, str]
    evidence_count: int
    customer_count: int
    objective: tuple[int, str] | None
    solution: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class SolutionSheet:
    """A solution and what it is for. created_at, updated_at: moments."""

    solution: SolutionView
    origin: Origin
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class AssumptionSheet:
    """An assumption and what it is for."""

    assumption: AssumptionView
    origin: Origin


@dataclass(frozen=True, slots=True)
class ExperimentSheet:
    """An experiment, what it checks in words, and what it is for."""

    experiment: ExperimentView
    assumption: str
    origin: Origin
