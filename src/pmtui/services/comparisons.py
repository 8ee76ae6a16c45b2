"""Comparing problems two at a time by how much they hurt customers."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.domain.links import Comparison
from pmtui.domain.pairwise import PairwiseOrder, next_question, pairwise_order, questions_needed
from pmtui.services.rank_order import rank_order
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

    titles, ranks: by number; the rank by score, None where there is none. answers: winner and loser of each. skipped:
    the pairs that are not to be asked about.
    """

    titles: dict[int, str]
    ranks: dict[int, int | None]
    answers: tuple[tuple[int, int], ...]
    skipped: frozenset[frozenset[int]] = frozenset()

    @property
    def order(self) -> PairwiseOrder:
        """The problems by how much they hurt."""
        return pairwise_order(tuple(self.ranks), self.answers)

    @property
    def question(self) -> tuple[int, int] | None:
        """The two problems that it would tell most to compare next."""
        return next_question(self.order, self.answers, self.skipped)

    @property
    def needed(self) -> int:
        """About how many answers order so many problems."""
        return questions_needed(len(self.ranks))


def compared(uow: UnitOfWork, numbers: tuple[int, ...]) -> Compared:
    """The order of these problems by comparison, beside their order by score."""
    wanted = set(numbers)
    answers = ((answer.winner_id, answer.loser_id) for answer in uow.comparisons.all())
    ranks = rank_order(uow).by_score
    return Compared(
        problems.titles_of(uow.connection, numbers),
        {number: ranks[number][0] if number in ranks else None for number in numbers},
        tuple(answer for answer in answers if wanted.issuperset(answer)),
    )
