import math

from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criterion import RICE_CRITERIA, Criterion
from pmtui.domain.formula import parse_formula
from pmtui.domain.rank_reasons import log_shares, swap_value
from pmtui.domain.scorecard import RICE

FORMULA = RICE.compiled
INPUTS = st.fixed_dictionaries(
    {
        "reach": st.floats(1e-3, 1e9),
        "impact": st.floats(0.25, 3),
        "rice_confidence": st.floats(0.01, 1),
        "effort": st.floats(0, 1e3),
    }
)


@given(INPUTS, INPUTS)
def test_the_shares_of_all_factors_add_up_to_the_distance(mine: dict[str, float], theirs: dict[str, float]) -> None:
    shares = log_shares(FORMULA, mine, theirs)
    score, other = FORMULA.evaluate(mine), FORMULA.evaluate(theirs)
    assert shares is not None
    assert score is not None
    assert other is not None
    assert set(shares) == set(FORMULA.names)
    assert math.isclose(sum(shares.values()), math.log(score / other), rel_tol=1e-9, abs_tol=1e-9)


def test_a_sum_and_a_factor_of_zero_have_no_shares() -> None:
    assert log_shares(parse_formula("(a + b) * c"), {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 1}) is None
    assert log_shares(parse_formula("a * b"), {"a": 0, "b": 1}, {"a": 2, "b": 1}) is None


@given(INPUTS, INPUTS, st.sampled_from(RICE_CRITERIA))
def test_a_swap_value_put_back_gives_the_score_of_the_neighbour(
    mine: dict[str, float], theirs: dict[str, float], criterion: Criterion
) -> None:
    target = FORMULA.evaluate(theirs)
    assert target is not None
    value = swap_value(FORMULA, mine, criterion, target)
    if value is None:
        return
    assert criterion.lowest <= value
    assert criterion.highest is None or value <= criterion.highest
    reached = FORMULA.evaluate({**mine, criterion.code: value})
    assert reached is not None
    assert math.isclose(reached, target, rel_tol=1e-9)


@given(INPUTS, st.floats(0.1, 10))
def test_reach_has_no_upper_end_so_it_can_always_swap(mine: dict[str, float], ratio: float) -> None:
    score = FORMULA.evaluate(mine)
    assert score is not None
    value = swap_value(FORMULA, mine, RICE_CRITERIA[0], score * ratio)
    assert value is not None
    assert math.isclose(value, mine["reach"] * ratio, rel_tol=1e-9)


def test_no_value_within_the_scale_is_no_swap_value() -> None:
    values = {"reach": 100.0, "impact": 2.0, "rice_confidence": 1.0, "effort": 1.0}
    _, impact, confidence, effort = RICE_CRITERIA
    assert swap_value(FORMULA, values, impact, 400) is None  # the scale ends at 3
    assert swap_value(FORMULA, values, confidence, 201) is None
    unsure = {**values, "rice_confidence": 0.8}
    assert swap_value(FORMULA, unsure, confidence, 199) is not None
    assert swap_value(FORMULA, unsure, confidence, 200) is None  # nobody can be surer than 100 %
    assert swap_value(FORMULA, values, effort, 500) is None  # the floor holds it
    assert swap_value(FORMULA, values, effort, 100) == 2


def test_effort_of_zero_can_rise_to_swap() -> None:
    values = {"reach": 100.0, "impact": 1.0, "rice_confidence": 1.0, "effort": 0.0}
    assert swap_value(FORMULA, values, RICE_CRITERIA[3], 100) == 1
