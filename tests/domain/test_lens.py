"""The two lenses, their blend, and how far they agree."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.lens import BUSINESS, CUSTOMER, lens_scorecard, rank_gaps, tau_b, tau_in_words
from pmtui.domain.rank_reasons import log_shares
from pmtui.domain.ranking import rank_scores
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS, Scorecard, score_problem

INPUTS = st.fixed_dictionaries(
    {
        name: st.floats(lowest, highest)
        for name, lowest, highest in (
            ("scale", 1, 1e6),
            ("relief", 0.01, 1),
            ("effort", 0.1, 24),
            ("value_per_month", 1, 1e6),
            ("strategic_fit", 0.5, 2),
        )
    }
)
WEIGHTS = st.integers(0, 20).map(lambda twentieths: twentieths / 20)


def value(scorecard: Scorecard, inputs: dict[str, float]) -> float:
    score = score_problem(scorecard, inputs).value
    assert score is not None
    return score


@given(INPUTS, WEIGHTS)
def test_the_blend_is_the_geometric_mean_of_both_sides(inputs: dict[str, float], weight: float) -> None:
    blend = value(lens_scorecard("blend", weight), inputs)
    expected = value(CUSTOMER, inputs) ** weight * value(BUSINESS, inputs) ** (1 - weight)
    assert math.isclose(blend, expected, rel_tol=1e-9)


@given(INPUTS, INPUTS, WEIGHTS)
def test_the_shares_of_a_blend_add_up_to_the_distance(
    mine: dict[str, float], theirs: dict[str, float], weight: float
) -> None:
    blend = lens_scorecard("blend", weight)
    shares = log_shares(blend.compiled, mine, theirs)
    assert shares is not None
    distance = math.log(value(blend, mine) / value(blend, theirs))
    assert math.isclose(sum(shares.values()), distance, rel_tol=1e-9, abs_tol=1e-9)


def test_at_its_ends_the_blend_is_the_pure_lens_and_asks_for_no_more() -> None:
    assert lens_scorecard("blend", 1) == CUSTOMER
    assert lens_scorecard("blend", 0) == BUSINESS
    assert score_problem(lens_scorecard("blend", 1), {"scale": 10, "relief": 1, "effort": 1}).value == 10


def test_a_blend_needs_both_sides() -> None:
    assert score_problem(lens_scorecard("blend", 0.5), {"scale": 1, "relief": 1, "effort": 1}).missing == (
        "value_per_month",
        "strategic_fit",
    )


def test_a_side_of_zero_makes_the_blend_zero_and_a_negative_one_can_not_be_scored() -> None:
    inputs = {"scale": 0.0, "relief": 1.0, "effort": 1.0, "value_per_month": 5.0, "strategic_fit": 1.0}
    assert score_problem(lens_scorecard("blend", 0.5), inputs).value == 0
    assert score_problem(lens_scorecard("blend", 0.5), inputs | {"value_per_month": -5.0}).value is None


@pytest.mark.parametrize(("lens", "weight"), [("moral", 0.5), ("blend", 1.5), ("blend", -0.1)])
def test_other_lenses_and_weights_are_refused(lens: str, weight: float) -> None:
    with pytest.raises(Refusal):
        lens_scorecard(lens, weight)


@given(st.data(), st.sampled_from([*BUILT_IN_SCORECARDS, CUSTOMER, BUSINESS, lens_scorecard("blend", 0.3)]))
def test_a_third_problem_never_swaps_two_others_under_any_scorecard_or_lens(
    data: st.DataObject, scorecard: Scorecard
) -> None:
    inputs = st.fixed_dictionaries({name: st.floats(0.5, 20) for name in scorecard.compiled.names})
    problems = data.draw(st.lists(inputs, min_size=2, max_size=5))
    scores = [(number, value(scorecard, found)) for number, found in enumerate(problems)]
    before = list(rank_scores(scores))
    added = [*scores, (99, value(scorecard, data.draw(inputs)))]
    assert [number for number in rank_scores(added) if number != 99] == before


FIGURES = st.lists(st.tuples(st.integers(0, 6).map(float), st.integers(0, 6).map(float)), max_size=14)


@given(FIGURES)
def test_tau_b_is_that_of_a_naive_count(pairs: list[tuple[float, float]]) -> None:
    def sign(difference: float) -> int:
        return (difference > 0) - (difference < 0)

    both = [(one, other) for at, one in enumerate(pairs) for other in pairs[at + 1 :]]
    balance = sum(sign(one[0] - other[0]) * sign(one[1] - other[1]) for one, other in both)
    untied = [sum(1 for one, other in both if one[side] != other[side]) for side in (0, 1)]
    if 0 in untied:
        assert tau_b(pairs) is None
    else:
        found = tau_b(pairs)
        assert found is not None
        assert math.isclose(found, balance / math.sqrt(untied[0] * untied[1]), abs_tol=1e-12)


def test_the_disagreement_list_begins_with_the_largest_gap() -> None:
    customer = rank_scores([(1, 9), (2, 8), (3, 7)])
    business = rank_scores([(1, 7), (2, 8), (3, 9)])
    assert rank_gaps(customer, business) == [(1, -2), (3, 2), (2, 0)]


def test_how_far_the_lenses_agree_is_said_in_words() -> None:
    assert tau_in_words(1) == "the lenses agree"
    assert tau_in_words(0.3) == "the lenses agree in part"
    assert tau_in_words(0) == "the lenses hardly agree"
    assert tau_in_words(-1) == "the lenses contradict each other"
