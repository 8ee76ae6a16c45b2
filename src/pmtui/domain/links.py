"""What belongs to what."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal

FITS = {1.0: "partly", 2.0: "strongly"}
"""How well a problem can serve an objective, and the word for it."""


@dataclass(frozen=True, slots=True)
class ProblemTag:
    """A tag on a problem."""

    id: int
    problem_id: int
    tag_id: int


@dataclass(frozen=True, slots=True)
class EvidenceTag:
    """A tag on a piece of evidence."""

    id: int
    evidence_id: int
    tag_id: int


@dataclass(frozen=True, slots=True)
class ProblemPersona:
    """A persona that has a problem, and how hard it is hit.

    affected: the share of the persona. frequency: times a month. severity: 1 minor to 4 harm or loss. Each as typed, a
    value or a range, or "" when unknown (domain.scale reads them).
    """

    id: int
    problem_id: int
    persona_id: int
    affected: str = ""
    frequency: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class KanoAnswer:
    """One pair of answers about a problem's solution being there and not there, each 1 (like it) to 5 (dislike it).

    answered_by: who gave them, or "". at: ISO 8601 moment.
    """

    id: int
    problem_id: int
    functional: int
    dysfunctional: int
    answered_by: str
    at: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One answer to which of two problems hurts customers more. at: ISO 8601 moment."""

    id: int
    winner_id: int
    loser_id: int
    at: str


@dataclass(frozen=True, slots=True)
class DecisionProblem:
    """A problem that a decision is about."""

    id: int
    decision_id: int
    problem_id: int


@dataclass(frozen=True, slots=True)
class DecisionEvidence:
    """Evidence that a decision rests on."""

    id: int
    decision_id: int
    evidence_id: int


@dataclass(frozen=True, slots=True)
class Highlight:
    """A fragment marked in the text of a piece of evidence, word for word."""

    id: int
    evidence_id: int
    fragment: str


@dataclass(frozen=True, slots=True)
class ProblemEvidence:
    """Evidence that supports a problem."""

    id: int
    problem_id: int
    evidence_id: int


@dataclass(frozen=True, slots=True)
class ProblemObjective:
    """A problem that serves an objective. fit: how well, one of FITS."""

    id: int
    problem_id: int
    objective_id: int
    fit: float

    def __post_init__(self) -> None:
        if self.fit not in FITS:
            raise Refusal(f"A problem can't serve an objective by {self.fit:g}.", "Use 1 for partly, 2 for strongly.")


@dataclass(frozen=True, slots=True)
class SubProblem:
    """A problem that is part of a larger one."""

    id: int
    problem_id: int
    parent_id: int
