"""Finding the problems that evidence speaks of."""

from dataclasses import dataclass

from pmtui.services.persona_lists import problems_to_link
from pmtui.services.suggestions import suggest_problems
from pmtui.store.queries import evidence
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProblemChoice:
    """A problem that evidence can be connected to.

    words: those that both have, when it is a likely one. connected: whether all of the evidence is connected already.
    """

    id: int
    title: str
    words: tuple[str, ...] = ()
    connected: bool = False


def problem_choices(uow: UnitOfWork, pieces: tuple[int, ...], words: str) -> tuple[ProblemChoice, ...]:
    """The open problems that hold the words; without words what is connected, then all by rank."""
    connected = dict(evidence.problems_of_all(uow.connection, pieces))
    found = dict(problems_to_link(uow, words))
    if not words:
        found = connected | {number: title for number, title in found.items() if number not in connected}
    return tuple(ProblemChoice(number, title, connected=number in connected) for number, title in found.items())


def likely_choices(uow: UnitOfWork, pieces: tuple[int, ...]) -> tuple[ProblemChoice, ...]:
    """The likeliest problems, then all others by rank. It takes longer, the more evidence there is."""
    others = {choice.id: choice for choice in problem_choices(uow, pieces, "")}
    likely = {one.problem: ProblemChoice(one.problem, one.title, one.words) for one in suggest_problems(uow, pieces)}
    return (*likely.values(), *(choice for number, choice in others.items() if number not in likely))
