"""Reach and scale add up over personas; what is unknown adds nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.scale import AFFECTED, FREQUENCY, POPULATION, SEVERITY, Share, read_amount, read_share, total


def share(population: str = "", affected: str = "", frequency: str = "", severity: str = "") -> Share:
    return read_share(population, affected, frequency, severity)


def test_reach_is_population_times_affected() -> None:
    assert share("4200", "50%").reach == 2100


def test_scale_is_the_pain_volume_a_month() -> None:
    assert share("1000", "0.1", "4", "3").scale == 1000 * 0.1 * 4 * 3


def test_a_range_counts_with_its_central_value() -> None:
    assert share("100..10000", "20%..40%").reach == pytest.approx(1000 * 0.3)


def test_what_is_unknown_is_not_zero() -> None:
    assert share("4200").reach is None
    assert share("4200", "50%", "4").scale is None
    assert total([None, 3.0, 4.0]) == 7
    assert total([None, None]) is None


@pytest.mark.parametrize(
    ("text", "quantity"), [("-1", POPULATION), ("140%", AFFECTED), ("0.5", SEVERITY), ("5", SEVERITY), ("x", FREQUENCY)]
)
def test_values_outside_the_scale_are_refused(text: str, quantity: object) -> None:
    with pytest.raises(Refusal):
        read_amount(text, quantity)  # type: ignore[arg-type]


@given(st.integers(0, 10**9), st.floats(0, 1), st.floats(0, 1000), st.floats(1, 4))
def test_scale_is_reach_times_what_each_of_them_suffers(people: int, part: float, often: float, hard: float) -> None:
    made = share(str(people), f"{part:.6f}", f"{often:.6f}", f"{hard:.6f}")
    assert made.reach is not None
    assert made.scale == pytest.approx(made.reach * float(f"{often:.6f}") * float(f"{hard:.6f}"))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("0", POPULATION), ("0%", AFFECTED), ("100%", AFFECTED), ("1", SEVERITY), ("4", SEVERITY), ("0", FREQUENCY)],
)
def test_the_ends_of_the_scale_belong_to_it(text: str, quantity: object) -> None:
    assert read_amount(text, quantity) is not None  # type: ignore[arg-type]
