"""Grades of key results and objectives."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.objective import KeyResult, Objective, grade_in_words, grade_of, mean_grade, read_figure, show_figure

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "grade"),
    [
        (0, 100, 65, 0.65),
        (38, 78, 66, 0.7),
        (20, 4, 12, 0.5),  # less is better
        (-10, 10, 0, 0.5),
        (0, 100, 130, 1),  # never more than there
        (0, 100, -30, 0),
        (20, 4, 30, 0),
        (5, 5, 5, None),
        (0, math.inf, 3, None),
    ],
)
def test_the_grade_is_the_part_of_the_way_that_is_done(
    baseline: float, target: float, current: float, grade: float | None
) -> None:
    assert grade_of(baseline, target, current) == (pytest.approx(grade) if grade is not None else None)


@given(FINITE, FINITE, FINITE)
def test_a_grade_lies_between_0_and_1_and_is_that_of_the_mirrored_way(
    baseline: float, target: float, current: float
) -> None:
    grade = grade_of(baseline, target, current)
    assert grade is None or 0 <= grade <= 1
    assert grade_of(-baseline, -target, -current) == grade


@given(FINITE, FINITE)
def test_baseline_is_graded_0_and_target_1(baseline: float, target: float) -> None:
    if grade_of(baseline, target, baseline) is not None:
        assert grade_of(baseline, target, baseline) == 0
        assert grade_of(baseline, target, target) == 1


def test_a_key_result_is_graded_when_all_three_values_are_known() -> None:
    assert KeyResult(1, 1, "Visits", "", "", baseline=0, target=10, current=6).grade == 0.6
    assert KeyResult(1, 1, "Visits", "", "", baseline=0, target=10).grade is None


def test_the_objective_is_the_mean_of_the_grades_that_are_known() -> None:
    assert mean_grade([0.5, None, 1.0]) == 0.75
    assert mean_grade([None]) is None
    assert mean_grade([]) is None


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (None, "not graded yet"),
        (0.0, "short of 0.6"),
        (0.594, "short of 0.6"),
        (0.6, "good"),
        (0.1 * 7, "good"),  # 0.7000000000000001
        (0.71, "not ambitious enough"),
        (1.0, "not ambitious enough"),
    ],
)
def test_what_a_grade_says_of_the_goal(grade: float | None, words: str) -> None:
    assert grade_in_words(grade) == words


@pytest.mark.parametrize(
    ("text", "value"), [("", None), (" 1,200 ", 1200), ("61%", 61), ("-4.5", -4.5), ("1e3", 1000), ("0", 0)]
)
def test_figures_are_read_as_people_type_them(text: str, value: float | None) -> None:
    assert read_figure(text, "target") == value


@pytest.mark.parametrize("text", ["many", "nan", "inf", "%", "1..2"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"Target: .* is not a number"):
        read_figure(text, "target")


@given(FINITE)
def test_a_figure_can_be_typed_again_to_the_last_digit(value: float) -> None:
    assert read_figure(show_figure(value), "target") == value


def test_titles_are_needed_and_the_way_has_a_length() -> None:
    with pytest.raises(Refusal, match="needs a title"):
        Objective(0, " ", "", "")
    with pytest.raises(Refusal, match="needs a title"):
        KeyResult(0, 1, "", "", "")
    with pytest.raises(Refusal, match="stands already"):
        KeyResult(0, 1, "Visits", "", "", baseline=3, target=3)
    with pytest.raises(Refusal, match="is not a pillar"):
        Objective(0, "Grow", "", "", pillar="sales")
