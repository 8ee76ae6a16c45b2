"""The roadmap of the example: how much fits, what is chosen, pinned and needed, and three releases."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.ordering import spread
from pmtui.services.releases import AddLaunchItem, AddRelease
from pmtui.services.roadmap import item_of, keep_item
from pmtui.services.roadmap_choices import AddNeed, AssignRelease, ChooseSolution, PinItems
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.store.unit_of_work import UnitOfWork


def add_roadmap(uow: UnitOfWork, roadmap: dict[str, Any], moved: Callable[[str], str]) -> None:
    """Put it into a workspace that has its problems and solutions. moved: a day of the sample as it is to be."""
    order = roadmap["order"]
    for number, place in zip(order, spread(len(order)), strict=True):
        keep_item(uow, evolve(item_of(uow, number), position=place))
    SetCapacity({horizon: str(months) for horizon, months in roadmap["capacity"].items()}).run(uow)
    for release in roadmap["releases"]:
        _add_release(uow, release, moved(release["created"]))
    for problem, solution in roadmap["solutions"].items():
        ChooseSolution(int(problem), solution).run(uow)
    for problem, reason in roadmap["pins"].items():
        PinItems((int(problem),), reason).run(uow)
    for problem, needed in roadmap["needs"]:
        AddNeed(problem, needed).run(uow)


def _add_release(uow: UnitOfWork, release: dict[str, Any], created: str) -> None:
    day = date.fromisoformat(uow.now[:10]) + timedelta(days=release["days_ahead"])
    number = (
        AddRelease(release["name"], day.isoformat(), release["launch_tier"], release["notes"]).run(uow).created or 0
    )
    made = f"{created}T09:00:00Z"
    uow.releases.save(evolve(uow.releases.get(number), created_at=made, updated_at=made))
    for area, words in release["lines"]:
        AddLaunchItem(number, area, words).run(uow)
    for line in uow.launch_items.all(release_id=number):
        if line.title in release["done"]:
            uow.launch_items.save(evolve(line, done=1))
    AssignRelease(tuple(release["items"]), number).run(uow)
