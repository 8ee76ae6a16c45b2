"""What a rank is made of, and what would change it."""

import math
from collections.abc import Callable, Mapping

from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import LARGEST
from pmtui.domain.formula import Formula


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
        shares[name] = shares.get(name, 0.0) + factor.exponent * math.log(mine / theirs)
    return shares


def swap_value(formula: Formula, values: Mapping[str, float], criterion: Criterion, target: float) -> float | None:
    """The value of one criterion at which the score equals the target, all else as it is: the nearest one.

    Returns None when no value within the scale does it (the scale ends, a floor holds it, a flat part), and when the
    last value of the scale does: none lies beyond it. The value gives the target to a relative 1e-9.
    """
    now = values.get(criterion.code)
    if now is None or formula.evaluate(values) is None:
        return None

    def distance(value: float) -> float | None:
        reached = formula.evaluate({**values, criterion.code: value})
        return None if reached is None else reached - target

    found = [
        value
        for bound in _bounds(criterion)
        if (value := _crossing(distance, now, bound)) is not None
        and value != bound
        and (missed := distance(value)) is not None
        and abs(missed) <= 1e-9 * max(abs(target), 1e-300)
    ]
    return min(found, key=lambda value: abs(value - now), default=None)


def _bounds(criterion: Criterion) -> tuple[float, float]:
    """How far to look down and up. Without an upper limit: as far as anyone's figures go."""
    return criterion.lowest, criterion.highest if criterion.highest is not None else LARGEST


def _crossing(distance: Callable[[float], float | None], near: float, far: float) -> float | None:
    """Where the distance passes 0 between two values, to the last digit; the one nearest to near when it is steady."""
    sign = distance(near)
    if sign is None:
        return None
    if sign == 0:
        return near
    low, high = near, _first_beyond(distance, near, far, sign)
    if high is None:
        return None
    for _ in range(2_100):  # halving a float reaches neighbours in fewer steps
        middle = low + (high - low) / 2
        if middle in (low, high):
            break
        at_middle = distance(middle)
        if at_middle is not None and (at_middle > 0) == (sign > 0) and at_middle != 0:
            low = middle
        else:
            high = middle
    return min(low, high, key=lambda value: abs(missed) if (missed := distance(value)) is not None else math.inf)


def _first_beyond(distance: Callable[[float], float | None], near: float, far: float, sign: float) -> float | None:
    """The first of ever wider steps from near towards far where the distance has passed 0."""
    step = max(abs(near), 1e-3) / 64 * (1 if far > near else -1)
    value = near
    while value != far:
        value = min(far, value + step) if step > 0 else max(far, value + step)
        reached = distance(value)
        if reached is not None and (reached == 0 or (reached > 0) != (sign > 0)):
            return value
        step *= 2
    return None
