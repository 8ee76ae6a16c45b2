"""The price of a place that is decided whatever the score says."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.override import arranged


@dataclass(frozen=True, slots=True)
class Price:
    """What a decided place costs.

    lost: how much less the chosen top is worth, by mean score; never negative. leaves, enters: the numbers of what
    falls out of the top and of what comes in for it; None when the top stays the same.
    """

    lost: float = 0.0
    leaves: int | None = None
    enters: int | None = None


def price_of_place(
    means: Mapping[int, float], number: int, place: int, top: int, others: Mapping[int, int] | None = None
) -> Price:
    """The price of giving an item a place (from 1), beside the places that are decided for others.

    means: the mean scores by number, the best rank first. others: places that are decided already; the item's own does
    not count.
    """
    order = list(means)
    kept = {other: decided for other, decided in (others or {}).items() if other != number}
    before, after = set(arranged(order, kept)[:top]), set(arranged(order, {**kept, number: place})[:top])
    if before == after:
        return Price()
    (leaves,), (enters,) = before - after, after - before
    return Price(max(0.0, means[leaves] - means[enters]), leaves, enters)
