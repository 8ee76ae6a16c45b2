"""What a user does with objectives, and which problems serve them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.keys import keys_in_words, objective_key
from pmtui.domain.links import FITS, ProblemObjective
from pmtui.domain.objective import Objective
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

FIELDS = ("title", "pillar", "notes")
BLOCKS = ("notes",)


@dataclass(frozen=True, slots=True)
class AddObjective:
    """Add an objective below the others. pillar: one of domain.objective.PILLARS or ""."""

    title: str
    pillar: str = ""
    notes: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty title or an unknown pillar."""
        position = max((other.position for other in uow.objectives.all()), default=-1) + 1
        notes = clean_block(self.notes).strip()
        objective = Objective(0, clean_line(self.title), uow.now, uow.now, notes, clean_line(self.pillar), position)
        number = uow.objectives.add(objective)
        return Outcome(f"Added {objective_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditObjective:
    """Change texts of one objective. changes: by field; seen: the values the user saw, which protect newer ones."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for an unknown pillar."""
        objective = uow.objectives.get(self.number)
        key = str(objective_key(self.number))
        kept = {name: str(getattr(objective, name)) for name in FIELDS}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(objective, **fields_to_change(key, kept, texts, self.seen, BLOCKS))
        if changed == objective:
            return Outcome(f"{key} is as it was")
        uow.objectives.save(evolve(changed, updated_at=uow.now))
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class ShiftObjective:
    """Move an objective one place down (step 1) or up (step -1) on the page."""

    number: int
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it. At either end nothing happens. Raises Refusal when it is gone."""
        objectives = uow.objectives.all(order="position")
        place = objectives.index(uow.objectives.get(self.number))
        objectives.insert(max(place + self.step, 0), objectives.pop(place))
        for position, objective in enumerate(objectives):
            uow.objectives.save(evolve(objective, position=position))
        return Outcome(f"Moved {objective_key(self.number)}")


@dataclass(frozen=True, slots=True)
class DeleteObjective:
    """Delete an objective with its key results and links. The problems that serve it stay."""

    number: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal when it is gone already."""
        uow.objectives.get(self.number)
        uow.key_results.delete_where(objective_id=self.number)
        uow.problem_objectives.delete_where(objective_id=self.number)
        uow.objectives.delete((self.number,))
        return Outcome(f"Deleted {objective_key(self.number)}")


@dataclass(frozen=True, slots=True)
class LinkObjective:
    """Say that problems serve an objective, and how well. fit: one of domain.links.FITS."""

    problems: tuple[int, ...]
    objective: int
    fit: float = 2.0

    def run(self, uow: UnitOfWork) -> Outcome:
        """Link them. Raises Refusal when one of them is gone, and for another fit."""
        key = objective_key(uow.objectives.get(self.objective).id)
        for number in self.problems:
            problem = uow.problems.get(number).id
            there = uow.problem_objectives.all(problem_id=problem, objective_id=self.objective)
            link = ProblemObjective(there[0].id if there else 0, problem, self.objective, float(self.fit))
            if there:
                uow.problem_objectives.save(link)
            else:
                uow.problem_objectives.add(link)
        verb = "serves" if len(self.problems) == 1 else "serve"
        return Outcome(f"{keys_in_words(self.problems)} {verb} {key} {FITS[float(self.fit)]}")


@dataclass(frozen=True, slots=True)
class UnlinkObjective:
    """Take the links between problems and an objective off."""

    problems: tuple[int, ...]
    objective: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Take them off. Raises Refusal when one of them is gone."""
        key = objective_key(uow.objectives.get(self.objective).id)
        for number in self.problems:
            uow.problem_objectives.delete_where(problem_id=uow.problems.get(number).id, objective_id=self.objective)
        return Outcome(f"Unlinked {keys_in_words(self.problems)} from {key}")
