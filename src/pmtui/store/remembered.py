"""Reading a workspace that nobody writes to meanwhile: what was read once is remembered."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from pmtui.domain.keys import Kind
from pmtui.domain.scorecard import Scorecard
from pmtui.store.repository import Repository
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.domain.workspace import WorkspaceSettings

E = TypeVar("E")


class RememberedRepository(Repository[E]):
    """The rows of one table, all read at the first question about some: thousands more may follow."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        self._ordered: dict[str, list[E]] = {}
        self._grouped: dict[tuple[str, ...], dict[tuple[Any, ...], list[E]]] = {}

    def find(self, number: int) -> E | None:
        """The entity of this number, or None."""
        return next(iter(self.all(id=number)), None)

    def all(self, order: str = "id", **equal: Any) -> list[E]:
        """Every entity whose columns equal the given values (None matches empty), ordered by a column."""
        asked = (order, *equal)
        if asked not in self._grouped:
            if order not in self._ordered:
                self._ordered[order] = super().all(order)
            grouped = self._grouped[asked] = {}
            for entity in self._ordered[order]:
                grouped.setdefault(tuple(getattr(entity, name) for name in equal), []).append(entity)
        return [*self._grouped[asked].get(tuple(equal.values()), ())]


class RememberingUnitOfWork(UnitOfWork):
    """What queries work with on such a workspace."""

    def repository(self, kind: Kind, entity: type[E]) -> Repository[E]:
        """The rows of one table."""
        return RememberedRepository(self.connection, kind, entity)

    @cached_property
    def today(self) -> date:
        """The day it happens on, on the calendar of this place."""
        return super().today

    @cached_property
    def settings(self) -> "WorkspaceSettings":
        """The row about the workspace."""
        return super().settings

    @cached_property
    def scorecard(self) -> Scorecard:
        """The scorecard the workspace is ranked by."""
        return super().scorecard
