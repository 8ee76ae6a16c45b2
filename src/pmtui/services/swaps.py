"""What would swap two problems in the ranking, in words."""

import math
from dataclasses import dataclass

from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.services.detail_views import Factor, Why

_COMPUTED = 1e-9  # relative: how exact the value of a swap is


@dataclass(frozen=True, slots=True)
class Swap:
    """What would swap a problem with a neighbour. key: the neighbour's; side: above or below; words: the change."""

    key: str
    side: str
    words: str


def change_in_words(factor: Factor, value: float) -> str:
    """The change of one estimate: reach falls below 1,660."""
    falls = factor.central is not None and value < factor.central
    limit = number_in_words(surely_beyond(value, factor.unit, falls), factor.unit)
    return f"{factor.name.lower()} {'falls below' if falls else 'rises above'} {limit}"


def surely_beyond(value: float, unit: str, falls: bool) -> float:
    """A limit with the digits it is shown with, rounded to the side where the swap has happened for sure."""
    parts = 100 if unit == "%" else 1
    if not value:
        return value
    digits = max(0, 2 - math.floor(math.log10(abs(value * parts))))
    steps = value * parts * 10.0**digits
    nearest = round(steps)
    if not math.isclose(steps, nearest, rel_tol=_COMPUTED):
        nearest = math.floor(steps) if falls else math.ceil(steps)
    return nearest / 10.0**digits / parts


def number_in_words(value: float | None, unit: str) -> str:
    """An estimate's number with three significant digits; a share in percent."""
    if value is None:
        return ""
    if unit == "%":
        return f"{value * 100:.3g}%"
    return f"{value:,.0f}" if value.is_integer() else show_score(value)


def nearest_swaps(why: Why) -> list[Swap]:
    """For each neighbour, the smallest change of one estimate (in proportion) that swaps them."""
    swaps = []
    for side, neighbour in (("above", why.above), ("below", why.below)):
        changes = {factor: getattr(factor, f"swap_{side}") for factor in why.factors}
        found = min(((factor, value) for factor, value in changes.items() if value), key=_size, default=None)
        if neighbour is not None and neighbour[2] != why.score and found is not None:
            factor, value = found
            swaps.append(Swap(str(problem_key(neighbour[0])), side, change_in_words(factor, value)))
    return swaps


def _size(change: tuple[Factor, float]) -> float:
    factor, value = change
    return abs(math.log(value / factor.central)) if factor.central and value > 0 else math.inf
