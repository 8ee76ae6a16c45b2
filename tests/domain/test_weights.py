"""Weights make a formula, and are read back from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.criterion import from_one_to_ten
from pmtui.domain.errors import Refusal
from pmtui.domain.formula import parse_formula
from pmtui.domain.weights import weighted_formula, weights_of

CRITERIA = {one.code: one for one in BUILT_IN_CRITERIA if one.highest is not None or one.direction > 0}
JOB_SIZE, EFFORT = CRITERIA["job_size"], next(one for one in BUILT_IN_CRITERIA if one.code == "effort")
VALUE, FIT = CRITERIA["value"], from_one_to_ten("fit")


def test_weights_make_a_sum_and_what_weighs_nothing_is_left_out() -> None:
    assert weighted_formula(((VALUE, 0.6), (FIT, 0.4), (JOB_SIZE, 0))) == "0.6 * value + 0.4 * fit"


def test_where_less_is_better_it_counts_from_the_other_end() -> None:
    formula = parse_formula(weighted_formula(((JOB_SIZE, 0.5),)))
    assert (formula.evaluate({"job_size": 1}), formula.evaluate({"job_size": 20})) == (10, 0.5)


@pytest.mark.parametrize(
    "weights", [(), ((VALUE, 0.0),), ((EFFORT, 1.0),), ((VALUE, float("inf")),), ((VALUE, 1e300),)]
)
def test_what_makes_no_weighted_scorecard_is_refused(weights: tuple[object, ...]) -> None:
    with pytest.raises(Refusal):
        weighted_formula(weights)  # type: ignore[arg-type]  # empty as well


@given(
    st.dictionaries(
        st.sampled_from(sorted(CRITERIA)),
        st.integers(-10_000, 10_000).filter(bool).map(lambda weight: weight / 100),
        min_size=1,
        max_size=8,
    )
)
def test_weights_are_read_back_from_their_formula(weights: dict[str, float]) -> None:
    formula = weighted_formula((CRITERIA[code], weight) for code, weight in weights.items())
    assert weights_of(formula, CRITERIA) == weights
    assert set(parse_formula(formula).names) == set(weights)


@pytest.mark.parametrize(
    "formula",
    [
        "value",
        "2 * unknown",
        "value * 2",
        "0.6 * value + 0.4 * value",
        "0.6 * value / 2",
        "2 * (20 - job_size)",
        "- * value",
    ],
)
def test_any_other_formula_holds_no_weights(formula: str) -> None:
    assert weights_of(formula, CRITERIA) is None
