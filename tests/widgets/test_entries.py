"""The order of a list, and where each number of it stands."""

from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.entries import Entries

ORDERS = st.lists(st.integers(1, 30), unique=True).flatmap(
    lambda numbers: st.lists(st.sampled_from(["now", "later", "never"]), unique=True).flatmap(
        lambda headings: st.permutations([*numbers, *headings])
    )
)
GONE = st.frozensets(st.integers(1, 32), max_size=10)


@given(ORDERS, st.lists(GONE, max_size=3))
def test_what_is_left_stands_where_it_would_in_a_new_order(
    order: list[int | str], removals: list[frozenset[int]]
) -> None:
    left = Entries(order)
    for gone in removals:
        left = left.without(gone)
        order = [entry for entry in order if entry not in gone]
    expected = Entries(order)
    assert list(left) == order
    assert (left.ids, left.id_count) == (expected.ids, expected.id_count)
    assert left.highest >= expected.highest
    assert [left.place(number) for number in range(33)] == [expected.place(number) for number in range(33)]
