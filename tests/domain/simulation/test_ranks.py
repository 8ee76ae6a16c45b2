"""What a simulation of ranks says is what a slow and plain one says, and what probability theory says."""

import math
import random
import statistics
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmtui.domain.contest import Contest
from pmtui.domain.criterion import RICE_CRITERIA, Criterion
from pmtui.domain.estimate import Z95, Amount
from pmtui.domain.formula import parse_formula
from pmtui.domain.scorecard import RICE_FORMULA
from pmtui.domain.simulation.ranks import run_scores, simulate_ranks

CRITERIA = {criterion.code: criterion for criterion in RICE_CRITERIA}
POSITIVE = st.floats(1, 1e6, allow_nan=False)


def amounts(lowest: float, highest: float) -> st.SearchStrategy[Amount]:
    ends = st.lists(st.floats(lowest, highest, allow_nan=False), min_size=2, max_size=2).map(sorted)
    return ends.flatmap(lambda two: st.just(Amount(two[0], two[1])) | st.just(Amount(two[0], two[0])))


ITEM = st.fixed_dictionaries(
    {
        "reach": amounts(1, 1e6),
        "impact": amounts(0.25, 3),
        "rice_confidence": amounts(0.1, 1),
        "effort": amounts(0.1, 24),
    }
)
ITEMS = st.lists(ITEM, min_size=1, max_size=6).map(lambda items: dict(enumerate(items, start=1)))


def rice(items: Mapping[int, Mapping[str, Amount]], top: int = 5) -> Contest:
    return Contest(RICE_FORMULA, CRITERIA, items, top)


def item(reach: Amount, effort: float = 1) -> dict[str, Amount]:
    constant = {"impact": 1.0, "rice_confidence": 1.0, "effort": effort}
    return {"reach": reach, **{code: Amount(value, value) for code, value in constant.items()}}


@pytest.mark.parametrize(
    ("first", "second"),
    [(Amount(200, 800), Amount(300, 600)), (Amount(10, 1000), Amount(50, 90)), (Amount(5, 9), Amount(6, 8, 7.5))],
)
def test_the_win_of_one_log_normal_over_another_is_the_closed_form(first: Amount, second: Amount) -> None:
    def parameters(amount: Amount) -> tuple[float, float]:
        middle = amount.middle or math.sqrt(amount.low * amount.high)
        return math.log(middle), math.log(amount.high / amount.low) / (2 * Z95)

    (mean, sigma), (other_mean, other_sigma) = parameters(first), parameters(second)
    exact = statistics.NormalDist().cdf((mean - other_mean) / math.hypot(sigma, other_sigma))
    found = simulate_ranks(rice({1: item(first), 2: item(second)}, top=1), seed=7)
    error = math.sqrt(exact * (1 - exact) / found.runs)
    assert abs(found.standings[1].first - exact) < 3 * error


@given(ITEMS, st.integers(1, 3))
@settings(max_examples=25)
def test_shares_of_all_items_add_up(items: dict[int, dict[str, Amount]], top: int) -> None:
    found = simulate_ranks(rice(items, top), runs=200)
    standings = found.standings.values()
    assert sum(one.first for one in standings) == pytest.approx(1)
    assert sum(one.top for one in standings) == pytest.approx(min(top, len(items)))
    assert all(1 <= one.low <= one.high <= len(items) for one in standings)


@given(ITEMS)
@settings(max_examples=25)
def test_without_ranges_the_plain_order_is_certain(items: dict[int, dict[str, Amount]]) -> None:
    constant = {
        number: {code: Amount(one.low, one.low) for code, one in inputs.items()} for number, inputs in items.items()
    }
    found = simulate_ranks(rice(constant), runs=50)
    scores = {number: parse_formula(RICE_FORMULA).evaluate(rice(constant).central_values(number)) for number in items}
    order = sorted(items, key=lambda number: (-(scores[number] or 0), number))
    assert list(found.standings) == order
    assert [(one.low, one.high) for one in found.standings.values()] == [(at, at) for at in range(1, len(order) + 1)]
    assert [one.first for one in found.standings.values()] == [1.0] + [0.0] * (len(order) - 1)


@given(ITEMS, st.integers(0, 5))
@settings(max_examples=20)
def test_the_same_seed_gives_the_same_figures(items: dict[int, dict[str, Amount]], seed: int) -> None:
    assert simulate_ranks(rice(items), runs=100, seed=seed) == simulate_ranks(rice(items), runs=100, seed=seed)


@given(ITEMS, st.integers(1, 3))
@settings(max_examples=20)
def test_a_slow_and_plain_count_over_the_same_draws_agrees(items: dict[int, dict[str, Amount]], top: int) -> None:
    runs, contest = 60, rice(items, top)
    found = simulate_ranks(contest, runs=runs, seed=3)
    numbers = sorted(items)
    first, in_top = dict.fromkeys(numbers, 0), dict.fromkeys(numbers, 0)
    places: dict[int, list[int]] = {number: [] for number in numbers}
    wins = dict.fromkeys(numbers, 0.0)
    plain = list(found.standings)
    for part in run_scores(contest, numbers, runs, 3):
        for row in part.tolist():
            scores = dict(zip(numbers, row, strict=True))
            order = sorted(numbers, key=lambda number: (-scores[number], number))
            first[order[0]] += 1
            for place, number in enumerate(order, start=1):
                in_top[number] += place <= top
                places[number].append(place)
            for ahead, behind in pairwise(plain):
                wins[ahead] += 1 if scores[ahead] > scores[behind] else 0.5 if scores[ahead] == scores[behind] else 0
    for number in numbers:
        standing = found.standings[number]
        assert standing.first == pytest.approx(first[number] / runs)
        assert standing.top == pytest.approx(in_top[number] / runs)
        ordered = sorted(places[number])
        assert (standing.low, standing.high) == (
            ordered[math.ceil(0.05 * runs) - 1],
            ordered[math.ceil(0.95 * runs) - 1],
        )
        if standing.beats_next is not None:
            assert standing.beats_next == pytest.approx(wins[number] / runs)


def test_the_draws_of_a_pert_have_its_mean() -> None:
    impact = Amount(0.25, 3, 1)
    inputs = item(Amount(100, 100)) | {"impact": impact}
    found = simulate_ranks(rice({1: inputs}))
    assert found.standings[1].mean == pytest.approx(100 * (0.25 + 4 * 1 + 3) / 6, rel=0.01)


def test_the_middle_of_a_log_normal_is_its_median() -> None:
    (scores,) = run_scores(rice({1: item(Amount(200, 800, 300))}), [1], 9_999, 1)
    assert statistics.median(scores[:, 0].tolist()) == pytest.approx(300, rel=0.02)


def test_an_item_without_a_score_in_some_run_leaves_the_simulation_with_the_reason() -> None:
    criterion = Criterion(9, "x", "X", "", "limited", -1, 1, 1, "", "")
    items = {1: {"x": Amount(-1, 1)}, 2: {"x": Amount(1, 1)}}
    found = simulate_ranks(Contest("sqrt(x)", {"x": criterion}, items))
    assert list(found.standings) == [2]
    assert found.left_out == {1: "its score is not defined in some of the runs"}


def test_neighbours_that_win_in_about_half_the_runs_are_too_close_to_call() -> None:
    found = simulate_ranks(rice({1: item(Amount(200, 800)), 2: item(Amount(190, 800)), 3: item(Amount(1, 2))}))
    assert [one.too_close for one in found.standings.values()] == [True, False, False]


def test_a_simulation_stops_when_it_is_told_to() -> None:
    items = {number: item(Amount(1, 2)) for number in range(1, 1001)}
    assert simulate_ranks(rice(items), progress=lambda _share: False).runs == 1_000


def test_many_items_are_counted_in_buckets_of_ranks() -> None:
    chance = random.Random(1)
    items = {number: item(Amount(low := chance.uniform(1, 1000), low * 2)) for number in range(1, 1502)}
    found = simulate_ranks(rice(items), runs=20)
    assert found.resolution == 2
    assert all(1 <= one.low <= one.high <= 1501 for one in found.standings.values())
    assert sum(one.first for one in found.standings.values()) == pytest.approx(1)
