"""What to find out next: the expected value of knowing one input exactly.

The expected value of partial perfect information about a choice of the best k with additive, independent values:
for an input x of an item, E[max(m(x), t)] - max(m, t), where m(x) is the item's mean score given x, m its mean score
and t the mean score of its rival at the boundary of the top (Raiffa and Schlaifer, Applied Statistical Decision
Theory, 1961).
"""

import numpy as np

from pmtui.domain.contest import Contest, ResearchValue, Uncertainty
from pmtui.domain.formula import parse_formula
from pmtui.domain.simulation.draws import ARRAY_FUNCTIONS
from pmtui.domain.simulation.inputs import Inputs, complete

_OUTER, _INNER = 512, 512
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
        gains = ((code, _gain(contest, number, code, rival, found.seed)) for code in contest.codes)
        values += (ResearchValue(number, code, gain) for code, gain in gains if gain > 0)
    return tuple(sorted(values, key=lambda value: (-value.gain, value.number, value.code)))


def _gain(contest: Contest, number: int, known: str, rival: float, seed: int) -> float:
    formula = parse_formula(contest.formula)
    chance = np.random.default_rng([seed, number])
    inputs = Inputs(contest, [number])
    # One row for each value of the known input, one column for each draw of the others.
    drawn = {
        code: inputs.draw(code, _OUTER, chance) if code == known else inputs.draw(code, _INNER, chance).reshape(1, -1)
        for code in contest.codes
    }
    if len(drawn[known]) == 1:  # a constant is known already
        return 0.0
    with np.errstate(all="ignore"):
        scores = formula.over(ARRAY_FUNCTIONS)(complete(drawn))
    means = scores.mean(axis=1)
    gain = np.maximum(means, rival).mean() - max(float(means.mean()), rival)
    return float(gain) if np.isfinite(gain) else 0.0
