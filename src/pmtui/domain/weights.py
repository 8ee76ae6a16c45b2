"""Weighted scorecards: a table of criteria and weights in place of a formula."""

import math
import re
from collections.abc import Iterable, Mapping

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal

_TERM = re.compile(r"(-?[0-9.e+-]+) \* (?:([a-z]\w*)|\([0-9.e+-]+ - ([a-z]\w*)\))")


def weighted_formula(weights: Iterable[tuple[Criterion, float]]) -> str:
    """The sum of weight times criterion; where less is better, of weight times what is left to the other end.

    Raises Refusal without any weight, and for what has no other end.
    """
    parts = [f"{_plain(criterion, weight)} * {_term(criterion)}" for criterion, weight in weights if weight]
    if not parts:
        raise Refusal("A weighted scorecard needs a weight.", "Such as 0.6 for one criterion and 0.4 for another.")
    return " + ".join(parts)


def weights_of(formula: str, criteria: Mapping[str, Criterion]) -> dict[str, float] | None:
    """The weights by criterion code, None where the formula is not just what weighted_formula makes of them."""
    terms = [_TERM.fullmatch(term) for term in formula.split(" + ")]
    found: dict[str, float] = {}
    for term in terms:
        code = (term[2] or term[3]) if term else ""
        if term is None or code not in criteria or code in found:
            return None
        try:
            found[code] = float(term[1])
        except ValueError:
            return None
    try:
        again = weighted_formula((criteria[code], weight) for code, weight in found.items())
    except Refusal:
        return None
    return found if again == formula else None


def _term(criterion: Criterion) -> str:
    if criterion.direction > 0:
        return criterion.code
    if criterion.highest is None:
        raise Refusal(
            f"Less {criterion.name.lower()} is better, and it has no upper end to count from.",
            f"Write a formula that divides by it, such as value / {criterion.code}.",
        )
    return f"({criterion.lowest + criterion.highest:g} - {criterion.code})"


def _plain(criterion: Criterion, weight: float) -> str:
    if not math.isfinite(weight) or abs(weight) >= 1e15:
        raise Refusal(f"The weight of {criterion.name} is no ordinary number.", "Use one such as 0.6.")
    return f"{weight:.12g}"
