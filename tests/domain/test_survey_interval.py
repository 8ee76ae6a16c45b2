"""The intervals of shares of answers, and what they do to a score."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.estimate import Amount
from pmtui.domain.formula import parse_formula
from pmtui.domain.survey_interval import range_from_answers, survey_interval, wilson_interval

ODI = parse_formula("importance + max(importance - satisfaction, 0)")
Z975 = 1.959963984540054


@pytest.mark.parametrize(
    ("agreeing", "answers", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_intervals_of_its_published_examples(
    agreeing: int, answers: int, low: float, high: float
) -> None:
    # Robert G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
    found = wilson_interval(agreeing / answers, answers, Z975)
    assert found[0] == pytest.approx(low, abs=5e-5)
    assert found[1] == pytest.approx(high, abs=5e-5)


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_an_interval_holds_its_share_and_stays_a_share(share: float, answers: int) -> None:
    low, high = wilson_interval(share, answers)
    assert 0 <= low <= share <= high <= 1


@given(st.floats(0, 1), st.integers(1, 10**5))
def test_more_answers_never_widen_it(share: float, answers: int) -> None:
    (low, high), (lower, higher) = wilson_interval(share, 4 * answers), wilson_interval(share, answers)
    assert high - low <= higher - lower + 1e-12


def test_a_single_value_becomes_a_range_around_it_and_a_typed_range_stays() -> None:
    found = range_from_answers(Amount(8, 8), 100)
    assert 0 < found.low < 8 < found.high <= 10
    assert found.middle == 8
    assert range_from_answers(Amount(7, 9), 100) == Amount(7, 9)
    assert range_from_answers(Amount(8, 8), 0) == Amount(8, 8)


@given(st.floats(0, 10), st.floats(0, 10), st.integers(1, 1000))
def test_a_score_lies_between_the_scores_of_the_ends(importance: float, satisfaction: float, answers: int) -> None:
    values = {"importance": importance, "satisfaction": satisfaction, "answers": float(answers)}
    found = survey_interval(ODI, values)
    score = ODI.evaluate(values)
    assert found is not None
    assert score is not None
    assert found[0] <= score + 1e-9
    assert score <= found[1] + 1e-9
    assert all(map(math.isfinite, found))


@pytest.mark.parametrize("values", [{"importance": 8.0}, {"importance": 8.0, "answers": 0.0}, {"answers": 90.0}])
def test_without_answers_or_shares_there_is_no_interval(values: dict[str, float]) -> None:
    assert survey_interval(ODI, values) is None
