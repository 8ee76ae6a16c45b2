"""What a user sees of the roadmap."""

from collections.abc import Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import LARGEST, Amount, central_value, check_amount, show_number
from pmtui.domain.formula import parse_formula
from pmtui.domain.problem import HORIZONS
from pmtui.domain.solution import EFFORT, read_effort
from pmtui.services.roadmap_views import (
    HORIZON_NAMES,
    HorizonView,
    LaunchLine,
    Load,
    ReleaseView,
    RoadmapRow,
    RoadmapView,
)
from pmtui.store.queries import roadmap
from pmtui.store.scores import inputs_where
from pmtui.store.unit_of_work import UnitOfWork


def roadmap_view(uow: UnitOfWork) -> RoadmapView:
    """The horizons with the numbers of their problems, and what fits into them."""
    items = roadmap.items_by_horizon(uow.connection)
    loads = loads_of(uow)
    lanes = tuple(
        HorizonView(place, HORIZON_NAMES[horizon], "", None, False, items.get(horizon, ()), load=loads.get(horizon))
        for place, horizon in enumerate(HORIZONS)
    )
    return RoadmapView(0, "Roadmap", lanes)


def roadmap_page(uow: UnitOfWork, count: int) -> tuple[RoadmapView, dict[int, RoadmapRow]]:
    """The horizons and their first problems, in one answer. count: how many of each horizon."""
    view = roadmap_view(uow)
    return view, roadmap_rows(uow, [number for lane in view.lanes for number in lane.card_ids[:count]])


def capacities_of(uow: UnitOfWork) -> dict[str, float]:
    """How many person-months fit, by horizon; what another program made a number of no use counts as unknown."""
    found = {capacity.horizon: capacity.person_months for capacity in uow.capacities.all()}
    return {horizon: months for horizon, months in found.items() if 0 <= months <= LARGEST}


def loads_of(uow: UnitOfWork) -> dict[str, Load]:
    """The work in now and next."""
    capacities = capacities_of(uow)
    loads: dict[str, Load] = {}
    left_over = 0.0
    # What is certain is added up where it is kept: of thousands, few are ranges.
    kept = roadmap.efforts_by_horizon(uow.connection)
    for horizon in ("now", "next"):
        certain, uncertain = kept.get(horizon, (0.0, "[]"))
        found = efforts_of(uow, "p.id IN (SELECT value FROM json_each(?))", (uncertain,))
        known = (Amount(certain, certain), *(effort for effort in found.values() if effort is not None))
        used = sum(central_value(effort, EFFORT) for effort in known)
        capacity = capacities.get(horizon)
        loads[horizon] = Load(known, used, len(found) - len(known) + 1, capacity, left_over)
        if capacity is not None:
            left_over = capacity - used
    return loads


def roadmap_rows(uow: UnitOfWork, numbers: Sequence[int]) -> dict[int, RoadmapRow]:
    """The rows of these problems on the roadmap."""
    marks = f"p.id IN ({', '.join('?' * len(numbers))})"
    efforts = efforts_of(uow, marks, numbers)
    values = values_of(uow, marks, tuple(numbers))
    needs = dependencies_of(uow)
    rows = {}
    for found in roadmap.item_rows(uow.connection, numbers):
        number, title, score, pieces, tags, horizon, reason = found[:7]
        solution, solution_title, release, release_name, pinned, pin_reason = found[7:]
        effort = efforts.get(number)
        rows[number] = RoadmapRow(
            id=number,
            title=title,
            score=score,
            evidence_count=pieces,
            tags=tags,
            age_days=0,
            horizon=horizon,
            horizon_reason=reason,
            value=values.get(number),
            effort="" if effort is None else effort_in_words(effort),
            effort_months=None if effort is None else central_value(effort, EFFORT),
            solution=None if solution is None else (solution, solution_title),
            release=None if release is None else (release, release_name),
            pinned=bool(pinned),
            pin_reason=pin_reason,
            needs=tuple(sorted(needs.get(number, ()))),
        )
    return rows


def effort_in_words(effort: Amount) -> str:
    """An effort as it stands on a card: 2 or 1–3."""
    if effort.is_constant:
        return show_number(effort.low)
    return f"{show_number(effort.low)}–{show_number(effort.high)}"


def efforts_of(uow: UnitOfWork, condition: str = "1", values: Sequence[object] = ()) -> dict[int, Amount | None]:
    """The effort of problems in person-months: that of the chosen solution if it says one, else the problem's own.

    condition: in SQL, on the problem p. None: unknown.
    """
    found: dict[int, Amount | None] = {}
    for number, typed, low, high, middle in roadmap.efforts(uow.connection, condition, values):
        found[number] = _effort(typed, low, high, middle)
    return found


def _effort(typed: str, low: float | None, high: float | None, middle: float | None) -> Amount | None:
    try:
        chosen = read_effort(typed)
    except Refusal:  # another program wrote what is no amount: the problem's own counts
        chosen = None
    if chosen is not None or low is None or high is None:
        return chosen
    try:
        return check_amount(Amount(low, high, middle), EFFORT)
    except Refusal:  # as above: it counts as unknown
        return None


def values_of(uow: UnitOfWork, condition: str = "1", values: tuple[object, ...] = ()) -> dict[int, float]:
    """What solving problems is worth by what is ranked by, before effort divides it; those that are known.

    condition: in SQL, on the problem p.
    """
    formula = parse_formula(uow.scorecard.value)
    found = {}
    for number, inputs in inputs_where(uow.connection, condition, values).items():
        if all(name in inputs for name in formula.names) and (value := formula.evaluate(inputs)) is not None:
            found[number] = value
    return found


def dependencies_of(uow: UnitOfWork) -> dict[int, frozenset[int]]:
    """What each problem needs, by problem."""
    found: dict[int, set[int]] = {}
    for problem, needed in roadmap.dependencies(uow.connection):
        found.setdefault(problem, set()).add(needed)
    return {problem: frozenset(needed) for problem, needed in found.items()}


def release_views(uow: UnitOfWork) -> tuple[ReleaseView, ...]:
    """Every release in order, with what it groups and its checklist."""
    order = {number: place for place, number in enumerate(_in_order(uow))}
    items: dict[int, list[int]] = {}
    for item in uow.roadmap_items.all():
        if item.release_id is not None:
            items.setdefault(item.release_id, []).append(item.problem_id)
    lines: dict[int, list[LaunchLine]] = {}
    for line in uow.launch_items.all(order="position"):
        lines.setdefault(line.release_id, []).append(LaunchLine(line.id, line.area, line.title, bool(line.done)))
    return tuple(
        ReleaseView(
            release.id,
            release.name,
            release.release_on,
            release.launch_tier,
            release.notes,
            tuple(sorted(items.get(release.id, ()), key=lambda number: (order.get(number, len(order)), number))),
            tuple(lines.get(release.id, ())),
        )
        for release in uow.releases.all(order="position")
    )


def release_view(uow: UnitOfWork, number: int) -> ReleaseView:
    """One release. Raises Refusal when it is gone."""
    uow.releases.get(number)
    return next(view for view in release_views(uow) if view.id == number)


def _in_order(uow: UnitOfWork) -> list[int]:
    found = roadmap.items_by_horizon(uow.connection)
    return [number for horizon in HORIZONS for number in found.get(horizon, ())]
