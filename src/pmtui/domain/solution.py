"""Ways to address a problem, what must be true for them, and the checks of that."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, parse_amount

EFFORT = next(criterion for criterion in RICE_CRITERIA if criterion.code == "effort")
ASSUMPTION_KINDS = ("desirable", "viable", "feasible")
OUTCOMES = ("passed", "failed", "unclear")


@dataclass(frozen=True, slots=True)
class Solution:
    """One way to address one problem.

    description: Markdown. effort: person-months, a value or a range as typed, or "". position: its place among the
    solutions of its problem. custom: JSON object of imported fields without a place of their own.
    """

    id: int
    problem_id: int
    title: str
    created_at: str
    updated_at: str
    description: str = ""
    effort: str = ""
    position: int = 0
    custom: str = "{}"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("A solution needs a title.", "Say in one line what would be done.")


@dataclass(frozen=True, slots=True)
class Assumption:
    """What must be true for a solution. importance, support: 1 low to 5 high; support is the evidence there is."""

    id: int
    solution_id: int
    title: str
    kind: str
    importance: int = 3
    support: int = 1
    notes: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("An assumption needs a title.", "Say what must be true.")
        one_of(self.kind, ASSUMPTION_KINDS, "kind of assumption")
        if not (1 <= self.importance <= 5 and 1 <= self.support <= 5):
            raise Refusal("Importance and evidence of an assumption go from 1 to 5.", "1 is low, 5 is high.")

    @property
    def risk(self) -> int:
        """How much more it matters than is known of it, from -4 to 4; the riskiest is to be checked first."""
        return self.importance - self.support


@dataclass(frozen=True, slots=True)
class Experiment:
    """The cheapest check of a solution or of one of its assumptions.

    success_limit: what counts as success, said before. result: what was seen. outcome: one of OUTCOMES or "".
    evidence_id: the piece of evidence its result became. started_on, ended_on: ISO dates or "".
    """

    id: int
    solution_id: int
    title: str
    created_at: str
    updated_at: str
    assumption_id: int | None = None
    method: str = ""
    success_limit: str = ""
    result: str = ""
    outcome: str = ""
    evidence_id: int | None = None
    started_on: str = ""
    ended_on: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("An experiment needs a title.", "Say in one line what is tried.")
        one_of(self.outcome, OUTCOMES, "outcome of an experiment")


def read_effort(text: str) -> Amount | None:
    """The effort of a solution that was typed, or None when it is unknown. Raises Refusal for what is no amount."""
    return parse_amount(text, EFFORT) if text.strip() else None
