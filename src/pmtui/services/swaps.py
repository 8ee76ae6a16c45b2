"""What would swap two problems in the ranking, in words."""

import math
from dataclasses import dataclass

from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.services.detail_views import Factor, Why


@dataclass(frozen=True, slots=True)
class Swap:
    """What would swap a problem with a neighbour. key: the neighbour's; side: above or below; words: the change."""

    key: str
    side: str
    words: str


def change_in_words(factor: Factor, value: float) -> str:
    """The change of one estimate: reach falls below 1,660."""
    falls = factor.central is not None and value < factor.central
    return f"{factor.name.lower()} {'falls below' if falls else 'rises above'} {number_in_words(value, factor.unit)}"


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
