"""How far a figure that is worked out from ranges may lie apart."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from pmtui.domain.contest import Contest
from pmtui.domain.simulation.ranks import run_scores

RUNS = 2_000


def spreads(contest: Contest, formula: str, seed: int) -> Mapping[int, tuple[float, float]]:
    """What 5 and 95 % of the runs do not pass, by number, for a formula over the inputs of the contest."""
    numbers = sorted(contest.items)
    found = np.concatenate(list(run_scores(replace(contest, formula=formula), numbers, RUNS, seed)))
    low, high = np.nanquantile(found, (0.05, 0.95), axis=0)
    return {number: (float(low[place]), float(high[place])) for place, number in enumerate(numbers)}
