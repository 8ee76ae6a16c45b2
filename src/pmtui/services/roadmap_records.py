"""The roadmap, plans and releases as other programs read them: plain values under names that stay."""

from typing import TYPE_CHECKING

from pmtui.domain.keys import Key, Kind, problem_key, release_key, solution_key
from pmtui.domain.problem import HORIZONS
from pmtui.services.records import Record
from pmtui.services.roadmap_lists import loads_of, release_view, release_views, roadmap_rows
from pmtui.services.roadmap_views import Load, ReleaseView, RoadmapRow
from pmtui.store.queries import roadmap
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.services.plans import Planning, Proposal

BATCH = 500  # rows read at once: SQLite limits the numbers in one question


def roadmap_record(uow: UnitOfWork) -> Record:
    """The roadmap: capacity, and the problems of each horizon in order."""
    loads = loads_of(uow)
    found = roadmap.items_by_horizon(uow.connection)
    items = []
    for horizon in HORIZONS:
        numbers = found.get(horizon, ())
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            rows = roadmap_rows(uow, batch)
            items += [_item(rows[number]) for number in batch]
    return {"capacity": {horizon: _load(load) for horizon, load in loads.items()}, "items": items}


def release_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The releases whose name or notes hold every one of the words, in their order."""
    wanted = words.casefold().split()
    return [
        _release(view)
        for view in release_views(uow)
        if all(word in f"{view.name} {view.notes}".casefold() for word in wanted)
    ]


def release_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one release. Raises Refusal when it is gone."""
    view, kept = release_view(uow, number), uow.releases.get(number)
    rows = roadmap_rows(uow, view.items)
    return {
        **_release(view),
        "notes": view.notes,
        "created_at": kept.created_at,
        "updated_at": kept.updated_at,
        "linked_problems": [
            {"key": str(problem_key(one)), "title": rows[one].title, "horizon": rows[one].horizon} for one in view.items
        ],
        "checklist": [
            {"area": line.area, "title": line.title, "state": "done" if line.done else "to do"}
            for line in view.checklist
        ],
    }


def plan_record(found: "Planning", proposed: "Proposal") -> Record:
    """A proposed plan. chance: of fitting; null where every effort is one number."""
    plan, question = proposed.plan, found.question
    chances = proposed.chances or (None, None)
    return {
        "valued_by": found.valued_by,
        "value": plan.value,
        "value_on_roadmap": proposed.present_value,
        "at_most_below_best": plan.gap,
        "capacity": {"now": question.now, "next": question.next},
        "used": {"now": proposed.used[0], "now_and_next": proposed.used[1]},
        "chance": {"now": chances[0], "now_and_next": chances[1]},
        "now": [str(problem_key(number)) for number in sorted(plan.now)],
        "next": [str(problem_key(number)) for number in sorted(plan.next)],
        "moves": [
            {
                "key": str(problem_key(move.number)),
                "title": found.titles.get(move.number, ""),
                "from": move.before,
                "to": move.after,
            }
            for move in proposed.moves
        ],
        "pins": [
            {
                "key": str(problem_key(pin.number)),
                "horizon": pin.horizon,
                "reason": pin.reason,
                "effort_known": pin.number in found.efforts,
                "lost": None if pin.price is None else pin.price.lost,
                "lost_now": None if pin.price is None else pin.price.now_lost,
                "falls_out": [] if pin.price is None else [str(problem_key(number)) for number in pin.price.leaves],
            }
            for pin in proposed.pins
        ],
        "left_out": [{"key": str(problem_key(number)), "why": why} for number, why in found.left_out.items()],
    }


def _load(load: Load) -> Record:
    return {"capacity": load.capacity, "left_over": load.left_over, "used": load.used, "without_effort": load.unknown}


def _item(row: RoadmapRow) -> Record:
    return {
        "key": str(problem_key(row.id)),
        "title": row.title,
        "horizon": row.horizon,
        "reason": row.horizon_reason,
        "score": row.score,
        "value": row.value,
        "effort": row.effort_months,
        "solution": str(solution_key(row.solution[0])) if row.solution else "",
        "release": str(release_key(row.release[0])) if row.release else "",
        "pinned": row.pinned,
        "pin_reason": row.pin_reason,
        "needs": [str(problem_key(number)) for number in row.needs],
    }


def _release(view: ReleaseView) -> Record:
    return {
        "key": str(Key(Kind.RELEASE, view.id)),
        "title": view.name,
        "date": view.release_on,
        "launch_tier": view.launch_tier,
        "problems": len(view.items),
        "done": view.done,
        "lines": len(view.checklist),
    }
