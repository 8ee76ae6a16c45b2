"""How likely work fits into a capacity when its efforts are ranges."""

from collections.abc import Sequence

import numpy as np

from pmtui.domain.contest import RUNS
from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount
from pmtui.domain.simulation.draws import Draws

AT_ONCE = 1_000_000  # amounts drawn at once, to bound the memory


def chance_of_fitting(
    effort: Criterion, amounts: Sequence[Amount], capacity: float, seed: int, runs: int = RUNS
) -> float:
    """The share of runs in which the amounts, drawn apart from each other, add up to the capacity or less."""
    chance = np.random.default_rng(seed)
    totals = np.zeros(runs)
    step = max(1, AT_ONCE // runs)
    for start in range(0, len(amounts), step):
        totals += Draws(effort, amounts[start : start + step]).draw(runs, chance).sum(axis=1)
    return float(np.mean(totals <= capacity * (1 + 1e-9)))
