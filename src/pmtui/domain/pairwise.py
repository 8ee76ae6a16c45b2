"""Pairwise comparison: an order from answers to “which of these two hurts customers more?”.

Strengths are those of Bradley and Terry, "Rank analysis of incomplete block designs", 1952, found by the algorithm of
David R. Hunter, "MM algorithms for generalized Bradley-Terry models", 2004. Every item has in addition won and lost
half a comparison against one imagined item, so that the strengths are finite after any answers.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

_ROUNDS = 200
_STEADY = 1e-9


@dataclass(frozen=True, slots=True)
class PairwiseOrder:
    """The order from comparisons. strengths: by number, the strongest first; only their ratios mean something.

    agreeing: the share of the answers that the order agrees with, None without answers. cycles: how many triples of
    items were answered in a circle (A over B, B over C, C over A), of all triples that were answered whole.
    """

    strengths: dict[int, float]
    agreeing: float | None
    cycles: int
    triples: int


def pairwise_order(items: Sequence[int], answers: Iterable[tuple[int, int]]) -> PairwiseOrder:
    """Order items by answers, each the winner and the loser. Answers about other items are left out."""
    known = set(items)
    wins = Counter((winner, loser) for winner, loser in answers if winner in known and loser in known)
    strengths = _strengths(items, wins)
    order = dict(sorted(strengths.items(), key=lambda pair: (-pair[1], pair[0])))
    total = wins.total()
    agreed = sum(count for (winner, loser), count in wins.items() if order[winner] > order[loser])
    return PairwiseOrder(order, agreed / total if total else None, *_cycles(items, wins))


def next_question(
    order: PairwiseOrder, answers: Iterable[tuple[int, int]], skipped: Collection[frozenset[int]] = ()
) -> tuple[int, int] | None:
    """The two items that it would tell most to compare, None with fewer than two.

    The pair whose answer is most open and about which least was asked so far, but none of those skipped.
    """
    asked = Counter(frozenset(answer) for answer in answers)
    often = Counter(item for pair in asked.elements() for item in pair)
    near = list(order.strengths)

    def tells(pair: tuple[int, int]) -> tuple[float, int, int]:
        first, second = (order.strengths[item] for item in pair)
        wins = first / (first + second)
        doubt = wins * (1 - wins) / ((1 + asked[frozenset(pair)]) * (1 + often[pair[0]]) * (1 + often[pair[1]]))
        return (-doubt, *pair)

    # Only neighbours within a few places can be nearly equal; looking at all pairs would take too long.
    pairs = [
        (first, second)
        for at, first in enumerate(near)
        for second in near[at + 1 : at + 9]
        if frozenset((first, second)) not in skipped
    ]
    return min(pairs, key=tells, default=None)


def questions_needed(count: int) -> int:
    """About how many answers order so many items: those of a merge sort."""
    return math.ceil(count * math.log2(count)) if count > 1 else 0


def _strengths(items: Sequence[int], wins: Counter[tuple[int, int]]) -> dict[int, float]:
    met: dict[int, Counter[int]] = {item: Counter() for item in items}
    won = dict.fromkeys(items, 0.5)
    for (winner, loser), count in wins.items():
        won[winner] += count
        met[winner][loser] += count
        met[loser][winner] += count
    strengths = dict.fromkeys(items, 1.0)
    for _ in range(_ROUNDS):
        before = dict(strengths)
        for item in items:
            mine = strengths[item]
            against = sum(count / (mine + strengths[other]) for other, count in met[item].items())
            strengths[item] = won[item] / (against + 1 / (mine + 1))
        if all(math.isclose(before[item], strengths[item], rel_tol=_STEADY) for item in items):
            break
    return strengths


def _cycles(items: Sequence[int], wins: Counter[tuple[int, int]]) -> tuple[int, int]:
    beats: dict[int, set[int]] = {item: set() for item in items}
    for winner, loser in wins:
        if wins[winner, loser] > wins[loser, winner]:
            beats[winner].add(loser)
    met = {item: beats[item] | {other for other in items if item in beats[other]} for item in items}
    cycles = triples = 0
    for first in items:
        for second, third in combinations(sorted(other for other in met[first] if other > first), 2):
            if third in met[second]:
                triples += 1
                triple = {first, second, third}
                cycles += all(len(beats[one] & triple) == 1 for one in triple)
    return cycles, triples
