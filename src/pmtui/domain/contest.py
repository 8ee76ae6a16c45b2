"""What a simulation of ranks is given, and what it finds: plain values, without the libraries that work it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pmtui.domain.criteria import SCALE
from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount, central_value
from pmtui.domain.formula import parse_formula
from pmtui.domain.inputs import complete_inputs, typed_codes
from pmtui.domain.scale import Share, total

RUNS = 10_000
TOP = 5
TOO_CLOSE = (0.4, 0.6)


@dataclass(frozen=True, slots=True)
class Contest:
    """The items to rank. formula: a scorecard's. items: by number, the amounts that were typed by criterion code.

    shares: by number, what each persona (by its number) adds to the scale of an item. top: how many of the first places
    count as the top.
    """

    formula: str
    criteria: Mapping[str, Criterion]
    items: Mapping[int, Mapping[str, Amount]]
    top: int = TOP
    shares: Mapping[int, Mapping[int, Share]] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """The inputs to draw: what is typed for the formula, and the scale where the formula has it."""
        names = parse_formula(self.formula).names
        return typed_codes(names) + ((SCALE,) if SCALE in names else ())

    def scorable(self) -> "Contest":
        """The same without the items that lack an input."""
        kept = {number: amounts for number, amounts in self.items.items() if self.score(number) is not None}
        return replace(self, items=kept)

    @property
    def is_certain(self) -> bool:
        """Whether no amount is a range, so that every run is the same."""
        amounts = [
            self.items[number][code] for number in self.items for code in self.codes if code in self.items[number]
        ]
        if SCALE in self.codes:
            amounts += (
                amount for shares in self.shares.values() for share in shares.values() for amount in share.known
            )
        return all(amount.is_constant for amount in amounts)

    def central_values(self, number: int) -> dict[str, float]:
        """The central value of each input of an item, by code."""
        amounts = self.items[number]
        values = {code: central_value(amounts[code], self.criteria[code]) for code in self.codes if code in amounts}
        return complete_inputs(values, total(share.scale for share in self.shares.get(number, {}).values()))

    def score(self, number: int) -> float | None:
        """The plain score of an item, from its central values; None where it has none."""
        formula, values = parse_formula(self.formula), self.central_values(number)
        return formula.evaluate(values) if all(name in values for name in formula.names) else None


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
        return self.beats_next is not None and is_too_close(self.beats_next)


def is_too_close(wins: float) -> bool:
    """Whether two items are too close to call, from the share of the runs in which one beats the other."""
    return TOO_CLOSE[0] <= wins <= TOO_CLOSE[1]


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

    def neighbours(self, number: int) -> dict[str, tuple[int, float]]:
        """What stands above and below an item in the plain order.

        Each with its number and the share of the runs in which the item beats it.
        """
        order = list(self.standings)
        place = order.index(number)
        found = {}
        if place and (wins := self.standings[order[place - 1]].beats_next) is not None:
            found["above"] = (order[place - 1], 1 - wins)
        if (wins := self.standings[number].beats_next) is not None:
            found["below"] = (order[place + 1], wins)
        return found


@dataclass(frozen=True, slots=True)
class ResearchValue:
    """What it is worth to know one input exactly: the expected gain in the mean score of the chosen top."""

    number: int
    code: str
    gain: float
