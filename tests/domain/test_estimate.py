import math
from datetime import date
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criterion import RICE_CRITERIA, Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import (
    Amount,
    Estimate,
    central_value,
    check_amount,
    explain_amount,
    interval_90,
    is_stale,
    parse_amount,
    show_amount,
    show_number,
    show_rounded,
)

REACH, IMPACT, CONFIDENCE, EFFORT = RICE_CRITERIA
POSITIVE = st.floats(1e-9, 1e15)
CRITERION = {criterion.code: criterion for criterion in RICE_CRITERIA}


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("reach", "400", Amount(400, 400)),
        ("reach", " 400 ", Amount(400, 400)),
        ("reach", "0", Amount(0, 0)),
        ("reach", "1,200", Amount(1200, 1200)),
        ("reach", "1,234,567.5", Amount(1234567.5, 1234567.5)),
        ("reach", "1e3", Amount(1000, 1000)),
        ("reach", "200..800", Amount(200, 800)),
        ("reach", "200...800", Amount(200, 800)),
        ("reach", "200 … 800", Amount(200, 800)),
        ("reach", "200 to 800", Amount(200, 800)),
        ("reach", "200-800", Amount(200, 800)),
        ("reach", "200–800", Amount(200, 800)),
        ("reach", "200..800 ~350", Amount(200, 800, 350)),
        ("reach", "200..800~350", Amount(200, 800, 350)),
        ("reach", "1,000..2,000", Amount(1000, 2000)),
        ("reach", "800..800", Amount(800, 800)),
        ("impact", "0.25..3 ~1", Amount(0.25, 3, 1)),
        ("impact", ".5", Amount(0.5, 0.5)),
        ("effort", "0", Amount(0, 0)),
        ("rice_confidence", "80%", Amount(0.8, 0.8)),
        ("rice_confidence", "80 %", Amount(0.8, 0.8)),
        ("rice_confidence", "0.8", Amount(0.8, 0.8)),
        ("rice_confidence", "80", Amount(0.8, 0.8)),
        ("rice_confidence", "1", Amount(1, 1)),
        ("rice_confidence", "0.5%", Amount(0.005, 0.005)),
        ("rice_confidence", "50%..80% ~60%", Amount(0.5, 0.8, 0.6)),
        ("rice_confidence", "50..80", Amount(0.5, 0.8)),
    ],
)
def test_values_ranges_middles_thousands_and_percent_are_read(code: str, text: str, amount: Amount) -> None:
    assert parse_amount(text, CRITERION[code]) == amount


@pytest.mark.parametrize(
    ("code", "text", "says"),
    [
        ("reach", "", "not a number"),
        ("reach", "many", "not a number"),
        ("reach", "%", "not a number"),
        ("reach", "1,5", "not a number"),
        ("reach", "1.2.3", "not a number"),
        ("reach", "4 00", "not a number"),
        ("reach", "~5", "not a number"),
        ("reach", "200..", "not a number"),
        ("reach", "..800", "not a number"),
        ("reach", "200 to", "not a number"),
        ("reach", "200 ~", "not a number"),
        ("reach", "nan", "not a number"),
        ("reach", "inf", "not a number"),
        ("reach", "1e999", "count with"),
        ("reach", "1e9999999", "count with"),
        ("reach", "9" * 5000, "count with"),
        ("reach", "-5", "negative"),
        ("reach", "80%", "not a share"),
        ("reach", "800..200", "low end is above"),
        ("reach", "0..800", "start above 0"),
        ("reach", "200..800 ~100", "middle"),
        ("reach", "400 ~500", "middle"),
        ("impact", "4", "outside its scale"),
        ("impact", "0", "outside its scale"),
        ("impact", "0.2..1", "outside its scale"),
        ("rice_confidence", "101%", "outside its scale"),
        ("rice_confidence", "-1%", "negative"),
        ("effort", "-0.5", "negative"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(code: str, text: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        parse_amount(text, CRITERION[code])


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for criterion in RICE_CRITERIA:
        try:
            amount = parse_amount(text, criterion)
        except Refusal:
            continue
        assert check_amount(amount, criterion) == amount
        assert amount.low <= central_value(amount, criterion) <= amount.high


@given(st.text("0123456789.,-~%e+ to", max_size=12))
def test_whatever_looks_like_a_number_is_read_or_refused(text: str) -> None:
    for criterion in RICE_CRITERIA:
        try:
            amount = parse_amount(text, criterion)
        except Refusal:
            continue
        assert check_amount(amount, criterion) == amount


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1.1e15])
def test_numbers_that_can_not_be_counted_with_are_refused(value: float) -> None:
    with pytest.raises(Refusal, match="count with"):
        check_amount(Amount(value, value), REACH)


@given(st.lists(POSITIVE, min_size=3, max_size=3).map(sorted), st.booleans())
def test_a_shown_amount_typed_again_is_the_same_amount(ends: list[float], with_middle: bool) -> None:
    amount = Amount(ends[0], ends[2], ends[1] if with_middle else None)
    assert parse_amount(show_amount(amount, EFFORT), EFFORT) == amount


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted), st.booleans())
def test_a_shown_share_typed_again_is_the_same_share(ends: list[float], with_middle: bool) -> None:
    amount = Amount(ends[0], ends[2], ends[1] if with_middle else None)
    assert parse_amount(show_amount(amount, CONFIDENCE), CONFIDENCE) == amount


@pytest.mark.parametrize(
    ("code", "amount", "text"),
    [
        ("reach", Amount(400, 400), "400"),
        ("reach", Amount(1200, 1200), "1,200"),
        ("reach", Amount(200, 800, 350), "200..800 ~350"),
        ("reach", Amount(1234567.5, 1234567.5), "1,234,567.5"),
        ("effort", Amount(1e-7, 0.5), "0.0000001..0.5"),
        ("rice_confidence", Amount(0.07, 0.07), "7%"),
        ("rice_confidence", Amount(0.5, 0.8), "50%..80%"),
    ],
)
def test_an_amount_is_shown_as_it_is_typed(code: str, amount: Amount, text: str) -> None:
    assert show_amount(amount, CRITERION[code]) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0, "0"), (0.1 + 0.2, "0.3"), (675, "675"), (1234.5, "1,234.5"), (12345678.9, "12,345,679")],
)
def test_a_number_is_shown_without_needless_digits(value: float, text: str) -> None:
    assert show_number(value) == text


def test_the_middle_of_a_positive_range_is_its_geometric_mean() -> None:
    assert central_value(Amount(200, 800), REACH) == 400


def test_the_middle_of_a_limited_range_is_its_midpoint() -> None:
    assert central_value(Amount(1, 3), IMPACT) == 2


def test_a_typed_middle_is_the_central_value_of_either_shape() -> None:
    assert central_value(Amount(200, 800, 350), REACH) == 350
    assert central_value(Amount(0.25, 3, 1), IMPACT) == 1


@given(st.lists(POSITIVE, min_size=3, max_size=3, unique=True).map(sorted))
def test_a_middle_moves_the_interval_of_a_log_normal_and_keeps_its_sigma(ends: list[float]) -> None:
    low, middle, high = ends
    start, end = interval_90(Amount(low, high, middle), REACH)
    z = NormalDist().inv_cdf(0.95)
    sigma = math.log(high / low) / (2 * z)
    assert math.isclose(math.log(end / start) / (2 * z), sigma, rel_tol=1e-6, abs_tol=1e-9)
    assert math.isclose(math.sqrt(start) * math.sqrt(end), middle, rel_tol=1e-9)  # the median stays the middle


def test_the_ends_of_a_log_normal_without_middle_are_its_5th_and_95th_percentile() -> None:
    low, high = 200.0, 800.0
    mu, sigma = (
        math.log(central_value(Amount(low, high), REACH)),
        math.log(high / low) / (2 * NormalDist().inv_cdf(0.95)),
    )
    share_below = NormalDist(mu, sigma).cdf
    assert math.isclose(share_below(math.log(low)), 0.05)
    assert math.isclose(share_below(math.log(high)), 0.95)
    assert interval_90(Amount(low, high), REACH) == (low, high)


def test_the_ends_of_a_pert_are_its_smallest_and_largest_values() -> None:
    assert interval_90(Amount(0.25, 3, 1), IMPACT) == (0.25, 3)


def test_the_form_says_how_an_amount_is_read() -> None:
    assert explain_amount(Amount(400, 400), REACH) == "counts as 400"
    assert explain_amount(Amount(200, 800), REACH) == "middle 400, 90 % between 200 and 800"
    assert explain_amount(Amount(200, 800, 350), REACH) == "middle 350, 90 % between 175 and 700"
    assert explain_amount(Amount(1, 3), IMPACT) == "most likely 2, never below 1 or above 3"


def test_an_estimate_is_stale_after_ninety_days() -> None:
    assert not is_stale("2026-01-01", date(2026, 4, 1))
    assert is_stale("2026-01-01T10:00:00Z", date(2026, 4, 2))


def test_an_estimate_gives_its_amount() -> None:
    assert Estimate(1, 1, 1, 200, 800, 350, 350, "2026-01-01").amount == Amount(200, 800, 350)


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (REACH, "such as 200..800"),
        (IMPACT, "from 0.25 to 3, or a range"),
        (CONFIDENCE, "from 0% to 100%, or a range"),
        (EFFORT, "such as 2..6"),
    ],
)
def test_what_is_no_number_is_answered_with_an_example_on_the_scale(criterion: Criterion, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_amount("much", criterion)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2083.27, "2,083"),
        (99.96, "100"),
        (271.5, "272"),
        (2.68328, "2.68"),
        (1.5, "1.5"),
        (0.707107, "0.707"),
        (0.0, "0"),
    ],
)
def test_what_is_worked_out_has_three_digits_and_all_before_the_point(value: float, shown: str) -> None:
    assert show_rounded(value, EFFORT) == shown


def test_a_share_that_is_worked_out_has_three_digits_of_its_percent() -> None:
    assert show_rounded(1 / 3, CONFIDENCE) == "33.3%"
