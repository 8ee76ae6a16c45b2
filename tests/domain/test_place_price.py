"""What a decided place costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.place_price import Price, price_of_place

MEANS = {7: 100.0, 3: 80.0, 5: 60.0, 2: 10.0}
ORDERS = st.lists(st.integers(1, 30), min_size=1, max_size=9, unique=True)
PLACES = st.dictionaries(st.integers(1, 30), st.integers(1, 12), max_size=6)


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


@given(ORDERS, PLACES, st.data(), st.integers(1, 12), st.integers(1, 10))
def test_beside_other_decided_places_it_moves_one_item_at_most_out_of_the_top(
    order: list[int], places: dict[int, int], data: st.DataObject, place: int, top: int
) -> None:
    means = {number: float(100 - at) for at, number in enumerate(order)}
    price = price_of_place(means, data.draw(st.sampled_from(order)), place, top, places)
    assert price.lost >= 0
