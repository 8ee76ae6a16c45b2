"""The range of a score is what nine runs in ten lie between."""

import numpy as np

from pmtui.domain.contest import Contest
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.estimate import Amount
from pmtui.domain.scorecard import RICE_FORMULA
from pmtui.domain.simulation.ranks import run_scores
from pmtui.domain.simulation.scores import RUNS, score_ranges

ONE = {code: Amount(1, 1) for code in ("reach", "impact", "rice_confidence", "effort")}
ITEMS = {number: {**ONE, "reach": Amount(100 * number, 900 * number)} for number in (4, 2)} | {5: ONE}
CONTEST = Contest(RICE_FORMULA, {criterion.code: criterion for criterion in RICE_CRITERIA}, ITEMS)


def test_one_run_in_twenty_lies_below_a_range_and_one_above() -> None:
    found = score_ranges(CONTEST, [2, 4])
    scores = np.concatenate(list(run_scores(CONTEST, [2, 4], RUNS, 1)))
    for number, column in zip([2, 4], scores.T, strict=True):
        low, high = found[number]
        assert np.mean(column < low) == 0.05
        assert np.mean(column > high) == 0.05


def test_a_score_that_is_certain_has_no_width() -> None:
    assert score_ranges(CONTEST, [5]) == {5: (1.0, 1.0)}


def test_a_score_that_is_not_defined_has_no_range() -> None:
    lost = Contest("reach / effort", CONTEST.criteria, {1: {**ONE, "effort": Amount(0, 0)}, 2: ONE})
    assert score_ranges(lost, [1, 2]).keys() == {2}
