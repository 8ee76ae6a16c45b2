"""A value that little evidence supports is a wide range, within its scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.doubt import doubt_factor, range_from_evidence
from pmtui.domain.estimate import Amount, check_amount

REACH, IMPACT, _, _ = RICE_CRITERIA


def test_without_evidence_a_value_may_be_three_and_a_half_times_off() -> None:
    assert doubt_factor(0) == 3.5
    assert range_from_evidence(Amount(350, 350), REACH, 0) == Amount(100, 1225, 350)


def test_a_range_is_cut_to_the_scale() -> None:
    assert range_from_evidence(Amount(2, 2), IMPACT, 0) == Amount(2 / 3.5, 3, 2)


@pytest.mark.parametrize("amount", [Amount(200, 800), Amount(200, 800, 300), Amount(0, 0)])
def test_what_was_typed_as_a_range_and_nothing_stay_as_they_are(amount: Amount) -> None:
    assert range_from_evidence(amount, REACH, 0) == amount


@given(st.floats(0.25, 3), st.floats(0, 10), st.floats(0, 10))
def test_more_evidence_never_widens_a_range_and_every_range_is_an_amount(
    value: float, one: float, other: float
) -> None:
    less, more = sorted((one, other))
    for criterion in (REACH, IMPACT):
        wide = check_amount(range_from_evidence(Amount(value, value), criterion, less), criterion)
        narrow = check_amount(range_from_evidence(Amount(value, value), criterion, more), criterion)
        assert wide.low <= narrow.low <= value <= narrow.high <= wide.high
