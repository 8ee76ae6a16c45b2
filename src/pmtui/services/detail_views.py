"""What is shown of one problem: frozen values ready to be shown or printed."""

from dataclasses import dataclass, field

from pmtui.domain.estimate import Amount
from pmtui.services.confidence import ProblemConfidence
from pmtui.services.fits import FitView
from pmtui.services.places import Decided
from pmtui.services.solution_views import SolutionView


@dataclass(frozen=True, slots=True)
class EstimateView:
    """One criterion of one problem.

    text: the value as typed, "" when there is none. central: what is scored with; central_text: the same in words.
    steps: offered values with their meaning, as "3 massive; 2 high". derived: what counts in its place while there is
    none, and where that comes from; "" for nothing.
    """

    code: str
    name: str
    unit: str
    meaning: str
    text: str
    central: float | None
    origin: str
    reason: str
    made_on: str
    stale: bool
    steps: str = ""
    central_text: str = ""
    derived: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece of evidence beside its problem. words: its quote, or its text."""

    id: int
    words: str
    kind: str
    source: str
    author: str
    company: str
    occurred_on: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """A persona and a problem it has, seen from either side: id and title are those of the other one.

    affected, frequency, severity: in words, "" when unknown. reach: people; scale: pain a month; None when unknown.
    """

    id: int
    title: str
    affected: str
    frequency: str
    severity: str
    reach: float | None
    scale: float | None


@dataclass(frozen=True, slots=True)
class ProblemPersonas:
    """The personas that have a problem.

    reach: of all of them as an estimate, and in words; None and "" when unknown. scale: pain a month, None when
    unknown. disagrees: whether the problem's estimate of reach was taken from them and they say something else now.
    """

    links: tuple[LinkView, ...] = ()
    reach: Amount | None = None
    reach_text: str = ""
    scale: float | None = None
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class Factor:
    """What one criterion does to a score.

    value: as typed or worked out. central, unit: the number that goes into the score, None when missing. source: where
    it comes from. share: its part of the distance to the neighbour, ln(score / neighbour's score) split by factor, so
    that the shares of all factors add up to it.
    swap_above, swap_below: the value at which the problem would swap with its neighbour, or None when no value within
    the scale does it. middle: which value of a range counts, in words, "" where none was typed. scale: how far its
    scale goes, in words.
    """

    code: str
    name: str
    value: str
    source: str
    central: float | None
    unit: str
    share: float | None
    swap_above: float | None
    swap_below: float | None
    middle: str = ""
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a problem has its score and its rank.

    above, below: number, title and score of its neighbours by score, among the problems whose place is not decided.
    decided: the place that a decision gives it; rank_by_score: what its rank would be without any decision.
    floored: whether the effort's floor of 0.5 was used. compared_with: the number of the neighbour that the shares
    measure the distance to, or None. remarks: sentences on what else should be known of the score.
    """

    id: int
    title: str
    score: float | None
    rank: int | None
    ranked_count: int
    formula: str
    scorecard: str
    missing: tuple[str, ...]
    floored: bool
    factors: tuple[Factor, ...]
    above: tuple[int, str, float] | None
    below: tuple[int, str, float] | None
    compared_with: int | None
    confidence: ProblemConfidence
    rank_by_score: int | None = None
    decided: Decided | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionAbout:
    """A decision about a problem. superseded: whether another one took its place."""

    id: int
    title: str
    decided_on: str
    superseded: bool


@dataclass(frozen=True, slots=True)
class ProblemDetail:
    """Everything about one problem.

    whole, parts: number and title of the problem it is part of, and of those that are part of it.
    """

    id: int
    title: str
    statement: str
    notes: str
    need: str
    horizon: str
    horizon_reason: str
    moscow: str
    kano: str
    lane: str
    tags: tuple[str, ...]
    created_at: str
    updated_at: str
    url: str
    custom: tuple[tuple[str, str], ...]
    score: float | None
    rank: int | None
    ranked_count: int
    missing: tuple[str, ...]
    estimates: tuple[EstimateView, ...]
    evidence: tuple[EvidenceView, ...]
    evidence_count: int
    customer_count: int
    confidence: ProblemConfidence
    source: str = ""
    external_id: str = ""
    lane_changes: tuple[tuple[str, str], ...] = field(default=())
    personas: ProblemPersonas = field(default=ProblemPersonas())
    objectives: tuple[FitView, ...] = ()
    solutions: tuple[SolutionView, ...] = ()
    whole: tuple[int, str] | None = None
    parts: tuple[tuple[int, str], ...] = ()
    decisions: tuple[DecisionAbout, ...] = ()
