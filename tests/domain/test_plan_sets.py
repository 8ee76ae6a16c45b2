"""The best set: equal to trying all, with its bound."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain import plan_sets
from pmtui.domain.plan_limits import Limits, Weighed, reaching
from pmtui.domain.plan_sets import best_set, turned_round, units

MONTHS = st.one_of(st.sampled_from([0.0, 0.1, 0.2, 0.5, 1.0, 2.0]), st.floats(0, 6))
VALUES = st.one_of(st.integers(-3, 9).map(float), st.floats(0, 5000))


@st.composite
def problems(draw: st.DrawFn, most: int) -> tuple[dict[int, Weighed], dict[int, frozenset[int]], int, tuple[int, ...]]:
    count = draw(st.integers(0, most))
    items = {number: Weighed(draw(VALUES), units(draw(MONTHS))) for number in range(1, count + 1)}
    pairs = draw(st.lists(st.tuples(st.integers(2, max(2, count)), st.integers(1, max(1, count))), max_size=count))
    needs: dict[int, set[int]] = {}
    for item, other in pairs:
        if other < item <= count:
            needs.setdefault(item, set()).add(other)
    required = tuple(sorted(draw(st.sets(st.sampled_from(sorted(items)), max_size=2)))) if items else ()
    return items, {item: frozenset(found) for item, found in needs.items()}, units(draw(MONTHS) * 3), required


def by_trying_all(
    items: dict[int, Weighed], needs: dict[int, frozenset[int]], capacity: int, required: tuple[int, ...]
) -> float | None:
    """The value of the best set, or None without any."""
    best = None
    sets = [(0, 0.0, 0)]
    places = {number: place for place, number in enumerate(items)}
    for number, item in items.items():
        sets += [(mask | 1 << places[number], value + item.value, effort + item.effort) for mask, value, effort in sets]
    wanted = sum(1 << places[number] for number in required)
    needed = [(1 << places[item], sum(1 << places[other] for other in others)) for item, others in needs.items()]
    for mask, value, effort in sets:
        if effort > capacity or mask & wanted != wanted:
            continue
        if all(not mask & item or mask & others == others for item, others in needed) and (
            best is None or value > best
        ):
            best = value
    return best


@pytest.mark.parametrize("small_group", [1, 4, 10])
@given(problem=problems(10))
def test_the_best_set_is_worth_what_trying_all_finds(
    small_group: int, problem: tuple[dict[int, Weighed], dict[int, frozenset[int]], int, tuple[int, ...]]
) -> None:
    items, needs, capacity, required = problem
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_sets, "SMALL_GROUP", small_group)
        found = best_set(items, needs, capacity, required)
    expected = by_trying_all(items, needs, capacity, required)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.value == pytest.approx(expected, rel=1e-9, abs=1e-9)
        assert found.bound == found.value
        assert sum(items[number].effort for number in found.items) <= capacity
        assert found.value == pytest.approx(sum(items[number].value for number in found.items))
        assert reaching((*required, *found.items), needs) == found.items


@given(problem=problems(18))
def test_up_to_eighteen_items_it_is_exact(
    problem: tuple[dict[int, Weighed], dict[int, frozenset[int]], int, tuple[int, ...]],
) -> None:
    items, needs, capacity, required = problem
    if len(items) < 15:  # the small ones are tried above
        return
    found, expected = best_set(items, needs, capacity, required), by_trying_all(items, needs, capacity, required)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.value == pytest.approx(expected, rel=1e-9, abs=1e-9)
        assert found.bound == found.value


def test_eighteen_items_that_are_worth_just_their_effort_are_all_tried() -> None:
    items = {number: Weighed(2.0**number + 1 / 3, round((2**number + 1 / 3) * 1000)) for number in range(18)}
    capacity = sum(item.effort for item in items.values()) // 2 + 177
    found = best_set(items, {}, capacity)
    assert found is not None
    assert found.value == pytest.approx(by_trying_all(items, {}, capacity, ()), rel=1e-9)
    assert found.bound == found.value


@given(problem=problems(9))
def test_what_was_given_up_is_never_worth_more_than_the_bound(
    problem: tuple[dict[int, Weighed], dict[int, frozenset[int]], int, tuple[int, ...]],
) -> None:
    items, needs, capacity, required = problem
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_sets, "SMALL_GROUP", 2)
        found = best_set(items, needs, capacity, required, patience=0)
    expected = by_trying_all(items, needs, capacity, required)
    if found is not None and expected is not None:
        assert found.value <= expected + 1e-9 * max(1, abs(expected))
        assert found.bound >= expected - 1e-9 * max(1, abs(expected))
        assert reaching((*required, *found.items), needs) == found.items


@given(problem=problems(9))
def test_no_allowed_set_is_worth_more_than_its_limit(
    problem: tuple[dict[int, Weighed], dict[int, frozenset[int]], int, tuple[int, ...]],
) -> None:
    items, needs, capacity, _ = problem
    expected = by_trying_all(items, needs, capacity, ())
    assert expected is not None
    limit = Limits(items, needs, capacity).of(frozenset(items), capacity)
    assert limit >= expected - 1e-9 * max(1, abs(expected))


def test_tenths_that_add_up_to_the_capacity_fit() -> None:
    found = best_set({1: Weighed(1, units(0.1)), 2: Weighed(1, units(0.2))}, {}, units(0.3))
    assert found is not None
    assert found.items == {1, 2}


def test_what_is_worth_nothing_is_left_out() -> None:
    found = best_set({1: Weighed(0, units(1)), 2: Weighed(-1, 0), 3: Weighed(0, 0)}, {}, units(5))
    assert found is not None
    assert found.items == frozenset()


def test_a_worthless_item_is_taken_where_a_valuable_one_needs_it() -> None:
    items = {1: Weighed(-1, units(1)), 2: Weighed(5, units(1)), 3: Weighed(3, units(1))}
    found = best_set(items, {2: frozenset({1})}, units(2))
    assert found is not None
    assert found.items == {1, 2}


def test_what_is_required_and_does_not_fit_gives_no_set() -> None:
    assert best_set({1: Weighed(1, units(2)), 2: Weighed(1, units(2))}, {1: frozenset({2})}, units(3), (1,)) is None


def test_links_turned_round_say_who_needs_each_item() -> None:
    assert turned_round({1: frozenset({2, 3}), 2: frozenset({3})}) == {2: {1}, 3: {1, 2}}


def test_many_items_of_one_large_group_get_a_bound_that_holds() -> None:
    items = {number: Weighed(float(number * 7919 % 101), units(1 + number * 31 % 17 / 4)) for number in range(300)}
    needs = {number: frozenset({number // 2, number * 7 // 8} - {number}) for number in range(1, 300)}
    found = best_set(items, needs, units(40))
    assert found is not None
    assert found.value <= found.bound <= found.value * 1.5
    for pair in combinations(sorted(found.items), 1):
        assert reaching(pair, needs) <= found.items
