"""What a simulation of ranks is given, and what it finds: plain values, without the libraries that work it out."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount, central_value

RUNS = 10_000
TOP = 5
TOO_CLOSE = (0.4, 0.6)


@dataclass(frozen=True, slots=True)
class Contest:
    """The items to rank. formula: a scorecard's. items: by number, the amount of each of its criteria by code.

    top: how many of the first places count as the top.
    """

    formula: str
    criteria: Mapping[str, Criterion]
    items: Mapping[int, Mapping[str, Amount]]
    top: int = TOP

    @property
    def is_certain(self) -> bool:
        """Whether no amount is a range, so that every run is the same."""
        return all(amount.is_constant for amounts in self.items.values() for amount in amounts.values())

    def central_values(self, number: int) -> dict[str, float]:
        """The central value of each input of an item, by code."""
        return {code: central_value(amount, self.criteria[code]) for code, amount in self.items[number].items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """How sure the rank of one item is, in shares of the runs.

    first, top: of being first, and among the top. low, high: the rank that 5 and 95 % of the runs do not pass.
    mean: its mean score. beats_next: of beating the next one of the plain order, a tie counting one half; None for the
    last.
    """

    number: int
    first: float
    top: float
    low: int
    high: int
    mean: float
    beats_next: float | None

    @property
    def too_close(self) -> bool:
        """Whether it and the next one are too close to call."""
        return self.beats_next is not None and TOO_CLOSE[0] <= self.beats_next <= TOO_CLOSE[1]


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What a simulation found. standings: by number, in the plain order. left_out: why, of those that have no rank.

    A rank's interval is exact to resolution places (1 up to 1,000 items).
    """

    standings: Mapping[int, Standing]
    runs: int
    seed: int
    top: int
    resolution: int
    left_out: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class ResearchValue:
    """What it is worth to know one input exactly: the expected gain in the mean score of the chosen top."""

    number: int
    code: str
    gain: float
