"""A rank's interval is drawn to scale and never leaves its line."""

from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.intervals import interval


def test_the_ends_and_the_rank_stand_where_the_scale_says() -> None:
    assert interval(1, 2, 5, 5, 5) == "├●──┤"
    assert interval(3, 3, 3, 5, 5) == "  ●  "


@given(st.lists(st.integers(1, 500), min_size=4, max_size=4).map(sorted), st.integers(10, 80))
def test_any_interval_fills_its_width_and_shows_its_rank(ranks: list[int], width: int) -> None:
    low, rank, high, last = ranks
    drawn = interval(low, rank, high, last, width)
    assert len(drawn) == width
    assert drawn.count("●") == 1


def test_a_mark_stands_where_the_top_ends_unless_something_else_does() -> None:
    assert interval(1, 1, 2, 11, 11, top=5) == "●┤   ┊     "
    assert interval(1, 3, 11, 11, 11, top=5) == interval(1, 3, 11, 11, 11)
