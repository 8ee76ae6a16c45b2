"""Lenses: the customer's and the business's view of the same problems, and their blend.

The formulas are the product's own. The blend is geometric, so that it needs no common unit and no scaling, and the
order of two problems never depends on a third.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard import Scorecard

CUSTOMER = Scorecard(0, "Customer lens", 1, "scale * relief / max(effort, 0.5)", "scale * relief")
BUSINESS = Scorecard(
    0, "Business lens", 1, "value_per_month * strategic_fit / max(effort, 0.5)", "value_per_month * strategic_fit"
)


def lens_scorecard(lens: str, customer_weight: float) -> Scorecard:
    """What a lens ranks by. customer_weight: w in customer ** w * business ** (1 - w). Raises Refusal."""
    if lens == "customer" or (lens == "blend" and customer_weight == 1):
        return CUSTOMER
    if lens == "business" or (lens == "blend" and customer_weight == 0):
        return BUSINESS
    if lens != "blend" or not 0 < customer_weight < 1:
        raise Refusal(f"There is no lens {lens} with weight {customer_weight:g}.", "Weights go from 0 to 1.")
    business_weight = round(1 - customer_weight, 9)
    title = f"Blend {customer_weight:.0%} customer"

    def blended(customer: str, business: str) -> str:
        return f"({customer}) ** {customer_weight:g} * ({business}) ** {business_weight:g}"

    return Scorecard(0, title, 1, blended(CUSTOMER.formula, BUSINESS.formula), blended(CUSTOMER.value, BUSINESS.value))


def tau_b(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Kendall's tau-b of two orders of the same items, given as two figures an item; None where it is undefined.

    (concordant - discordant) / sqrt((n0 - n1) (n0 - n2)), in n log n. After William R. Knight, "A computer method
    for calculating Kendall's tau with ungrouped data", 1966.
    """
    ordered = sorted(pairs)
    everything = _pairs(len(ordered))
    tied_first = sum(_pairs(count) for count in _counts(first for first, _ in ordered))
    tied_second = sum(_pairs(count) for count in _counts(second for _, second in ordered))
    tied_both = sum(_pairs(count) for count in _counts(ordered))
    swaps = _inversions([second for _, second in ordered])[1]
    apart = (everything - tied_first) * (everything - tied_second)
    if apart == 0:
        return None
    return float((everything - tied_first - tied_second + tied_both - 2 * swaps) / apart**0.5)


def tau_in_words(tau: float) -> str:
    """What Kendall's tau-b says of two lenses; the bounds are the product's own."""
    if tau >= 0.7:
        return "the lenses agree"
    if tau >= 0.3:
        return "the lenses agree in part"
    return "the lenses hardly agree" if tau > -0.3 else "the lenses contradict each other"


def rank_gaps(
    customer: Mapping[int, tuple[int, bool]], business: Mapping[int, tuple[int, bool]]
) -> list[tuple[int, int]]:
    """The disagreement list: number and customer rank minus business rank, the largest gap first."""
    gaps = [(number, customer[number][0] - business[number][0]) for number in customer if number in business]
    return sorted(gaps, key=lambda gap: (-abs(gap[1]), gap[0]))


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _counts(values: Iterable[Hashable]) -> Iterable[int]:
    return Counter(values).values()


def _inversions(values: list[float]) -> tuple[list[float], int]:
    if len(values) < 2:
        return values, 0
    half = len(values) // 2
    left, swaps_left = _inversions(values[:half])
    right, swaps_right = _inversions(values[half:])
    merged: list[float] = []
    swaps, at, other = swaps_left + swaps_right, 0, 0
    while at < len(left) and other < len(right):
        if right[other] < left[at]:
            merged.append(right[other])
            other += 1
            swaps += len(left) - at
        else:
            merged.append(left[at])
            at += 1
    return merged + left[at:] + right[other:], swaps
