"""The chance that efforts fit into a capacity."""

from statistics import NormalDist

import numpy as np
import pytest

from pmtui.domain.estimate import Z95, Amount
from pmtui.domain.simulation import fitting
from pmtui.domain.simulation.fitting import chance_of_fitting
from pmtui.domain.solution import EFFORT


def test_one_log_normal_fits_as_often_as_its_formula_says() -> None:
    expected = NormalDist().cdf(np.log(2.5 / 2) / (np.log(4) / (2 * Z95)))  # middle 2, from 1 to 4
    found = chance_of_fitting(EFFORT, [Amount(1, 4)], 2.5, seed=3)
    assert abs(found - expected) < 3 * (expected * (1 - expected) / 10_000) ** 0.5


def test_constants_fit_or_do_not() -> None:
    assert chance_of_fitting(EFFORT, [Amount(0.1, 0.1), Amount(0.2, 0.2)], 0.3, seed=1) == 1
    assert chance_of_fitting(EFFORT, [Amount(2, 2)], 1.9, seed=1) == 0
    assert chance_of_fitting(EFFORT, [], 0, seed=1) == 1


def test_the_same_seed_gives_the_same_chance_and_parts_change_no_certain_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    efforts = [Amount(1, 3), Amount(2, 2)] * 3
    assert chance_of_fitting(EFFORT, efforts, 13, seed=5) == chance_of_fitting(EFFORT, efforts, 13, seed=5)
    monkeypatch.setattr(fitting, "AT_ONCE", 20_000)
    assert chance_of_fitting(EFFORT, [Amount(2, 2)] * 5, 10, seed=5) == 1


def test_more_room_is_never_less_likely_enough() -> None:
    chances = [chance_of_fitting(EFFORT, [Amount(1, 3), Amount(1, 2)], room, seed=2) for room in (2, 3, 4, 6)]
    assert chances == sorted(chances)
    assert 0 < chances[1] < 1
