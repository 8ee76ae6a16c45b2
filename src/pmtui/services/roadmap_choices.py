"""What is chosen for the items of the roadmap: pins, solutions, releases, and what they need of each other."""

from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import keys_in_words, problem_key, release_key, solution_key
from pmtui.domain.plan import loop_through
from pmtui.domain.roadmap import Dependency
from pmtui.domain.text import clean_line
from pmtui.services.roadmap import item_of, keep_item, take_pin_off
from pmtui.services.roadmap_lists import dependencies_of
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PinItems:
    """Pin problems: a proposed plan leaves them in their horizon. reason: why."""

    numbers: tuple[int, ...]
    reason: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Pin them. Raises Refusal without a reason, and for what is not in now, next or later."""
        reason = clean_line(self.reason)
        if not reason:
            raise Refusal("A pin needs a reason.", "Say why it stays there, whatever a plan says.")
        for number in self.numbers:
            horizon = uow.problems.get(number).horizon
            if horizon not in ("now", "next", "later"):
                raise Refusal(f"{problem_key(number)} is not in now, next or later.", "Put it there, then pin it.")
            keep_item(uow, evolve(item_of(uow, number), pinned=1, pin_reason=reason))
        return Outcome(f"Pinned {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class UnpinItems:
    """Take the pins of problems off."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Take them off."""
        for number in self.numbers:
            take_pin_off(uow, number)
        return Outcome(f"Took the pin off {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class ChooseSolution:
    """Choose the solution of a problem that is planned; None for none yet."""

    problem: int
    solution: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Choose it. Raises Refusal for a solution of another problem."""
        key = problem_key(uow.problems.get(self.problem).id)
        if self.solution is not None and uow.solutions.get(self.solution).problem_id != self.problem:
            raise Refusal(f"{solution_key(self.solution)} is not a solution of {key}.")
        keep_item(uow, evolve(item_of(uow, self.problem), solution_id=self.solution))
        if self.solution is None:
            return Outcome(f"No solution is chosen for {key}")
        return Outcome(f"Chose {solution_key(self.solution)} for {key}")


@dataclass(frozen=True, slots=True)
class AssignRelease:
    """Put problems into a release; None takes them out."""

    numbers: tuple[int, ...]
    release: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them in. Raises Refusal when the release is gone."""
        if self.release is not None:
            uow.releases.get(self.release)
        for number in self.numbers:
            uow.problems.get(number)
            keep_item(uow, evolve(item_of(uow, number), release_id=self.release))
        where = "no release" if self.release is None else str(release_key(self.release))
        return Outcome(f"Put {keys_in_words(self.numbers)} into {where}")


@dataclass(frozen=True, slots=True)
class AddNeed:
    """Say that a problem can't be solved before another one."""

    problem: int
    needs: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Say it. Raises Refusal for a loop, which it names."""
        key, other = problem_key(uow.problems.get(self.problem).id), problem_key(uow.problems.get(self.needs).id)
        kept = dependencies_of(uow)
        if self.needs in kept.get(self.problem, ()):
            return Outcome(f"{key} needs {other} already")
        dependency = Dependency(0, self.problem, self.needs)
        if loop := loop_through(self.problem, self.needs, kept):
            words = ", which needs ".join(str(problem_key(number)) for number in loop)
            raise Refusal(f"{key} can't need {other}: that closes a loop.", f"{words}.")
        uow.dependencies.add(dependency)
        return Outcome(f"{key} needs {other}")


@dataclass(frozen=True, slots=True)
class RemoveNeed:
    """Say that a problem no longer needs another one."""

    problem: int
    needs: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Say it."""
        uow.dependencies.delete_where(problem_id=self.problem, needs_id=self.needs)
        return Outcome(f"{problem_key(self.problem)} no longer needs {problem_key(self.needs)}")
