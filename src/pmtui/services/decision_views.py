"""What is shown of decisions: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.decision import Calibration
from pmtui.services.detail_views import EvidenceView

REVIEW_DUE, TO_REVIEW, SUPERSEDED = "review due", "to review", "superseded"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the log.

    state: review due, to review (later), superseded, its outcome (came true, did not), or "". probability: of its
    prediction, 0 to 1. brier: its Brier score once it is reviewed.
    """

    id: int
    title: str
    driver: str
    decided_on: str
    review_on: str
    state: str
    probability: float | None
    brier: float | None
    problem_count: int


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """The decisions, reviews that are due first; how well the reviewed predictions were calibrated.

    mean_brier: over the reviewed predictions, None where there is none.
    """

    rows: tuple[DecisionRow, ...]
    calibration: tuple[Calibration, ...]
    mean_brier: float | None

    @property
    def due(self) -> int:
        """How many reviews are due."""
        return sum(row.state == REVIEW_DUE for row in self.rows)


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One problem of a frozen ranking. p_top: the share of the runs it was among the first. estimates: as typed."""

    key: str
    title: str
    rank: int
    score: float
    p_top: float
    estimates: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FrozenRanking:
    """A ranking as it was at a moment: by which scorecard version, its formula, how many places were the top."""

    ranked_by: str
    formula: str
    at: str
    top: int
    rows: tuple[FrozenRow, ...]


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """Everything about one decision.

    texts: its texts by field, as they are typed. place: the rank it gives its problem. supersedes, superseded_by:
    number and title of other decisions.
    """

    row: DecisionRow
    texts: Mapping[str, str]
    place: int | None
    outcome: str
    reviewed_on: str
    ranking: FrozenRanking | None
    problems: tuple[tuple[int, str], ...]
    evidence: tuple[EvidenceView, ...]
    supersedes: tuple[int, str] | None
    superseded_by: tuple[tuple[int, str], ...]
    created_at: str
    updated_at: str
    source: str
    external_id: str
    custom: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DecidedPlace:
    """The place that a decision gives a problem. by_score: its rank without any decision, None where it has none."""

    decision: int
    place: int
    by_score: int | None = None
