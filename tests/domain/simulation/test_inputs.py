"""Inputs that are worked out are drawn from what they are made of."""

import numpy as np
import pytest

from pmtui.domain.contest import Contest
from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.estimate import Amount
from pmtui.domain.lens import BUSINESS, CUSTOMER
from pmtui.domain.scale import Share, read_share
from pmtui.domain.simulation.inputs import Inputs
from pmtui.domain.simulation.ranks import simulate_ranks
from pmtui.domain.simulation.research import research_values

CRITERIA = {criterion.code: criterion for criterion in BUILT_IN_CRITERIA}
TYPED = {"relief": Amount(0.5, 0.5), "effort": Amount(1, 1)}


def customer(*shares: dict[int, Share], top: int = 1) -> Contest:
    items = dict.fromkeys(range(1, len(shares) + 1), TYPED)
    return Contest(CUSTOMER.formula, CRITERIA, items, top, dict(enumerate(shares, start=1)))


def test_the_scale_adds_up_over_the_personas() -> None:
    contest = customer({1: read_share("1000", "10%", "4", "3"), 2: read_share("500", "20%", "1", "2")})
    drawn = Inputs(contest, [1]).draw("scale", 3, np.random.default_rng(1))
    assert drawn.tolist() == [[1000 * 0.1 * 4 * 3 + 500 * 0.2 * 1 * 2]]
    assert contest.central_values(1)["scale"] == drawn[0, 0]


def test_a_share_that_is_not_wholly_known_adds_nothing() -> None:
    contest = customer({1: read_share("1000", "10%", "4", "3"), 2: read_share("500", "20%", "", "2")})
    assert Inputs(contest, [1]).draw("scale", 1, np.random.default_rng(1)).tolist() == [[1200]]


def test_an_item_without_personas_leaves_the_simulation() -> None:
    found = simulate_ranks(customer({1: read_share("1000", "10%", "4", "3")}, {}))
    assert list(found.standings) == [1]
    assert list(found.left_out) == [2]


def test_problems_of_one_persona_share_its_population_in_every_run() -> None:
    half, whole = read_share("10..100000", "50%", "1", "1"), read_share("10..100000", "100%", "1", "1")
    found = simulate_ranks(customer({1: half}, {1: whole}), runs=500)
    assert found.standings[2].first == 1  # twice as many of the same people, however many they are
    apart = simulate_ranks(customer({1: half}, {2: whole}), runs=500)
    assert 0.4 < apart.standings[2].first < 0.9


def test_the_value_a_month_is_drawn_part_by_part() -> None:
    items = {
        1: {"value_gained": Amount(100, 100), "value_saved": Amount(20, 20), "effort": Amount(1, 1)},
        2: {"value_avoided": Amount(50, 50), "effort": Amount(1, 1), "strategic_fit": Amount(2, 2)},
    }
    found = simulate_ranks(Contest(BUSINESS.formula, CRITERIA, items), runs=10)
    assert found.standings[1].mean == pytest.approx(60)
    assert found.standings[2].mean == pytest.approx(100)


def test_knowing_the_scale_exactly_can_be_what_is_worth_most() -> None:
    unsure, sure = read_share("10..10000", "50%", "1", "1"), read_share("400", "50%", "1", "1")
    contest = customer({1: unsure}, {2: sure})
    assert research_values(contest, simulate_ranks(contest))[0].code == "scale"


def test_a_contest_with_an_uncertain_population_is_not_certain() -> None:
    assert not customer({1: read_share("10..20", "50%", "1", "1")}).is_certain
    assert customer({1: read_share("10", "50%", "1", "1")}).is_certain
