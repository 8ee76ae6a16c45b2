"""What was done: the steps of the journal."""

from pmtui.domain.changes import Step
from pmtui.store import journal
from pmtui.store.unit_of_work import UnitOfWork


def newest_steps(uow: UnitOfWork, limit: int = 200, before: int | None = None) -> tuple[Step, ...]:
    """Steps from the newest back, at most so many, older than the given one."""
    return tuple(journal.newest_steps(uow.connection, limit, before))
