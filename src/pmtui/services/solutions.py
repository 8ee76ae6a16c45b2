"""What a user does with solutions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import solution_key
from pmtui.domain.solution import Solution, read_effort
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("title", "effort")
BLOCKS = ("description",)


@dataclass(frozen=True, slots=True)
class AddSolution:
    """Add a solution after the others of its problem. effort: person-months, a value or a range."""

    problem: int
    title: str
    description: str = ""
    effort: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty title, an effort that is no amount, or a problem that is gone."""
        read_effort(self.effort)
        others = uow.solutions.all(order="position", problem_id=uow.problems.get(self.problem).id)
        number = uow.solutions.add(
            Solution(
                id=0,
                problem_id=self.problem,
                title=clean_line(self.title),
                created_at=uow.now,
                updated_at=uow.now,
                description=clean_block(self.description).strip(),
                effort=clean_line(self.effort),
                position=others[-1].position + 1 if others else 0,
            )
        )
        return Outcome(f"Added {solution_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditSolution:
    """Change texts of a solution. changes: by field; seen: the values the user saw, which protect newer ones."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when a field was changed meanwhile, and for an effort that is no amount."""
        solution, key = uow.solutions.get(self.number), str(solution_key(self.number))
        kept = {name: str(getattr(solution, name)) for name in (*LINES, *BLOCKS)}
        texts = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(solution, **fields_to_change(key, kept, texts, self.seen, BLOCKS))
        if changed == solution:
            return Outcome(f"{key} is as it was")
        read_effort(changed.effort)
        uow.solutions.save(evolve(changed, updated_at=uow.now))
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class ShiftSolution:
    """Move a solution among those of its problem. by: -1 up, 1 down."""

    number: int
    by: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it. Raises Refusal where it stands at the end already."""
        key = solution_key(self.number)
        order = uow.solutions.all(order="position", problem_id=uow.solutions.get(self.number).problem_id)
        place = next(place for place, solution in enumerate(order) if solution.id == self.number)
        if not 0 <= place + self.by < len(order):
            raise Refusal(f"{key} stands at the end already.")
        order.insert(place + self.by, order.pop(place))
        for position, solution in enumerate(order):
            uow.solutions.save(evolve(solution, position=position))
        return Outcome(f"Moved {key} {'up' if self.by < 0 else 'down'}")


@dataclass(frozen=True, slots=True)
class DeleteSolutions:
    """Delete solutions with their assumptions and experiments. Evidence that experiments became stays."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.solutions.get(number)
            remove_solution(uow, number)
        keys = ", ".join(str(solution_key(number)) for number in self.numbers[:3])
        return Outcome(f"Deleted {keys if len(self.numbers) <= 3 else f'{len(self.numbers):,} solutions'}")


def remove_solution(uow: UnitOfWork, number: int) -> None:
    """Remove a solution and what hangs on it; a roadmap item that had chosen it has no chosen solution then."""
    for item in uow.roadmap_items.all(solution_id=number):
        uow.roadmap_items.save(evolve(item, solution_id=None))
    uow.experiments.delete_where(solution_id=number)
    for assumption in uow.assumptions.all(solution_id=number):
        for experiment in uow.experiments.all(assumption_id=assumption.id):  # of another solution: not made by pmtui
            uow.experiments.save(evolve(experiment, assumption_id=None))
    uow.assumptions.delete_where(solution_id=number)
    uow.solutions.delete((number,))
