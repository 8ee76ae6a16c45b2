"""The price of a place that someone decides whatever the score says."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Price:
    """What a decided place costs.

    lost: how much less the chosen top is worth, by mean score; never negative. leaves, enters: the numbers of what
    falls out of the top and of what comes in for it; None when the top stays the same.
    """

    lost: float = 0.0
    leaves: int | None = None
    enters: int | None = None


def price_of_place(means: Mapping[int, float], number: int, place: int, top: int) -> Price:
    """The price of giving an item a place (from 1). means: the mean scores by number, the best rank first."""
    order = [other for other in means if other != number]
    order.insert(place - 1, number)
    before, after = set(list(means)[:top]), set(order[:top])
    if before == after:
        return Price()
    (leaves,), (enters,) = before - after, after - before
    return Price(max(0.0, means[leaves] - means[enters]), leaves, enters)
