"""Ranks."""

from collections.abc import Iterable


def rank_scores(scores: Iterable[tuple[int, float]]) -> dict[int, tuple[int, bool]]:
    """The rank (from 1) of each problem and whether it is tied, from the highest score to the lowest.

    Ties share the rank and stand in the order of their numbers. Nothing is rounded before sorting, and the order of
    two problems depends on those two alone.
    """
    ordered = sorted(scores, key=lambda pair: (-pair[1], pair[0]))
    ranks: dict[int, tuple[int, bool]] = {}
    rank, above = 0, None
    for place, (number, score) in enumerate(ordered, start=1):
        tied = score == above
        if tied:
            ranks[ordered[place - 2][0]] = (rank, True)
        else:
            rank, above = place, score
        ranks[number] = (rank, tied)
    return ranks
