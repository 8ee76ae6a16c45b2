"""Places that are decided whatever the score says, and where they put the others."""

from collections.abc import Mapping, Sequence


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
