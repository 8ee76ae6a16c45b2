"""What a user does with the key results of objectives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.keys import key_result_key
from pmtui.domain.objective import KeyResult, read_figure, show_figure
from pmtui.domain.text import clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

TEXTS = ("title", "unit")
FIGURES = ("baseline", "target", "current")


@dataclass(frozen=True, slots=True)
class AddKeyResult:
    """Add a key result to an objective. fields: its unit, baseline, target and current value, each as typed."""

    objective: int
    title: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal when the objective is gone, for an empty title and for what is no number."""
        others = uow.key_results.all(objective_id=uow.objectives.get(self.objective).id)
        figures = {name: read_figure(self.fields.get(name, ""), name) for name in FIGURES}
        number = uow.key_results.add(
            KeyResult(
                id=0,
                objective_id=self.objective,
                title=clean_line(self.title),
                created_at=uow.now,
                updated_at=uow.now,
                unit=clean_line(self.fields.get("unit", "")),
                position=max((other.position for other in others), default=-1) + 1,
                **figures,
            )
        )
        return Outcome(f"Added {key_result_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditKeyResult:
    """Change one key result. changes: as typed, by field; seen: what the user saw, which protects newer values."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for what is no number."""
        result = uow.key_results.get(self.number)
        key = str(key_result_key(self.number))
        kept = texts_of(result)
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changes = fields_to_change(key, kept, texts, self.seen)
        figures = {name: read_figure(text, name) for name, text in changes.items() if name in FIGURES}
        changed = evolve(result, **changes | figures)
        if changed == result:
            return Outcome(f"{key} is as it was")
        uow.key_results.save(evolve(changed, updated_at=uow.now))
        if changes.keys() == {"current"}:
            return Outcome(f"{key} is at {show_figure(changed.current) or 'no known value'} {changed.unit}".rstrip())
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class ShiftKeyResult:
    """Move a key result one place down (step 1) or up (step -1) in its objective."""

    number: int
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it. At either end nothing happens. Raises Refusal when it is gone."""
        found = uow.key_results.get(self.number)
        results = uow.key_results.all(order="position", objective_id=found.objective_id)
        place = results.index(found)
        results.insert(max(place + self.step, 0), results.pop(place))
        for position, result in enumerate(results):
            uow.key_results.save(evolve(result, position=position))
        return Outcome(f"Moved {key_result_key(self.number)}")


@dataclass(frozen=True, slots=True)
class DeleteKeyResult:
    """Delete a key result."""

    number: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal when it is gone already."""
        uow.key_results.get(self.number)
        uow.key_results.delete((self.number,))
        return Outcome(f"Deleted {key_result_key(self.number)}")


def texts_of(result: KeyResult) -> dict[str, str]:
    """The fields of a key result as they can be typed again."""
    figures = {name: show_figure(getattr(result, name)) for name in FIGURES}
    return {"title": result.title, "unit": result.unit} | figures
