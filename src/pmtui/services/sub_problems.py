"""Problems that are part of larger ones."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.keys import keys_in_words, problem_key
from pmtui.domain.links import SubProblem
from pmtui.domain.opportunity_tree import check_part
from pmtui.services.objectives import LinkObjective
from pmtui.services.problems import AddProblem
from pmtui.store.queries import opportunity_tree
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class MakeSubProblems:
    """Make problems part of a larger one. whole: its number, or None to let them stand for themselves."""

    numbers: tuple[int, ...]
    whole: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Do it. Raises Refusal when a problem is gone, or would become part of itself."""
        for number in self.numbers:
            uow.problems.get(number)
            uow.sub_problems.delete_where(problem_id=number)
            if self.whole is not None:
                uow.problems.get(self.whole)
                check_part(opportunity_tree.parts(uow.connection), number, self.whole)
                uow.sub_problems.add(SubProblem(0, number, self.whole))
        keys = keys_in_words(self.numbers)
        if self.whole is None:
            return Outcome(f"{keys} no longer part of another problem")
        return Outcome(f"Made {keys} part of {problem_key(self.whole)}")


def take_out(uow: UnitOfWork, number: int) -> None:
    """Take a problem that is about to be deleted out: its parts become parts of what it was part of, if anything."""
    whole = [link.parent_id for link in uow.sub_problems.all(problem_id=number)]
    uow.sub_problems.delete_where(problem_id=number)
    parts = uow.sub_problems.all(parent_id=number)
    uow.sub_problems.delete_where(parent_id=number)
    for link in parts:
        if whole and whole[0] != link.problem_id:
            uow.sub_problems.add(SubProblem(0, link.problem_id, whole[0]))


@dataclass(frozen=True, slots=True)
class AddProblemBelow:
    """Add a problem that serves an objective strongly, or is part of a larger problem, by number."""

    adding: AddProblem
    objective: int | None = None
    whole: int | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal as AddProblem does, and when what is above it is gone."""
        outcome = self.adding.run(uow)
        if outcome.created is not None and self.objective is not None:
            LinkObjective((outcome.created,), self.objective).run(uow)
        if outcome.created is not None and self.whole is not None:
            MakeSubProblems((outcome.created,), self.whole).run(uow)
        return outcome
