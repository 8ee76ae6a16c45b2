"""What to find out next: the expected value of knowing one input exactly.

The expected value of partial perfect information about a choice of the best k with additive, independent values:
for an input x of an item, E[max(m(x), t)] - max(m, t), where m(x) is the item's mean score given x, m its mean score
and t the mean score of its rival at the boundary of the top (Raiffa and Schlaifer, Applied Statistical Decision
Theory, 1961).
"""

from collections.abc import Iterator

import numpy as np

from pmtui.domain.contest import Contest, ResearchValue, Uncertainty
from pmtui.domain.formula import parse_formula
from pmtui.domain.simulation.draws import ARRAY_FUNCTIONS, Floats
from pmtui.domain.simulation.inputs import Inputs, complete

_DRAWS, _VALUES = 32_768, 512
_SURE = 0.001  # an item that is in the top, or out of it, in all but so few runs has nothing to gain


def research_values(contest: Contest, found: Uncertainty) -> tuple[ResearchValue, ...]:
    """The inputs that are ranges, those worth the most first; inputs that can't change the top are left out."""
    means = sorted((standing.mean for standing in found.standings.values()), reverse=True)
    if len(means) <= contest.top:
        return ()
    last_in, first_out = means[contest.top - 1], means[contest.top]
    values: list[ResearchValue] = []
    for number, standing in found.standings.items():
        if not _SURE < standing.top < 1 - _SURE:
            continue
        rival = first_out if standing.mean >= last_in else last_in
        values += (ResearchValue(number, code, gain) for code, gain in _gains(contest, number, rival, found.seed))
    return tuple(sorted(values, key=lambda value: (-value.gain, value.number, value.code)))


def _gains(contest: Contest, number: int, rival: float, seed: int) -> Iterator[tuple[str, float]]:
    """What knowing each input of an item gains, by code, where it gains anything."""
    score = parse_formula(contest.formula).over(ARRAY_FUNCTIONS)
    chance = np.random.default_rng([seed, number])
    inputs = Inputs(contest, [number])
    values = {code: _evenly(inputs.draw(code, _DRAWS, chance)) for code in contest.codes}
    others = {code: chance.permutation(inner) for code, inner in values.items()}
    for code, known in values.items():
        if len(known) == 1:  # a constant is known already
            continue
        # One row for each value of the known input, one column for each draw of the others.
        with np.errstate(all="ignore"):
            scores = score(complete({**others, code: known[:, np.newaxis]}))
        means = scores.mean(axis=1)
        gain = float(np.maximum(means, rival).mean() - max(means.mean(), rival))
        if gain > 0:  # never so where a score is not defined
            yield code, gain


def _evenly(drawn: Floats) -> Floats:
    """A few values that stand for the many drawn of one item: the means of parts of equal size, the lowest first.

    A few values as they are drawn would miss their own mean by so much that the gain of a close call is mostly noise.
    """
    column = drawn[:, 0]
    return np.sort(column).reshape(_VALUES, -1).mean(axis=1) if len(column) == _DRAWS else column
