"""The ranking, read once for many questions about it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmtui.domain.ranking import rank_scores
from pmtui.services.places import places_decided, ranks_as_decided
from pmtui.store.queries.problems import ranked_scores
from pmtui.store.unit_of_work import UnitOfWork

Ranks = Mapping[int, tuple[int, bool]]
Scored = tuple[int, float]


@dataclass(frozen=True, slots=True)
class RankOrder:
    """Every problem in the ranking.

    scores: number and score, best first; undecided: of those whose place no decision gives. by_score: rank and whether
    it is tied, by number; ranks: the same with every decided problem at its place.
    """

    scores: Sequence[Scored]
    undecided: Sequence[Scored]
    by_score: Ranks
    ranks: Ranks

    def neighbours(self, number: int, score: float) -> tuple[Scored | None, Scored | None]:
        """What is above and what is below a problem by score, among the undecided ones; None at an end."""
        place = bisect_left(self.undecided, (-score, number), key=_best_first)
        itself = self.undecided[place : place + 1] == [(number, score)]
        below = place + itself
        return (
            self.undecided[place - 1] if place else None,
            self.undecided[below] if below < len(self.undecided) else None,
        )


def rank_order(uow: UnitOfWork) -> RankOrder:
    """The ranking as it is."""
    scores = ranked_scores(uow.connection)
    by_score, decided = rank_scores(scores), places_decided(uow)
    undecided = [scored for scored in scores if scored[0] not in decided] if decided else scores
    return RankOrder(scores, undecided, by_score, ranks_as_decided(uow, by_score))


def _best_first(scored: Scored) -> tuple[float, int]:
    return -scored[1], scored[0]
