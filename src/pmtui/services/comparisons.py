"""Comparing problems two at a time by how much they hurt customers."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.domain.links import Comparison
from pmtui.domain.pairwise import PairwiseOrder, next_question, pairwise_order, questions_needed
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Compare:
    """Say that one problem hurts customers more than another."""

    winner: int
    loser: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep the answer. Raises Refusal when it is about one problem only, or one is gone."""
        if self.winner == self.loser:
            raise Refusal("A problem can't be compared with itself.", "Name two problems.")
        for number in (self.winner, self.loser):
            uow.problems.get(number)
        uow.comparisons.add(Comparison(0, self.winner, self.loser, uow.now))
        return Outcome(f"{problem_key(self.winner)} hurts more than {problem_key(self.loser)}")


@dataclass(frozen=True, slots=True)
class Compared:
    """What the answers about some problems say.

    order: of the problems by how much they hurt. titles, ranks: by number; the rank by score, None where there is none.
    question: the two that it would tell most to compare next. answered: how many answers there are; needed: about how
    many order so many problems.
    """

    order: PairwiseOrder
    titles: dict[int, str]
    ranks: dict[int, int | None]
    question: tuple[int, int] | None
    answered: int
    needed: int


def compared(uow: UnitOfWork, numbers: tuple[int, ...], skipped: frozenset[frozenset[int]] = frozenset()) -> Compared:
    """The order of these problems by comparison, beside their order by score. skipped: pairs not to be asked about."""
    wanted = set(numbers)
    answers = [
        (answer.winner_id, answer.loser_id)
        for answer in uow.comparisons.all()
        if answer.winner_id in wanted and answer.loser_id in wanted
    ]
    order = pairwise_order(numbers, answers)
    places = {number: place for place, (number, _) in enumerate(problems.ranked_scores(uow.connection), start=1)}
    return Compared(
        order,
        problems.titles_of(uow.connection, numbers),
        {number: places.get(number) for number in numbers},
        next_question(order, answers, skipped),
        len(answers),
        questions_needed(len(numbers)),
    )
