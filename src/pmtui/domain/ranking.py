"""Ranks, and what a rank is made of."""

import math
from collections.abc import Iterable, Mapping

from pmtui.domain.criterion import Criterion
from pmtui.domain.formula import Formula


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


def log_shares(
    formula: Formula, values: Mapping[str, float], neighbour: Mapping[str, float]
) -> dict[str, float] | None:
    """Split ln(score / neighbour's score) over the criteria of a product, so that the parts add up to it.

    Returns None when the formula is not a product of one-criterion factors or a factor is not positive.
    """
    shares: dict[str, float] = {}
    for factor in formula.factors:
        if len(factor.names) > 1:
            return None
        if not factor.names:
            continue
        mine, theirs = factor.part(values), factor.part(neighbour)
        if mine <= 0 or theirs <= 0:
            return None
        name = factor.names[0]
        shares[name] = shares.get(name, 0.0) + factor.side * math.log(mine / theirs)
    return shares


def swap_value(formula: Formula, values: Mapping[str, float], criterion: Criterion, target: float) -> float | None:
    """The value of one criterion at which the score equals the target, all else as it is.

    Returns None when no value within the scale does it (the scale ends, a floor holds it, a flat part). The value
    gives the target to a relative 1e-9.
    """
    score = formula.evaluate(values)
    if score is None or score <= 0 or target <= 0:
        return None
    for factor in formula.factors:
        if factor.names == (criterion.code,):
            needed = factor.part(values) * (target / score) ** factor.side
            found = _within_scale(needed, criterion)
            if found is None:
                return None
            reached = formula.evaluate({**values, criterion.code: found})
            return found if reached is not None and math.isclose(reached, target, rel_tol=1e-9) else None
    return None


def _within_scale(value: float, criterion: Criterion) -> float | None:
    if value < criterion.lowest or (criterion.highest is not None and value > criterion.highest):
        return None
    return value
