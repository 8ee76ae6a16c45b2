from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.ordering import GAP, places_between, spread

PLACE = st.none() | st.integers(-(10**12), 10**12)


@given(PLACE, PLACE, st.integers(1, 50))
def test_places_stand_strictly_between_and_in_order(before: int | None, after: int | None, count: int) -> None:
    if before is not None and after is not None and before > after:
        before, after = after, before
    places = places_between(before, after, count)
    if places is None:
        assert before is not None
        assert after is not None
        assert after - before - 1 < count
        return
    whole = ([] if before is None else [before]) + places + ([] if after is None else [after])
    assert len(places) == count
    assert all(left < right for left, right in pairwise(whole))


@given(st.integers(0, 100))
def test_a_fresh_lane_has_gaps_everywhere(count: int) -> None:
    places = spread(count)
    assert [right - left for left, right in pairwise(places)] == [GAP] * max(0, count - 1)


def test_the_last_place_that_is_left_is_used() -> None:
    assert places_between(0, 5, 4) == [1, 2, 3, 4]
    assert places_between(0, 5, 5) is None
    assert places_between(3, 3, 1) is None
