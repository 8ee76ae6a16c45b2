"""Proposing a plan: what is read for it, the plan beside the roadmap as it is, and what pins cost.

Only the reading needs the workspace; the rest is plain values, to be worked out beside the event loop.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, central_value
from pmtui.domain.keys import problem_key
from pmtui.domain.plan import Plan, PlanItem, PlanQuestion, Price, price_of_pin, propose_plan
from pmtui.domain.plan_limits import reaching
from pmtui.domain.plan_sets import turned_round, units
from pmtui.domain.solution import EFFORT
from pmtui.services.roadmap_lists import capacities_of, dependencies_of, efforts_of, values_of
from pmtui.services.roadmap_plan import PlannedMove
from pmtui.services.roadmap_views import Load
from pmtui.store.queries import problems, roadmap
from pmtui.store.unit_of_work import UnitOfWork

SEED = 1


@dataclass(frozen=True, slots=True)
class Planning:
    """All that a plan is made from.

    efforts: as they are known. left_out: why a problem can't be planned, by number. titles: of what is named.
    valued_by: what gives the values.
    """

    question: PlanQuestion
    efforts: Mapping[int, Amount]
    left_out: Mapping[int, str]
    pin_reasons: Mapping[int, str]
    titles: Mapping[int, str]
    valued_by: str


@dataclass(frozen=True, slots=True)
class PinPrice:
    """A pin with its reason and its price; None where the roadmap can't do without it or with it."""

    number: int
    horizon: str
    reason: str
    price: Price | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan beside the roadmap as it is.

    moves: the differences. value_now: what stands in now and next at present. used: effort in now, and in now and next.
    chances: of fitting into now, and into now and next together; None where every effort is one number.
    """

    plan: Plan
    moves: tuple[PlannedMove, ...]
    present_value: float
    used: tuple[float, float]
    chances: tuple[float, float] | None
    pins: tuple[PinPrice, ...]


def planning(uow: UnitOfWork) -> Planning:
    """What a plan is made from. Raises Refusal while no capacity is set."""
    capacities = capacities_of(uow)
    if not capacities:
        raise Refusal("No capacity is set.", "Say first how many person-months fit into now and next: W.")
    numbers = problems.open_problems(uow.connection)
    values, efforts = values_of(uow), efforts_of(uow)
    pins = roadmap.pinned_items(uow.connection)
    horizons = {
        number: horizon for horizon, found in roadmap.items_by_horizon(uow.connection).items() for number in found
    }
    items: dict[int, PlanItem] = {}
    left_out: dict[int, str] = {}
    for number in numbers:
        value, effort, pinned = values.get(number), efforts.get(number), number in pins
        if (value is None or effort is None) and not pinned:
            left_out[number] = "it has no value yet" if value is None else "its effort is not estimated"
            continue
        horizon = horizons.get(number, "")
        months = 0.0 if effort is None else central_value(effort, EFFORT)
        items[number] = PlanItem(number, value or 0.0, months, horizon, pinned)
    needs = _needs(uow, items, set(numbers), left_out)
    question = PlanQuestion(items, capacities.get("now", 0.0), capacities.get("next", 0.0), needs)
    known = {number: effort for number, effort in efforts.items() if effort is not None}
    titles = problems.titles_of(uow.connection, sorted(items.keys() | left_out.keys())[:MOST_TITLES])
    return Planning(question, known, left_out, pins, titles, uow.scorecard.title)


MOST_TITLES = 10_000


def _needs(
    uow: UnitOfWork, items: dict[int, PlanItem], open_problems: set[int], left_out: dict[int, str]
) -> dict[int, frozenset[int]]:
    """What items need of each other. What needs what can't be planned can't be either, unless it is pinned."""
    kept = dependencies_of(uow)
    declined = set(roadmap.items_by_horizon(uow.connection).get("declined", ()))
    users = turned_round(kept)
    for missing in sorted((open_problems | declined) - items.keys()):
        for number in sorted(reaching([missing], users) - {missing}):
            if number in items and not items[number].pinned:
                del items[number]
                left_out[number] = f"it needs {problem_key(missing)}, which can't be planned"
    found = {number: kept[number] & items.keys() for number in items if number in kept}
    return {number: frozenset(needed) for number, needed in found.items() if needed}


def proposal(found: Planning) -> Proposal:
    """The plan beside the roadmap as it is. Takes up to a few seconds: not for the event loop. Raises Refusal."""
    question = found.question
    plan = propose_plan(question)
    moves = tuple(
        PlannedMove(number, item.horizon, after)
        for number, item in question.items.items()
        if (after := plan.horizon_of(number)) != item.horizon and (after != "later" or item.horizon in ("now", "next"))
    )
    present = [item for item in question.items.values() if item.horizon in ("now", "next")]
    used = tuple(sum(question.items[number].effort for number in sorted(chosen)) for chosen in (plan.now, plan.chosen))
    return Proposal(
        plan,
        moves,
        sum(item.value for item in present),
        (used[0], used[1]),
        _chances(found, plan),
        tuple(_pin_price(found, item) for item in question.items.values() if item.pinned),
    )


def price_in_horizon(found: Planning, number: int, horizon: str) -> Price:
    """What pinning a problem in a horizon would cost. Raises Refusal where it can't be planned there."""
    if number not in found.question.items:
        raise Refusal(
            f"{problem_key(number)} can't be planned: {found.left_out.get(number, 'it is declined or done')}."
        )
    return price_of_pin(found.question, number, horizon)


def chance_in_capacity(efforts: Sequence[Amount], capacity: float) -> float | None:
    """How likely efforts fit into a capacity; None where each is one number. Not for the event loop: it loads numpy."""
    if all(effort.is_constant for effort in efforts):
        return None
    from pmtui.domain.simulation.fitting import chance_of_fitting

    return chance_of_fitting(EFFORT, efforts, capacity, SEED)


def chances_of_loads(now: Load, following: Load) -> tuple[float | None, float | None]:
    """How likely the work of now fits, and that of now and next together; None where it is certain or not known."""
    if now.capacity is None:
        return None, None
    first = chance_in_capacity(now.efforts, now.capacity)
    if following.capacity is None:
        return first, None
    return first, chance_in_capacity((*now.efforts, *following.efforts), now.capacity + following.capacity)


def _chances(found: Planning, plan: Plan) -> tuple[float, float] | None:
    question = found.question
    chances = []
    for chosen, capacity in ((plan.now, question.now), (plan.chosen, question.now + question.next)):
        efforts = [found.efforts[number] for number in sorted(chosen) if number in found.efforts]
        chance = chance_in_capacity(efforts, capacity)
        fits = sum(units(question.items[number].effort) for number in chosen) <= units(capacity)
        chances.append((chance, float(fits)))
    if all(chance is None for chance, _ in chances):
        return None
    first, both = (fits if chance is None else chance for chance, fits in chances)
    return first, both


def _pin_price(found: Planning, item: PlanItem) -> PinPrice:
    try:
        price = price_of_pin(found.question, item.number, item.horizon)
    except Refusal:  # the other pins alone are too much already
        price = None
    return PinPrice(item.number, item.horizon, found.pin_reasons[item.number], price)
