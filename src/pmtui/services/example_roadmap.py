"""The roadmap of the example: how much fits, what is chosen, pinned and needed, and three releases."""

from datetime import date, timedelta
from typing import Any

from pmtui.domain.base import evolve
from pmtui.services.releases import AddLaunchItem, AddRelease
from pmtui.services.roadmap_choices import AddNeed, AssignRelease, ChooseSolution, PinItems
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.store.unit_of_work import UnitOfWork


def add_roadmap(uow: UnitOfWork, roadmap: dict[str, Any]) -> None:
    """Put it into a workspace that has the problems and solutions already."""
    SetCapacity({horizon: str(months) for horizon, months in roadmap["capacity"].items()}).run(uow)
    for release in roadmap["releases"]:
        _add_release(uow, release)
    for problem, solution in roadmap["solutions"].items():
        ChooseSolution(int(problem), solution).run(uow)
    for problem, reason in roadmap["pins"].items():
        PinItems((int(problem),), reason).run(uow)
    for problem, needed in roadmap["needs"]:
        AddNeed(problem, needed).run(uow)


def _add_release(uow: UnitOfWork, release: dict[str, Any]) -> None:
    day = date.fromisoformat(uow.now[:10]) + timedelta(days=release["days_ahead"])
    number = (
        AddRelease(release["name"], day.isoformat(), release["launch_tier"], release["notes"]).run(uow).created or 0
    )
    for area, words in release["lines"]:
        AddLaunchItem(number, area, words).run(uow)
    for line in uow.launch_items.all(release_id=number):
        if line.title in release["done"]:
            uow.launch_items.save(evolve(line, done=1))
    AssignRelease(tuple(release["items"]), number).run(uow)
