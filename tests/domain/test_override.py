"""What a decided place costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.override import Price, arranged, decided_ranks, price_of_place

MEANS = {7: 100.0, 3: 80.0, 5: 60.0, 2: 10.0}


@pytest.mark.parametrize(
    ("number", "place", "price"),
    [
        (2, 1, Price(70.0, leaves=3, enters=2)),
        (2, 3, Price()),
        (7, 4, Price(40.0, leaves=7, enters=5)),
        (7, 2, Price()),
        (3, 99, Price(20.0, leaves=3, enters=5)),
    ],
)
def test_it_is_what_the_chosen_top_loses_by_mean_score(number: int, place: int, price: Price) -> None:
    assert price_of_place(MEANS, number, place, top=2) == price


@given(
    st.lists(st.floats(0, 1e6), min_size=1, max_size=8),
    st.data(),
    st.integers(1, 10),
    st.integers(1, 10),
)
def test_it_is_never_negative_and_nothing_within_the_top(
    means: list[float], data: st.DataObject, place: int, top: int
) -> None:
    numbered = dict(enumerate(means))
    number = data.draw(st.sampled_from(sorted(numbered)))
    price = price_of_place(numbered, number, place, top)
    assert price.lost >= 0
    if number in list(numbered)[:top] and place <= top:
        assert price == Price()


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


@given(ORDERS, PLACES, st.data(), st.integers(1, 12), st.integers(1, 10))
def test_beside_other_decided_places_it_moves_one_item_at_most_out_of_the_top(
    order: list[int], places: dict[int, int], data: st.DataObject, place: int, top: int
) -> None:
    means = {number: float(100 - at) for at, number in enumerate(order)}
    price = price_of_place(means, data.draw(st.sampled_from(order)), place, top, places)
    assert price.lost >= 0


def test_ties_share_the_first_of_their_places_and_a_decided_place_is_never_tied() -> None:
    by_score = {4: (1, False), 2: (2, True), 3: (2, True), 5: (4, False)}
    assert decided_ranks(by_score, {5: 1}) == {5: (1, False), 4: (2, False), 2: (3, True), 3: (3, True)}
    assert decided_ranks(by_score, {3: 1}) == {3: (1, False), 4: (2, False), 2: (3, False), 5: (4, False)}
