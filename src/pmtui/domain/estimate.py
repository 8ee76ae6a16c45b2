"""Estimates are values or ranges: how they are typed, checked, shown and reduced to one number.

The rules are those of the product's own specification; the log-normal is set by its 5th and 95th percentiles,
the PERT by its mode and its ends (Vose, Risk Analysis, 2008).
"""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal

STALE_AFTER = timedelta(days=90)
Z95 = 1.6448536269514722  # the 95th percentile of the standard normal distribution
LARGEST = 1e15
_NUMBER = r"[+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?\s*%?"
_RANGE = re.compile(rf"\s*({_NUMBER})\s*(?:(?:\.\.+|…|–|-|\bto\b)\s*({_NUMBER}))?\s*(?:~\s*({_NUMBER}))?\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value (low = high) or a range, perhaps with its middle."""

    low: float
    high: float
    middle: float | None = None

    @property
    def is_constant(self) -> bool:
        """Whether it is a single value."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Estimate:
    """The current estimate of one criterion for one problem.

    low, high, middle: as Amount. central: the number that goes into scores. made_on: ISO date. origin: typed, imported
    or example. reason: why this number.
    """

    id: int
    problem_id: int
    criterion_id: int
    low: float
    high: float
    middle: float | None
    central: float
    made_on: str
    origin: str = "typed"
    reason: str = ""

    @property
    def amount(self) -> Amount:
        """Its value or range."""
        return Amount(self.low, self.high, self.middle)


def parse_amount(text: str, criterion: Criterion) -> Amount:
    """Read `400`, `200..800` or `200..800 ~350` for a criterion; shares also as `80%`. Raises Refusal."""
    match = _RANGE.fullmatch(text)
    if match is None:
        raise Refusal(
            f"{criterion.name}: “{text.strip()}” is not a number or a range.",
            _how_to_type(criterion),
        )
    low = _number(match[1], criterion)
    high = _number(match[2], criterion) if match[2] else low
    middle = _number(match[3], criterion) if match[3] else None
    return check_amount(Amount(low, high, middle), criterion)


def check_amount(amount: Amount, criterion: Criterion) -> Amount:
    """The amount, if it fits the criterion. Raises Refusal."""
    name = criterion.name
    for value in (amount.low, amount.high, amount.middle):
        if value is None:
            continue
        if not math.isfinite(value) or abs(value) > LARGEST:
            raise Refusal(f"{name}: that is not a number pmtui can count with.", "Use an ordinary number.")
        if value < 0 and criterion.lowest >= 0:
            raise Refusal(f"{name} can't be negative.", "Use 0 or more.")
        if value < criterion.lowest or (criterion.highest is not None and value > criterion.highest):
            raise Refusal(
                f"{name}: {show_number(value, criterion)} is outside its scale.",
                f"Use {show_number(criterion.lowest, criterion)} to {show_number(criterion.highest or 0, criterion)}.",
            )
    if amount.low > amount.high:
        raise Refusal(f"{name}: the low end is above the high end.", "Type the smaller number first: 200..800.")
    if not amount.is_constant and criterion.shape == "positive" and amount.low <= 0:
        raise Refusal(f"{name}: a range has to start above 0.", "Use a small number such as 1, or the single value 0.")
    if amount.middle is not None and not amount.low <= amount.middle <= amount.high:
        raise Refusal(f"{name}: the middle lies outside the range.", "Type it between the two ends: 200..800 ~350.")
    return amount


def central_value(amount: Amount, criterion: Criterion) -> float:
    """The number that stands for an amount in every score without simulation.

    The median of the log-normal (the given middle, else the geometric mean of the ends) or the mode of the PERT
    (the given middle, else the midpoint).
    """
    if amount.is_constant:
        return amount.low
    if amount.middle is not None:
        return amount.middle
    if criterion.shape == "positive":
        return math.sqrt(amount.low * amount.high)
    return (amount.low + amount.high) / 2


def interval_90(amount: Amount, criterion: Criterion) -> tuple[float, float]:
    """What a log-normal range with this middle means: its 5th and 95th percentile. Other amounts give their ends."""
    if amount.is_constant or amount.middle is None or criterion.shape != "positive":
        return amount.low, amount.high
    sigma = (math.log(amount.high) - math.log(amount.low)) / (2 * Z95)
    return amount.middle * math.exp(-Z95 * sigma), amount.middle * math.exp(Z95 * sigma)


def explain_amount(amount: Amount, criterion: Criterion) -> str:
    """How an amount will be read, in words for the form."""
    if amount.is_constant:
        return f"counts as {show_number(amount.low, criterion)}"
    # Three digits are all that a guess is worth.
    central = show_number(float(f"{central_value(amount, criterion):.3g}"), criterion)
    low, high = (show_number(float(f"{end:.3g}"), criterion) for end in interval_90(amount, criterion))
    if criterion.shape == "positive":
        return f"middle {central}, 90 % between {low} and {high}"
    return f"most likely {central}, never below {low} or above {high}"


def is_stale(made_on: str, today: date, limit: timedelta = STALE_AFTER) -> bool:
    """Whether an estimate of that ISO date is older than its limit; one of no known date is."""
    try:
        return today - date.fromisoformat(made_on[:10]) > limit
    except ValueError:
        return True


def show_number(value: float, criterion: Criterion | None = None) -> str:
    """A number as a person writes it: no needless zeros, thousands set apart, shares in percent."""
    if criterion is not None and criterion.is_share:
        return f"{_plain(value * 100)}%"
    return _plain(value)


def show_rounded(value: float, criterion: Criterion) -> str:
    """A number that was worked out: with the three digits that a guess is worth, and all before the point."""
    return show_number(float(f"{value:.3g}") if abs(value) < 100 else round(value), criterion)


def _how_to_type(criterion: Criterion) -> str:
    if criterion.highest is not None:
        ends = f"from {show_number(criterion.lowest, criterion)} to {show_number(criterion.highest, criterion)}"
        return f"Type a value {ends}, or a range: two of them with .. between."
    if criterion.unit.endswith("months"):
        return "Type a value such as 3, a range such as 2..6, or 2..6 ~4 with the middle."
    return "Type a value such as 400, a range such as 200..800, or 200..800 ~350 with the middle."


def show_amount(amount: Amount, criterion: Criterion) -> str:
    """An amount as it can be typed again, to the last digit."""
    text = _exact(amount.low, criterion)
    if not amount.is_constant:
        text += ".." + _exact(amount.high, criterion)
    if amount.middle is not None:
        text += " ~" + _exact(amount.middle, criterion)
    return text


def _exact(value: float, criterion: Criterion) -> str:
    digits = Decimal(repr(value)) * (100 if criterion.is_share else 1)
    text = f"{digits:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + ("%" if criterion.is_share else "")


def _plain(value: float) -> str:
    rounded = float(f"{value:.6g}") if abs(value) < 1e6 else round(value)
    text = f"{rounded:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _number(text: str, criterion: Criterion) -> float:
    bare = text.strip()
    percent = bare.endswith("%")
    if percent and not criterion.is_share:
        raise Refusal(f"{criterion.name} is not a share.", "Leave out the percent sign.")
    try:
        value = Decimal(bare.rstrip("% ").replace(",", ""))
        return float(value / 100 if percent or (criterion.is_share and value > 1) else value)
    except ArithmeticError:
        raise Refusal(f"{criterion.name}: “{bare}” is not a number.", "Use a point for decimals: 1.5.") from None
