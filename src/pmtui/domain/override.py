"""Places that are decided whatever the score says: where they put the others, and their price."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def arranged(order: Sequence[int], places: Mapping[int, int]) -> list[int]:
    """Items (numbers) with the decided ones at their places (from 1), the others around them in their order.

    places: by number; of two with the same place the one with the smaller number stands first, the other one after
    it. A place behind the last one is the last one.
    """
    decided = sorted((number for number in order if number in places), key=lambda number: (places[number], number))
    taken: dict[int, int] = {}
    last = 0
    for behind, number in enumerate(decided, start=1 - len(decided)):
        last = max(last + 1, min(places[number], len(order) + behind))
        taken[last] = number
    others = (number for number in order if number not in places)
    return [taken[place] if place in taken else next(others) for place in range(1, len(order) + 1)]


def decided_ranks(by_score: Mapping[int, tuple[int, bool]], places: Mapping[int, int]) -> dict[int, tuple[int, bool]]:
    """The rank of each item and whether it is tied, in the order that decided places make of that by score.

    Undecided items with equal scores share the rank of the first of them; a decided place is never tied.
    """
    first: dict[int, int] = {}
    counts: dict[int, int] = {}
    order = arranged(list(by_score), places)
    for place, number in enumerate(order, start=1):
        if number not in places:
            rank = by_score[number][0]
            first.setdefault(rank, place)
            counts[rank] = counts.get(rank, 0) + 1
    return {
        number: (place, False) if number in places else (first[by_score[number][0]], counts[by_score[number][0]] > 1)
        for place, number in enumerate(order, start=1)
    }


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
