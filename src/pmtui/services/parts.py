"""Finding what has no key of its own by some of its words: assumptions, and lines of launch checklists."""

from collections.abc import Sequence
from typing import Protocol

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind
from pmtui.domain.text import clean_line
from pmtui.store.unit_of_work import UnitOfWork


class Part(Protocol):
    """A part of a record."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def title(self) -> str:
        """What it is found by."""


def part_of(uow: UnitOfWork, whole: Key, words: str) -> tuple[Kind, int]:
    """The kind and number of the one part that holds these words: an assumption of a solution, a line of a checklist.

    Raises Refusal without exactly one, and for what has no such parts.
    """
    if whole.kind is Kind.SOLUTION:
        owned = uow.assumptions.all(solution_id=uow.solutions.get(whole.number).id)
        return Kind.ASSUMPTION, _only(owned, words, f"assumption of {whole}")
    if whole.kind is Kind.RELEASE:
        lines = uow.launch_items.all(release_id=uow.releases.get(whole.number).id)
        return Kind.LAUNCH_ITEM, _only(lines, words, f"line of the checklist of {whole}")
    raise Refusal(f"{whole} has no parts.", "A solution has assumptions, a release has the lines of its checklist.")


def _only(parts: Sequence[Part], words: str, what: str) -> int:
    wanted = clean_line(words).casefold()
    found = [part for part in parts if part.title.casefold() == wanted]
    found = found or [part for part in parts if wanted in part.title.casefold()]
    if len(found) == 1:
        return found[0].id
    titles = "; ".join(part.title for part in (found or parts)[:5])
    if found:
        raise Refusal(f"More than one {what} holds “{clean_line(words)}”.", f"Say more of it: {titles}")
    raise Refusal(f"No {what} holds “{clean_line(words)}”.", f"There are: {titles}" if titles else "There is none yet.")
