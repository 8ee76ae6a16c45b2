from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.override import arranged, decided_ranks

ORDERS = st.lists(st.integers(1, 30), min_size=1, max_size=9, unique=True)
PLACES = st.dictionaries(st.integers(1, 30), st.integers(1, 12), max_size=6)


@given(ORDERS, PLACES)
def test_decided_places_leave_the_others_in_their_order_and_lose_none(order: list[int], places: dict[int, int]) -> None:
    found = arranged(order, places)
    assert sorted(found) == sorted(order)
    assert [number for number in found if number not in places] == [number for number in order if number not in places]


@given(ORDERS, PLACES)
def test_decided_items_stand_by_place_then_by_key_and_each_at_its_place_where_no_other_has_it(
    order: list[int], places: dict[int, int]
) -> None:
    found = arranged(order, places)
    decided = [number for number in found if number in places]
    assert decided == sorted(decided, key=lambda number: (places[number], number))
    wanted = [min(places[number], len(order)) for number in decided]
    if len(set(wanted)) == len(wanted):
        assert [found.index(number) + 1 for number in decided] == wanted


@given(ORDERS)
def test_without_a_decided_place_the_order_is_that_by_score(order: list[int]) -> None:
    assert arranged(order, {99: 1}) == order


def test_ties_share_the_first_of_their_places_and_a_decided_place_is_never_tied() -> None:
    by_score = {4: (1, False), 2: (2, True), 3: (2, True), 5: (4, False)}
    assert decided_ranks(by_score, {5: 1}) == {5: (1, False), 4: (2, False), 2: (3, True), 3: (3, True)}
    assert decided_ranks(by_score, {3: 1}) == {3: (1, False), 4: (2, False), 2: (3, False), 5: (4, False)}
