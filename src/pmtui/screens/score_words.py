"""Scores, ranks and what would change them, in words."""

import math
from dataclasses import dataclass

from textual.content import Content

from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.scorecard import show_score
from pmtui.services.detail_views import Factor, Why


@dataclass(frozen=True, slots=True)
class Swap:
    """What would swap a problem with a neighbour. key: the neighbour's; side: above or below; words: the change."""

    key: str
    side: str
    words: str


def place_in_words(why: Why) -> Content:
    """A score and its rank in one line, or why there is none."""
    if why.score is None:
        return Content.styled(f"Can't be scored: {missing_in_words(why)}.", "$warning")
    score = Content.styled(show_score(why.score), "bold $strong")
    if why.rank is None:
        return Content.assemble(score, (" · out of the ranking: declined or done", "$muted"))
    if why.decided is not None:
        place = f" · #{why.rank:,} of {why.ranked_count:,}, decided by {decision_key(why.decided.decision)}"
        by_score = f" · #{why.rank_by_score:,} by {why.scorecard}"
        return Content.assemble(score, (place, "$warning"), (by_score, "$muted"))
    words = f" · #{why.rank:,} of {why.ranked_count:,} by {why.scorecard}"
    tied = [problem_key(other[0]) for other in (why.above, why.below) if other and other[2] == why.score]
    if tied:
        words += f" · tied with {' and '.join(map(str, tied))}"
    return Content.assemble(score, (words, "$muted"))


def missing_in_words(why: Why) -> str:
    """What a problem without a score is missing."""
    if why.missing == ("undefined",):
        return "the formula has no value for these estimates"
    names = {factor.code: factor.name.lower() for factor in why.factors}
    return "needs " + ", ".join(names.get(code, code) for code in why.missing)


def times(ratio: float) -> str:
    """A factor of a comparison: ×1.8; never ×0 and never ×1 when it is not."""
    text = f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"
    return f"×{text.rstrip('0').rstrip('.') if '.' in text else text}" if ratio >= 0.005 else "×<0.01"


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
