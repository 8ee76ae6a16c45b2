"""Between what the scores of problems lie."""

from collections.abc import Sequence

import numpy as np

from pmtui.domain.contest import Contest
from pmtui.domain.simulation.ranks import run_scores

RUNS = 4_000  # an end of a range is then known to some 2 % of its width
_AT_ONCE = 500


def score_ranges(contest: Contest, numbers: Sequence[int], seed: int = 1) -> dict[int, tuple[float, float]]:
    """The 5th and 95th percentile of the score of each item whose score is defined in every run."""
    ranges: dict[int, tuple[float, float]] = {}
    for begin in range(0, len(numbers), _AT_ONCE):
        some = numbers[begin : begin + _AT_ONCE]
        scores = np.concatenate(list(run_scores(contest, some, RUNS, seed)))
        for number, column in zip(some, scores.T, strict=True):
            if np.isfinite(column).all():
                low, high = np.percentile(column, (5, 95))
                ranges[number] = (float(low), float(high))
    return ranges
