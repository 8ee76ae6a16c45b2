import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.scorecard import RICE, Score, Scorecard, score_problem

REACH = st.floats(0, 1e9)
IMPACT = st.floats(0.25, 3)
SHARE = st.floats(0, 1)
EFFORT = st.floats(0, 1e3)
INPUTS = st.fixed_dictionaries({"reach": REACH, "impact": IMPACT, "rice_confidence": SHARE, "effort": EFFORT})


def rice(reach: float, impact: float, confidence: float, effort: float) -> float | None:
    return score_problem(
        RICE, {"reach": reach, "impact": impact, "rice_confidence": confidence, "effort": effort}
    ).value


@pytest.mark.parametrize(
    ("reach", "impact", "confidence", "effort", "score"),
    [(450, 3, 1.0, 2, 675), (2000, 1, 0.8, 4, 400), (800, 2, 0.5, 1, 800)],
)
def test_rice_gives_the_scores_of_its_published_example(
    reach: float, impact: float, confidence: float, effort: float, score: float
) -> None:
    # Sean McBride, "RICE: simple prioritization for product managers", Intercom: three projects score 675, 400 and
    # 800. The scores are the published ones, the inputs ours.
    assert rice(reach, impact, confidence, effort) == score


@pytest.mark.parametrize("effort", [0, 0.1, 0.49, 0.5])
def test_effort_below_half_a_person_month_counts_as_half(effort: float) -> None:
    assert rice(100, 1, 1, effort) == 200


def test_above_the_floor_effort_divides() -> None:
    assert rice(100, 1, 1, 0.51) == 100 / 0.51


@pytest.mark.parametrize("missing", ["reach", "impact", "rice_confidence", "effort"])
def test_an_empty_input_is_not_scorable_and_named(missing: str) -> None:
    values = {"reach": 1.0, "impact": 1.0, "rice_confidence": 1.0, "effort": 1.0}
    del values[missing]
    assert score_problem(RICE, values) == Score(None, (missing,))


def test_zero_is_a_value_and_not_an_empty_input() -> None:
    assert score_problem(RICE, {"reach": 0, "impact": 1, "rice_confidence": 1, "effort": 1}) == Score(0.0)


def test_a_score_that_is_not_defined_says_so() -> None:
    assert score_problem(Scorecard(2, "Ours", 1, "a / b", "a"), {"a": 1, "b": 0}) == Score(None, ("undefined",))


@given(INPUTS, st.floats(1.001, 100))
def test_more_reach_never_lowers_and_more_effort_never_raises_a_score(values: dict[str, float], times: float) -> None:
    score = score_problem(RICE, values).value
    more_reach = score_problem(RICE, {**values, "reach": values["reach"] * times}).value
    more_effort = score_problem(RICE, {**values, "effort": values["effort"] * times}).value
    assert score is not None
    assert more_reach is not None
    assert more_effort is not None
    assert more_effort <= score <= more_reach


@given(INPUTS)
def test_a_score_is_the_product_of_its_inputs_over_the_effort(values: dict[str, float]) -> None:
    expected = values["reach"] * values["impact"] * values["rice_confidence"] / max(values["effort"], 0.5)
    score = score_problem(RICE, values).value
    assert score is not None
    assert math.isclose(score, expected, rel_tol=1e-12)


def test_the_title_names_the_version() -> None:
    assert RICE.title == "RICE v1"
