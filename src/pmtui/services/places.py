"""The places that decisions give problems, and the ranks that come of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.override import decided_ranks
from pmtui.store.queries import decisions
from pmtui.store.unit_of_work import UnitOfWork

Ranks = Mapping[int, tuple[int, bool]]


@dataclass(frozen=True, slots=True)
class Decided:
    """The place that a decision (its number) gives a problem, and why, as one line."""

    decision: int
    place: int
    reason: str


def place_decided_for(uow: UnitOfWork, number: int) -> Decided | None:
    """What is decided about the place of a problem, None where its score has the last word."""
    for problem, decision, place in reversed(decisions.decided_places(uow.connection)):
        if problem == number:
            return Decided(decision, place, " ".join(uow.decisions.get(decision).reason.split()))
    return None


def ranks_as_decided(uow: UnitOfWork, by_score: Ranks) -> Ranks:
    """The ranks with every decided problem at its place. by_score: rank and whether it is tied, by number, in order."""
    places = places_decided(uow)
    return decided_ranks(by_score, places) if places.keys() & by_score.keys() else by_score


def places_decided(uow: UnitOfWork) -> dict[int, int]:
    """Every decided place by number of the problem; the newest decision counts."""
    return {problem: place for problem, _, place in decisions.decided_places(uow.connection)}
