"""What a user does with the assumptions of solutions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import solution_key
from pmtui.domain.solution import Assumption
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

GRADES = ("importance", "support")
LINES = ("title", "kind")
BLOCKS = ("notes",)


@dataclass(frozen=True, slots=True)
class AddAssumption:
    """Say what must be true for a solution. importance, support: 1 low to 5 high, as typed."""

    solution: int
    title: str
    kind: str = "desirable"
    importance: str = "3"
    support: str = "1"
    notes: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty title, an unknown kind or grade, or a solution that is gone."""
        number = uow.assumptions.add(
            Assumption(
                id=0,
                solution_id=uow.solutions.get(self.solution).id,
                title=clean_line(self.title),
                kind=self.kind,
                importance=_grade(self.importance),
                support=_grade(self.support),
                notes=clean_block(self.notes).strip(),
            )
        )
        return Outcome(f"Added an assumption to {solution_key(self.solution)}", created=number)


@dataclass(frozen=True, slots=True)
class EditAssumption:
    """Change fields of an assumption. changes: by field, as typed; seen: the values the user saw."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for an unknown kind or grade."""
        assumption = uow.assumptions.get(self.number)
        name = f"The assumption of {solution_key(assumption.solution_id)}"
        kept = {field: str(getattr(assumption, field)) for field in (*LINES, *GRADES, *BLOCKS)}
        texts = {field: text for field, text in self.changes.items() if field in kept}
        wanted: dict[str, str | int] = dict(fields_to_change(name, kept, texts, self.seen, BLOCKS))
        grades = {field: _grade(str(value)) for field, value in wanted.items() if field in GRADES}
        changed = evolve(assumption, **wanted | grades)
        if not uow.assumptions.save(changed):
            return Outcome(f"{name} is as it was")
        return Outcome(f"Edited the assumption of {solution_key(assumption.solution_id)}")


@dataclass(frozen=True, slots=True)
class DeleteAssumptions:
    """Delete assumptions. The experiments that check them stay with their solution."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.assumptions.get(number)
            for experiment in uow.experiments.all(assumption_id=number):
                uow.experiments.save(evolve(experiment, assumption_id=None))
        uow.assumptions.delete(self.numbers)
        return Outcome(
            "Deleted an assumption" if len(self.numbers) == 1 else f"Deleted {len(self.numbers)} assumptions"
        )


def _grade(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Refusal(f"“{clean_line(text)}” is no grade.", "Type a number from 1, low, to 5, high.") from None
