"""A plan: the best set for now and next, then the most in now; pins and their price."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.plan import PlanItem, PlanQuestion, Price, loop_through, price_of_pin, propose_plan
from pmtui.domain.plan_sets import units

QUARTERS = st.integers(0, 12).map(lambda count: count / 4)


def question(*items: PlanItem, now: float = 2, after: float = 2, **needs: tuple[int, ...]) -> PlanQuestion:
    """items with needs given as p3=(1, 2)."""
    links = {int(name[1:]): frozenset(others) for name, others in needs.items()}
    return PlanQuestion({item.number: item for item in items}, now, after, links)


@st.composite
def questions(draw: st.DrawFn) -> PlanQuestion:
    count = draw(st.integers(0, 6))
    items = [
        PlanItem(
            number,
            draw(st.integers(0, 9)) + draw(st.floats(0, 1)),
            draw(QUARTERS),
            draw(st.sampled_from(["", "now", "next", "later"])),
            draw(st.integers(0, 3)) == 0,
        )
        for number in range(1, count + 1)
    ]
    pairs = draw(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=4))
    needs: dict[int, set[int]] = {}
    for item, other in pairs:
        if other < item <= count:
            needs.setdefault(item, set()).add(other)
    return PlanQuestion(
        {item.number: item for item in items},
        draw(QUARTERS),
        draw(QUARTERS),
        {item: frozenset(found) for item, found in needs.items()},
    )


def by_trying_all(asked: PlanQuestion) -> tuple[float, dict[frozenset[int], float]] | None:
    """The best value, and the best value of now by the set for now and next; None where nothing is allowed."""
    best, best_now = None, dict[frozenset[int], float]()
    numbers = list(asked.items)
    for places in product((0, 1, 2), repeat=len(numbers)):
        place = dict(zip(numbers, places, strict=True))
        effort = [sum(units(asked.items[n].effort) for n in numbers if place[n] == which) for which in (0, 1)]
        if effort[0] > units(asked.now) or sum(effort) > units(asked.now) + units(asked.next):
            continue
        if any(place[other] > place[n] for n in numbers if place[n] < 2 for other in asked.needs.get(n, ())):
            continue
        fixed = {"now": 0, "next": 1, "later": 2}
        if any(i.pinned and i.horizon in fixed and place[i.number] != fixed[i.horizon] for i in asked.items.values()):
            continue
        value = sum(asked.items[n].value for n in numbers if place[n] < 2)
        now_value = sum(asked.items[n].value for n in numbers if place[n] == 0)
        chosen = frozenset(n for n in numbers if place[n] < 2)
        best = value if best is None else max(best, value)
        best_now[chosen] = max(best_now.get(chosen, now_value), now_value)
    return None if best is None else (best, best_now)


@given(questions())
def test_a_plan_is_what_trying_all_finds_best(asked: PlanQuestion) -> None:
    expected = by_trying_all(asked)
    if expected is None:
        with pytest.raises(Refusal):
            propose_plan(asked)
        return
    plan = propose_plan(asked)
    assert plan.value == pytest.approx(expected[0], abs=1e-9)
    assert plan.now_value == pytest.approx(expected[1][plan.chosen], abs=1e-9)
    assert plan.gap == 0


@given(questions(), st.sampled_from(["now", "next", "later"]), st.integers(1, 6))
def test_a_price_is_never_negative_and_nothing_for_what_is_planned_there_anyway(
    asked: PlanQuestion, horizon: str, number: int
) -> None:
    if number not in asked.items:
        return
    try:
        free = propose_plan(asked.unpinning(number))
        price = price_of_pin(asked, number, horizon)
    except Refusal:
        return
    assert price.lost >= 0
    assert price.now_lost >= 0
    if free.horizon_of(number) == horizon:
        assert price == Price()
    else:
        pinned = propose_plan(asked.pinning(number, horizon))
        assert price.lost == pytest.approx(free.value - pinned.value, abs=1e-6)


def test_now_gets_the_most_value_and_the_rest_comes_next() -> None:
    plan = propose_plan(question(PlanItem(1, 5, 2), PlanItem(2, 9, 2), PlanItem(3, 1, 1)))
    assert plan.now == {2}
    assert plan.next == {1}


def test_what_now_leaves_over_is_used_for_what_comes_next() -> None:
    plan = propose_plan(question(PlanItem(1, 5, 1.5), PlanItem(2, 4, 2.5)))
    assert plan.now == {1}
    assert plan.next == {2}


def test_what_is_needed_comes_no_later() -> None:
    plan = propose_plan(question(PlanItem(1, 9, 2), PlanItem(2, 1, 2), p1=(2,)))
    assert plan.now == {2}
    assert plan.next == {1}


def test_a_pin_says_what_falls_out_and_what_is_lost() -> None:
    items = (PlanItem(1, 9, 2), PlanItem(2, 5, 2), PlanItem(3, 3, 2))
    price = price_of_pin(question(*items), 3, "now")
    assert price == Price(lost=2, now_lost=6, leaves=(2,), waits=(1,))
    assert not price.is_free


def test_pins_that_contradict_what_is_needed_are_named() -> None:
    pinned = (PlanItem(1, 9, 1, "now", True), PlanItem(2, 1, 1, "later", True))
    with pytest.raises(Refusal, match="P-1 is pinned in now, but needs P-2, which is pinned in later"):
        propose_plan(question(*pinned, p1=(2,)))


def test_pins_beyond_the_capacity_are_refused_with_both_figures() -> None:
    with pytest.raises(Refusal, match=r"pinned in now, with what it needs, takes 3 of 2 person-months"):
        propose_plan(question(PlanItem(1, 9, 3, "now", True)))


def test_the_pin_of_an_item_that_stands_nowhere_holds_nothing() -> None:
    assert propose_plan(question(PlanItem(1, 9, 1, "", True))).now == {1}


def test_a_loop_is_told_from_the_needed_one_back() -> None:
    needs = {2: frozenset({3}), 3: frozenset({1})}
    assert loop_through(1, 2, needs) == (2, 3, 1)
    assert loop_through(1, 4, needs) == ()
