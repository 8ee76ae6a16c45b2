"""A proposed plan: what to solve now, what next, and what a pin costs.

The plan holds the set of the highest value within the capacity of now and next together, and of that set the most value
in now. What now leaves over is used for what comes next.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.domain.plan_limits import Needs, Weighed, reaching
from pmtui.domain.plan_sets import best_set, turned_round, units


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A problem that can be planned. effort: person-months. horizon: where it stands. pinned: it stays there."""

    number: int
    value: float
    effort: float
    horizon: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """What a plan is made from. needs: what each item needs, among the items. now, next: capacity in person-months."""

    items: Mapping[int, PlanItem]
    now: float
    next: float
    needs: Needs = field(default_factory=dict)

    def pinned_in(self, horizon: str) -> tuple[int, ...]:
        """The items that stay in a horizon."""
        return tuple(number for number, item in self.items.items() if item.pinned and item.horizon == horizon)

    def pinning(self, number: int, horizon: str) -> "PlanQuestion":
        """The same with an item pinned in a horizon."""
        pinned = replace(self.items[number], horizon=horizon, pinned=True)
        return replace(self, items={**self.items, number: pinned})

    def unpinning(self, number: int) -> "PlanQuestion":
        """The same without the pin of an item."""
        return replace(self, items={**self.items, number: replace(self.items[number], pinned=False)})


@dataclass(frozen=True, slots=True)
class Plan:
    """What to solve now and next. value, now_value: what both and what now are worth. bound: what no plan exceeds."""

    now: frozenset[int]
    next: frozenset[int]
    value: float
    now_value: float
    bound: float

    @property
    def chosen(self) -> frozenset[int]:
        """All that is planned."""
        return self.now | self.next

    def horizon_of(self, number: int) -> str:
        """Where it puts an item: now, next or later."""
        return "now" if number in self.now else "next" if number in self.next else "later"

    @property
    def gap(self) -> float:
        """How far below the best it can be at most, as a part of the best; 0 when it is the best."""
        return (self.bound - self.value) / self.bound if self.bound > self.value else 0.0


@dataclass(frozen=True, slots=True)
class Price:
    """What a pin costs, beside the plan without it.

    lost: how much less the plan is worth; now_lost: how much less now is worth. leaves: what falls out of the plan for
    it; waits: what moves from now to next.
    """

    lost: float = 0.0
    now_lost: float = 0.0
    leaves: tuple[int, ...] = ()
    waits: tuple[int, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing."""
        return not (self.lost or self.now_lost)


def propose_plan(question: PlanQuestion) -> Plan:
    """The plan of the highest value. Raises Refusal where the pins contradict each other or the capacity."""
    now, both = units(question.now), units(question.now) + units(question.next)
    _check_pins(question)
    in_now, in_next = question.pinned_in("now"), question.pinned_in("next")
    left_out = reaching(question.pinned_in("later"), turned_round(question.needs))
    items = _weighed(question, (number for number in question.items if number not in left_out))
    chosen = best_set(items, _among(items, question.needs), both, (*in_now, *in_next))
    if chosen is None:
        raise _too_much("now and next", (*in_now, *in_next), question, both)
    waiting = reaching(in_next, turned_round(question.needs))
    for_now = {number: items[number] for number in sorted(chosen.items) if number not in waiting}
    first = best_set(for_now, _among(for_now, question.needs), now, in_now)
    if first is None:
        raise _too_much("now", in_now, question, now)
    return Plan(first.items, chosen.items - first.items, chosen.value, first.value, chosen.bound)


def price_of_pin(question: PlanQuestion, number: int, horizon: str) -> Price:
    """What pinning an item in a horizon costs. Never negative; nothing for an item that is planned there anyway."""
    before = propose_plan(question.unpinning(number))
    if before.horizon_of(number) == horizon:
        return Price()
    after = propose_plan(question.pinning(number, horizon))
    return Price(
        _lost(before.value, after.value),
        _lost(before.now_value, after.now_value),
        tuple(sorted(before.chosen - after.chosen - {number})),
        tuple(sorted(before.now & after.next - {number})),
    )


def effort_of(question: PlanQuestion, numbers: Iterable[int]) -> float:
    """The effort of some items together, in person-months."""
    return sum(question.items[number].effort for number in numbers)


def loop_through(problem: int, needed: int, needs: Needs) -> tuple[int, ...]:
    """The items from a needed one back to the problem, each needing the next, if that closed a loop; else none."""
    trails: list[tuple[int, ...]] = [(needed,)]
    seen = set[int]()
    while trails:
        trail = trails.pop(0)
        if trail[-1] == problem:
            return trail
        if trail[-1] not in seen:
            seen.add(trail[-1])
            trails += [(*trail, other) for other in sorted(needs.get(trail[-1], ()))]
    return ()


def _lost(before: float, after: float) -> float:
    lost = before - after
    return lost if lost > 1e-9 * max(1.0, abs(before)) else 0.0


def _weighed(question: PlanQuestion, numbers: Iterable[int]) -> dict[int, Weighed]:
    chosen = (question.items[number] for number in sorted(numbers))
    return {item.number: Weighed(item.value, units(item.effort)) for item in chosen}


def _among(items: Mapping[int, Weighed], needs: Needs) -> Needs:
    found = {number: frozenset(needs[number]) & items.keys() for number in items if number in needs}
    return {number: needed for number, needed in found.items() if needed}


def _check_pins(question: PlanQuestion) -> None:
    horizons = {"now": 0, "next": 1, "later": 2}
    for number, item in question.items.items():
        if not item.pinned or item.horizon not in ("now", "next"):
            continue
        for other in sorted(reaching([number], question.needs)):
            needed = question.items[other]
            if needed.pinned and horizons.get(needed.horizon, 2) > horizons[item.horizon]:
                raise Refusal(
                    f"{problem_key(number)} is pinned in {item.horizon}, but needs {problem_key(other)}, which is "
                    f"pinned in {needed.horizon or 'no horizon'}.",
                    "Take one of the pins off.",
                )


def _too_much(where: str, pinned: tuple[int, ...], question: PlanQuestion, capacity: int) -> Refusal:
    effort = effort_of(question, reaching(pinned, question.needs))
    return Refusal(
        f"What is pinned in {where}, with what it needs, takes {effort:g} of {capacity / units(1):g} person-months.",
        "Take a pin off, or raise the capacity.",
    )
