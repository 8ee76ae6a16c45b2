"""The shares of runs in which each item takes each rank.

Rank acceptability, its indices and pairwise wins: Lahdelma and Salminen; Tervonen and Lahdelma 2007, "Implementing
stochastic multicriteria acceptability analysis", doi 10.1016/j.ejor.2005.12.037.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pmtui.domain.contest import RUNS, Contest, Standing, Uncertainty
from pmtui.domain.formula import parse_formula
from pmtui.domain.ranking import rank_scores
from pmtui.domain.simulation.draws import ARRAY_FUNCTIONS, Floats
from pmtui.domain.simulation.inputs import Inputs, complete

MOST_BUCKETS = 1_000  # ranks are counted in so many buckets at most, so that memory grows with the items alone
MOST_DRAWS = 20_000_000  # scores in all: with more than 2,000 items there are fewer runs
_AT_ONCE = 1_000_000  # scores held at a time
_UNDEFINED = "its score is not defined in some of the runs"

Progress = Callable[[float], bool]


class _Undefined(Exception):  # noqa: N818 - it is no error
    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


def simulate_ranks(
    contest: Contest, runs: int = RUNS, seed: int = 1, progress: Progress = lambda _share: True
) -> Uncertainty:
    """Rank all items in each of many runs; the same seed gives the same figures.

    progress: is told the share that is done, and answers whether to go on; when not, the runs made so far count.
    """
    numbers = sorted(contest.items)
    left_out: dict[int, str] = {}
    while numbers:
        runs_made = max(1, min(runs, MOST_DRAWS // len(numbers)))
        plain = _plain_order(contest, numbers)
        try:
            counts = _count(contest, numbers, plain, runs_made, seed, progress)
        except _Undefined as undefined:
            left_out |= dict.fromkeys(undefined.numbers, _UNDEFINED)
            numbers = [number for number in numbers if number not in left_out]
            continue
        standings = counts.standings(numbers, plain)
        return Uncertainty(standings, counts.runs, seed, contest.top, counts.width, left_out)
    return Uncertainty({}, runs, seed, contest.top, 1, left_out)


def run_scores(contest: Contest, numbers: Sequence[int], runs: int, seed: int) -> Iterator[Floats]:
    """The scores of the items, in parts: one row a run, one column an item; NaN where a score is not defined."""
    formula = parse_formula(contest.formula)
    score = formula.over(ARRAY_FUNCTIONS)
    inputs = Inputs(contest, numbers)
    chance = np.random.default_rng(seed)
    at_once = max(1, _AT_ONCE // max(1, len(numbers)))
    for begin in range(0, runs, at_once):
        rows = min(at_once, runs - begin)
        with np.errstate(all="ignore"):
            found = score(complete({code: inputs.draw(code, rows, chance) for code in contest.codes}))
        yield np.broadcast_to(found, (rows, len(numbers)))


class _Counts:
    """What is counted run by run. width: how many ranks share a bucket."""

    def __init__(self, items: int) -> None:
        self.width = math.ceil(items / MOST_BUCKETS)
        self.buckets = math.ceil(items / self.width)
        self.ranks: NDArray[np.int64] = np.zeros((items, self.buckets), dtype=np.int64)
        self.first: NDArray[np.int64] = np.zeros(items, dtype=np.int64)
        self.top: NDArray[np.int64] = np.zeros(items, dtype=np.int64)
        self.wins: Floats = np.zeros(max(0, items - 1))
        self.total: Floats = np.zeros(items)
        self.runs = 0

    def add(self, scores: Floats, plain: NDArray[np.int64], top: int) -> None:
        """Count some runs. plain: the columns in the plain order."""
        rows, items = scores.shape
        order = _order(scores)
        bucket = np.arange(items) // self.width
        seen = np.bincount((order * self.buckets + bucket).ravel(), minlength=items * self.buckets)
        self.ranks += seen.reshape(items, self.buckets)
        self.first += np.bincount(order[:, 0], minlength=items)
        self.top += np.bincount(order[:, :top].ravel(), minlength=items)
        ordered = scores[:, plain]
        ahead, behind = ordered[:, :-1], ordered[:, 1:]
        self.wins += (ahead > behind).sum(axis=0) + 0.5 * (ahead == behind).sum(axis=0)
        self.total += scores.sum(axis=0)
        self.runs += rows

    def standings(self, numbers: Sequence[int], plain: NDArray[np.int64]) -> Mapping[int, Standing]:
        """What was counted, by number, in the plain order."""
        reached = self.ranks.cumsum(axis=1)
        low = (reached >= 0.05 * self.runs).argmax(axis=1) * self.width + 1
        high = np.minimum(((reached >= 0.95 * self.runs).argmax(axis=1) + 1) * self.width, len(numbers))
        return {
            numbers[column]: Standing(
                number=numbers[column],
                first=float(self.first[column] / self.runs),
                top=float(self.top[column] / self.runs),
                low=int(low[column]),
                high=int(high[column]),
                mean=float(self.total[column] / self.runs),
                beats_next=float(self.wins[place] / self.runs) if place + 1 < len(numbers) else None,
            )
            for place, column in enumerate(plain.tolist())
        }


def _order(scores: Floats) -> NDArray[np.int64]:
    """The columns of each row from the highest score to the lowest, equal scores from left to right: by key."""
    falling = -scores
    order = np.argsort(falling, axis=1)
    ordered = np.take_along_axis(falling, order, axis=1)
    # Only a stable sort settles ties, and it takes twice the time: for the rows that have any.
    tied = (ordered[:, 1:] == ordered[:, :-1]).any(axis=1)
    if tied.any():
        order[tied] = np.argsort(falling[tied], axis=1, kind="stable")
    return order


def _count(
    contest: Contest, numbers: Sequence[int], plain: NDArray[np.int64], runs: int, seed: int, progress: Progress
) -> _Counts:
    counts = _Counts(len(numbers))
    for scores in run_scores(contest, numbers, runs, seed):
        if not (defined := np.isfinite(scores).all(axis=0)).all():
            raise _Undefined([numbers[column] for column in np.flatnonzero(~defined).tolist()])
        counts.add(scores, plain, contest.top)
        if not progress(counts.runs / runs):
            break
    return counts


def _plain_order(contest: Contest, numbers: Sequence[int]) -> NDArray[np.int64]:
    places = {number: place for place, number in enumerate(numbers)}
    scores = ((number, contest.score(number)) for number in numbers)
    ranks = rank_scores((number, -math.inf if score is None else score) for number, score in scores)
    return np.array([places[number] for number in ranks], dtype=np.int64)
