"""What the claims of a brief rest on."""

import re
from collections.abc import Iterable, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind, decision_key, evidence_key, persona_key
from pmtui.domain.solution import Solution
from pmtui.services.details import evidence_views
from pmtui.store.queries import briefs
from pmtui.store.unit_of_work import UnitOfWork

SUPPORTING = 3  # pieces named behind one claim
_BULLET = re.compile(r"\s*[-*+]\s+")
_KEY = re.compile(r"\b[A-Za-z]-\d+\b")


def spoken_by(uow: UnitOfWork, problem: int, persona: int) -> tuple[Key, ...]:
    """The persona and the newest evidence of a problem that speaks for it."""
    pieces = briefs.evidence_of_persona(uow.connection, problem, persona, SUPPORTING)
    return (persona_key(persona), *map(evidence_key, pieces))


def newest_evidence(uow: UnitOfWork, number: int) -> tuple[Key, ...]:
    """The newest evidence of a problem."""
    return tuple(evidence_key(piece.id) for piece in evidence_views(uow, number, SUPPORTING))


def decisions_naming(uow: UnitOfWork, number: int, *names: str) -> tuple[Key, ...]:
    """The decisions about a problem that stand and say one of these names, in any case.

    A decision supports what its title, choice or reason names, and not all that is true of the problem.
    """
    named = re.compile("|".join(rf"(?<!\w){re.escape(name.strip())}(?!\w)" for name in names), re.IGNORECASE)
    return tuple(
        decision_key(decision)
        for decision, title, choice, _, _, reason in briefs.decisions_of(uow.connection, number)
        if named.search("\n".join((title, choice, reason)))
    )


def chosen_solution(uow: UnitOfWork, number: int) -> int | None:
    """The number of the chosen solution of a problem, or None."""
    return next((item.solution_id for item in uow.roadmap_items.all(problem_id=number)), None)


def solutions(uow: UnitOfWork, number: int) -> Sequence[Solution]:
    """The chosen solution alone, else all there are."""
    found = uow.solutions.all(order="position", problem_id=number)
    chosen = chosen_solution(uow, number)
    return [solution for solution in found if solution.id == chosen] or found


def results(uow: UnitOfWork, solution: Solution) -> Iterable[Key]:
    """The evidence that the experiments of a solution became."""
    for experiment in uow.experiments.all(solution_id=solution.id):
        if experiment.evidence_id is not None:
            yield evidence_key(experiment.evidence_id)


def named_in(uow: UnitOfWork, text: str) -> tuple[Key, ...]:
    """The keys of evidence, decisions and personas that a text names and that are there."""
    found = []
    for word in _KEY.findall(text):
        try:
            key = Key.parse(word)
        except Refusal:
            continue
        finders = {
            Kind.EVIDENCE: uow.evidence.find,
            Kind.DECISION: uow.decisions.find,
            Kind.PERSONA: uow.personas.find,
        }
        if key.kind in finders and finders[key.kind](key.number) is not None:
            found.append(key)
    return tuple(dict.fromkeys(found))


def lines(text: str) -> list[str]:
    """The lines of a text of Markdown without the marks of a list."""
    return [_BULLET.sub("", line).strip() for line in text.splitlines() if line.strip()]


def in_one_line(text: str) -> str:
    """A text of Markdown as one line, its list items one after the other as sentences."""
    sentences = (line if line.endswith((".", "!", "?", ":")) else f"{line}." for line in lines(text))
    return " ".join(sentences).removesuffix(".")
