"""What was done: the steps of the journal."""

from dataclasses import dataclass

from pmtui.domain.changes import Step
from pmtui.store import journal
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class StepChange:
    """One changed row of a step. kind: its table; op: made, changed or removed."""

    kind: str
    number: int
    op: str


_OPS = {journal.INSERT: "made", journal.UPDATE: "changed", journal.DELETE: "removed"}


def newest_steps(uow: UnitOfWork, limit: int = 200, before: int | None = None) -> tuple[Step, ...]:
    """Steps from the newest back, at most so many, older than the given one."""
    return tuple(journal.newest_steps(uow.connection, limit, before))


def step_changes(uow: UnitOfWork, step: int, limit: int = 200) -> tuple[StepChange, ...]:
    """What a step changed, in order."""
    return tuple(
        StepChange(kind, row, _OPS[op]) for kind, row, op, _ in journal.step_changes(uow.connection, step, limit)
    )
