"""What one step of the journal changed."""

from dataclasses import dataclass

from pmtui.domain.keys import Kind
from pmtui.services.record_words import field_words, record_words
from pmtui.store.queries.steps import ChangedRow, changed_rows, count_changed_rows
from pmtui.store.unit_of_work import UnitOfWork

# They follow from what the step was about.
_FOLLOWING = frozenset({Kind.LANE_CHANGE, Kind.IMPORT_LINK, Kind.IMPORT_RUN, Kind.IMPORT_SOURCE})


@dataclass(frozen=True, slots=True)
class StepChange:
    """One record that a step changed. op: made, changed or removed; name: what people call it.

    fields: the name of each changed field, and its value before and after in words.
    """

    op: str
    name: str
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StepChanges:
    """What a step changed: the first records, and how many it touched that are not among them."""

    shown: tuple[StepChange, ...]
    others: int


def step_changes(uow: UnitOfWork, step: int, limit: int = 200) -> StepChanges:
    """What a step changed, in order; what only follows from it is left out."""
    rows = changed_rows(uow.connection, step, limit)
    shown = tuple(_change(uow, row) for row in rows if row.kind not in _FOLLOWING)
    return StepChanges(shown, count_changed_rows(uow.connection, step) - len(rows))


def _change(uow: UnitOfWork, row: ChangedRow) -> StepChange:
    name = record_words(uow, row.kind, row.number, row.after or row.before or {})
    if row.before is None:
        return StepChange("made", name)
    if row.after is None:
        return StepChange("removed", name)
    before, after = (field_words(uow, row.kind, values) for values in (row.before, row.after))
    fields = ((field, before.get(field, ""), after[field]) for field in after if before.get(field) != after[field])
    return StepChange("changed", name, tuple(fields))
