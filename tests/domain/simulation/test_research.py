"""Research is worth what a nested simulation says it is worth, and nothing where it can't change the choice."""

import math
import random
from statistics import NormalDist

import pytest

from pmtui.domain.contest import Contest
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.estimate import Z95, Amount
from pmtui.domain.scorecard import RICE_FORMULA
from pmtui.domain.simulation.ranks import simulate_ranks
from pmtui.domain.simulation.research import research_values
from tests.domain.simulation.test_ranks import item

CRITERIA = {criterion.code: criterion for criterion in RICE_CRITERIA}


def contest(items: dict[int, dict[str, Amount]], top: int) -> Contest:
    return Contest(RICE_FORMULA, CRITERIA, items, top)


def test_the_gain_of_a_known_reach_is_that_of_a_nested_simulation() -> None:
    reach = Amount(200, 800)
    found = contest({1: item(reach), 2: item(Amount(450, 450))}, top=1)
    (value,) = research_values(found, simulate_ranks(found))
    chance = random.Random(5)
    sigma = (reach.high / reach.low) ** (1 / (2 * Z95))
    draws = [400 * sigma ** chance.gauss(0, 1) for _ in range(200_000)]
    mean = sum(draws) / len(draws)
    exact = sum(max(draw, 450) for draw in draws) / len(draws) - max(mean, 450)
    assert (value.number, value.code) == (1, "reach")
    assert value.gain == pytest.approx(exact, rel=0.02)


@pytest.mark.parametrize("seed", range(1, 6))
def test_in_a_close_call_two_wide_inputs_are_worth_what_the_closed_form_says(seed: int) -> None:
    rival = 170.0
    found = contest({1: {**item(Amount(200, 800)), "effort": Amount(2, 4.5)}, 2: item(Amount(rival, rival))}, top=1)
    gains = {value.code: value.gain for value in research_values(found, simulate_ranks(found, seed=seed))}
    of_reach, of_effort = (math.log(high / low) / (2 * Z95) for low, high in ((200, 800), (2, 4.5)))
    mean = 400 * math.exp(of_reach**2 / 2) / 3 * math.exp(of_effort**2 / 2)
    assert gains == {
        "reach": pytest.approx(gain_of_log_normal(mean, of_reach, rival), rel=0.05),
        "effort": pytest.approx(gain_of_log_normal(mean, of_effort, rival), rel=0.05),
    }


def gain_of_log_normal(mean: float, sigma: float, rival: float) -> float:
    """E[max(m, rival)] - max(E[m], rival) of a log-normal m: what Black and Scholes priced an option by."""
    below = NormalDist().cdf
    far = (math.log(mean / rival) + sigma**2 / 2) / sigma
    return mean * below(far) + rival * below(sigma - far) - max(mean, rival)


def test_a_wider_range_at_the_boundary_is_worth_more() -> None:
    items = {1: item(Amount(9000, 9000)), 2: item(Amount(100, 1600)), 3: item(Amount(350, 450)), 4: item(Amount(1, 2))}
    found = contest(items, top=2)
    values = research_values(found, simulate_ranks(found))
    assert values[0].number == 2
    assert {value.number for value in values} <= {2, 3}


def test_nothing_is_worth_finding_out_where_all_are_chosen() -> None:
    found = contest({1: item(Amount(100, 200)), 2: item(Amount(100, 200))}, top=2)
    assert research_values(found, simulate_ranks(found)) == ()


def test_what_is_certain_is_not_worth_finding_out() -> None:
    found = contest({1: item(Amount(100, 100)), 2: item(Amount(90, 90)), 3: item(Amount(80, 80))}, top=1)
    assert research_values(found, simulate_ranks(found)) == ()
