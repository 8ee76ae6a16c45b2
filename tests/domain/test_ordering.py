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
    assert all(left < right for left, right in zip(whole, whole[1:], strict=False))


@given(st.integers(0, 100))
def test_a_fresh_lane_has_gaps_everywhere(count: int) -> None:
    places = spread(count)
    assert [right - left for left, right in zip(places, places[1:], strict=False)] == [GAP] * max(0, count - 1)
    assert places_between(0, GAP, GAP - 1) is not None
