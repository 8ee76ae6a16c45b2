"""What belongs to what."""

from dataclasses import dataclass


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
class ProblemEvidence:
    """Evidence that supports a problem."""

    id: int
    problem_id: int
    evidence_id: int
