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
    """The open problems that hold the words; without words the likeliest, what is connected, then all by rank."""
    connected = dict(evidence.problems_of_all(uow.connection, pieces))
    found = {number: ProblemChoice(number, title) for number, title in problems_to_link(uow, words)}
    if not words:
        likely = suggest_problems(uow, pieces)
        first = {one.problem: ProblemChoice(one.problem, one.title, one.words) for one in likely}
        first |= {number: ProblemChoice(number, title, connected=True) for number, title in connected.items()}
        found = first | {number: choice for number, choice in found.items() if number not in first}
    return tuple(
        ProblemChoice(choice.id, choice.title, choice.words, choice.id in connected) for choice in found.values()
    )
