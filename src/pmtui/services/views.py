"""What queries return: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProblemFilter:
    """Which problems a list shows, in what order and under which headings.

    words: every word must occur in the title or statement. tag, lane: names, "" for any. horizon: a horizon, "none" or
    "". state: "open" (ranked and unscorable), "ranked", "unscored", "declined", "done" or "all".
    order: "rank", "key", "title", "created", "updated", "evidence" or "lane". group: "", "lane", "tag" or "horizon".
    """

    words: str = ""
    tag: str = ""
    lane: str = ""
    horizon: str = ""
    state: str = "open"
    order: str = "rank"
    group: str = ""


@dataclass(frozen=True, slots=True)
class ProblemList:
    """The order of a list of problems: numbers of problems, with the words of a heading between them.

    ranks: rank and whether it is tied, by number, of every problem in the ranking. ranked, unscored: how many of those
    shown are ranked and how many miss an estimate. highest: the highest score of all, to scale bars by.
    """

    entries: tuple[int | str, ...]
    ranks: Mapping[int, tuple[int, bool]]
    ranked: int
    unscored: int
    highest: float
    ranked_by: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem in a list. rank is None when it can't be scored (missing says why) or is out of the ranking."""

    id: int
    title: str
    score: float | None
    rank: int | None
    tied: bool
    missing: tuple[str, ...]
    evidence_count: int
    tags: tuple[str, ...]
    lane: str
    horizon: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card on a board.

    since: the ISO date work on it started, or it was added when it has not. age_days: the days since then.
    """

    id: int
    title: str
    score: float | None
    evidence_count: int
    tags: tuple[str, ...]
    age_days: int
    since: str = ""


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane and the numbers of its cards from the top."""

    id: int
    name: str
    phase: str
    wip_limit: int | None
    strict: bool
    card_ids: tuple[int, ...]

    @property
    def over_limit(self) -> bool:
        """Whether it holds more cards than its WIP limit."""
        return self.wip_limit is not None and len(self.card_ids) > self.wip_limit


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board from left to right."""

    id: int
    name: str
    lanes: tuple[LaneView, ...]


@dataclass(frozen=True, slots=True)
class EstimateView:
    """One criterion of one problem.

    text: the value as typed, "" when there is none. central: what is scored with; central_text: the same in words.
    steps: offered values with their meaning, as "3 massive; 2 high".
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
class Factor:
    """What one criterion does to a score.

    value: the central value, as shown. source: where it comes from. share: its part of the distance to the neighbour,
    ln(score / neighbour's score) split by factor, so that the shares of all factors add up to it.
    swap_above, swap_below: the value at which the problem would swap with its neighbour, or None when no value within
    the scale does it.
    """

    code: str
    name: str
    value: str
    source: str
    share: float | None
    swap_above: float | None
    swap_below: float | None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a problem has its score and its rank.

    above, below: number, title and score of its neighbours in the ranking. floored: whether the effort's floor
    of 0.5 was used. compared_with: the number of the neighbour that the shares measure the distance to, or None.
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


@dataclass(frozen=True, slots=True)
class ProblemDetail:
    """Everything about one problem."""

    id: int
    title: str
    statement: str
    notes: str
    need: str
    horizon: str
    horizon_reason: str
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
    source: str = ""
    external_id: str = ""
    lane_changes: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """What the frame around every screen shows."""

    name: str
    uuid: str
    ranked_by: str
    problems: int
    evidence: int
