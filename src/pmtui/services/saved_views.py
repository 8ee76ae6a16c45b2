"""Views of a screen that are kept under a name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.domain.view import SavedView
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SaveView:
    """Keep what a screen shows under a name, in place of the view that had it. settings: as the screen knows them."""

    screen: str
    name: str
    settings: Mapping[str, str]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal for an empty name."""
        name = clean_line(self.name)
        settings = json.dumps({key: clean_line(value) for key, value in self.settings.items()}, ensure_ascii=False)
        kept = _named(uow, self.screen, name)
        if kept is None:
            uow.saved_views.add(SavedView(0, self.screen, name, settings))
        else:
            uow.saved_views.save(evolve(kept, name=name, settings=settings))
        return Outcome(f"Saved the view “{name}”")


@dataclass(frozen=True, slots=True)
class DeleteView:
    """Keep a view no longer."""

    screen: str
    name: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal when it is gone already."""
        kept = _named(uow, self.screen, self.name)
        if kept is None:
            raise Refusal(f"There is no view “{self.name}”.")
        uow.saved_views.delete([kept.id])
        return Outcome(f"Deleted the view “{kept.name}”")


def saved_views(uow: UnitOfWork, screen: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """Name and settings of every view of a screen, sorted by name."""
    views = sorted(uow.saved_views.all(screen=screen), key=lambda view: view.name.casefold())
    return tuple((view.name, _settings(view)) for view in views)


def _named(uow: UnitOfWork, screen: str, name: str) -> SavedView | None:
    same = (view for view in uow.saved_views.all(screen=screen) if view.name.casefold() == name.casefold())
    return next(same, None)


def _settings(view: SavedView) -> dict[str, str]:
    try:
        read = json.loads(view.settings)
    except ValueError:  # another program may have written anything
        return {}
    return {str(name): str(value) for name, value in read.items()} if isinstance(read, dict) else {}
