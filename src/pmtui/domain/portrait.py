"""What stakeholders ask about, at one moment: plain values that two moments are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.decision import Decision
from pmtui.domain.keys import Key
from pmtui.domain.objective import KeyResult
from pmtui.domain.solution import Experiment


@dataclass(frozen=True, slots=True)
class ProblemState:
    """One problem.

    is_open: neither declined nor done. score, rank: None where it has none. evidence: the numbers of its pieces.
    release, solution: names of what is planned, "" for none. pinned: the reason for which a plan keeps it, None when it
    is not pinned. needs: the numbers of the problems that have to be solved before.
    """

    title: str
    lane: str = ""
    horizon: str = ""
    horizon_reason: str = ""
    is_open: bool = True
    score: float | None = None
    rank: int | None = None
    evidence: frozenset[int] = frozenset()
    release: str = ""
    solution: str = ""
    pinned: str | None = None
    needs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Portrait:
    """A workspace at one moment.

    ranked_by: the scorecard with its version, or the lens. top: how many places count as the first. named: the titles
    of records of which only their coming and going is told. releases: name, and ISO date or "". strategy: the words
    in the boxes of the strategy page, by what the boxes are called. pieces: the beginning of connected evidence by
    number. capacities: person-months by horizon, of those that are known. ranges: the 5th and 95th percentile of scores
    by problem; one that is not there is certain.
    """

    ranked_by: str = ""
    top: int = 5
    problems: Mapping[int, ProblemState] = field(default_factory=dict)
    named: Mapping[Key, str] = field(default_factory=dict)
    releases: Mapping[Key, tuple[str, str]] = field(default_factory=dict)
    strategy: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    experiments: Mapping[int, Experiment] = field(default_factory=dict)
    key_results: Mapping[int, KeyResult] = field(default_factory=dict)
    pieces: Mapping[int, str] = field(default_factory=dict)
    capacities: Mapping[str, float] = field(default_factory=dict)
    ranges: Mapping[int, tuple[float, float]] = field(default_factory=dict)
