"""Finding what a decision is about and what it rests on."""

from dataclasses import dataclass

from pmtui.domain.keys import Key, Kind, evidence_key, problem_key
from pmtui.services.decision_lists import decision_sheet
from pmtui.services.evidence_search import find_evidence
from pmtui.services.persona_lists import problems_to_link
from pmtui.store.unit_of_work import UnitOfWork

SHOWN = 100


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A problem or a piece of evidence that a decision can be connected to."""

    key: Key
    words: str
    connected: bool


def link_choices(uow: UnitOfWork, decision: int, words: str) -> tuple[LinkChoice, ...]:
    """What holds the words: first what is connected, then open problems by rank, then the newest evidence.

    Raises Refusal when the decision is gone.
    """
    sheet = decision_sheet(uow, decision)
    wanted = words.casefold().split()
    linked = {problem_key(number): title for number, title in sheet.problems}
    linked |= {evidence_key(view.id): view.words for view in sheet.evidence}
    there = {key: text for key, text in linked.items() if all(word in f"{key} {text}".casefold() for word in wanted)}
    found = {Key(Kind.PROBLEM, number): title for number, title in problems_to_link(uow, words, SHOWN)}
    found |= {evidence_key(one.evidence.id): one.evidence.words for one in find_evidence(uow, words, (), SHOWN)}
    return tuple(LinkChoice(key, text, key in linked) for key, text in (there | found).items())
