from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.release_rows import _months

NOVEMBER, DECEMBER, JANUARY, FEBRUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)


def test_the_first_month_and_each_january_say_their_year() -> None:
    starts = [(0, NOVEMBER), (12, DECEMBER), (24, JANUARY), (36, FEBRUARY)]
    assert _months(starts, 40) == "Nov 2026    Dec         Jan 2027    Feb "


def test_a_year_gives_way_to_the_next_month() -> None:
    assert _months([(0, DECEMBER), (6, JANUARY), (12, FEBRUARY)], 16) == "Dec   Jan   Feb "


def test_a_month_that_has_begun_gives_way_to_the_next_where_it_has_no_room() -> None:
    assert _months([(0, NOVEMBER), (2, DECEMBER), (14, JANUARY)], 24) == "  Dec 2026    Jan 2027  "


def test_months_too_narrow_for_their_names_leave_the_years() -> None:
    starts = [(2 * month, date(2026 + month // 12, month % 12 + 1, 1)) for month in range(1, 30)]
    assert _months(starts, 60) == " " * 24 + "2027" + " " * 20 + "2028" + " " * 8


@pytest.mark.parametrize("axis", [0, 1, 2, 3, 4])
def test_an_axis_with_no_room_names_no_month_in_part(axis: int) -> None:
    assert _months([(0, NOVEMBER)], axis).strip() in {"", "Nov"}


@given(st.integers(0, 200), st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_the_line_of_months_is_as_wide_as_the_axis(axis: int, places: list[int]) -> None:
    starts = [(min(place, axis), NOVEMBER) for place in sorted(places)]
    assert len(_months(starts, axis)) == axis
