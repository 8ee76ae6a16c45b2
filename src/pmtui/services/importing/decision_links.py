"""What imported decisions are connected to: found here by key and words, once all records of a file are taken in."""

from collections.abc import Iterator, Mapping

from pmtui.domain.base import evolve
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import headline
from pmtui.domain.keys import Key, Kind
from pmtui.domain.links import DecisionEvidence, DecisionProblem
from pmtui.domain.text import shown_line
from pmtui.importers import Troubles
from pmtui.importers.decision_rows import LINKS
from pmtui.store.unit_of_work import UnitOfWork

NOT_HERE = "not found here: not connected"


class DecisionLinks:
    """Connects decisions to what their file names, where the same is here: the same key with the same words.

    A record of another key is taken where its words are the same and no other has them. What is not found is told.
    """

    def __init__(self, uow: UnitOfWork, troubles: Troubles) -> None:
        self._uow = uow
        self._troubles = troubles
        self._named: dict[int, Mapping[str, str]] = {}

    def note(self, decision: int, values: Mapping[str, str]) -> None:
        """Remember what a decision is to be connected to."""
        self._named[decision] = values

    def connect(self) -> None:
        """Connect all that were noted."""
        for decision, values in self._named.items():
            for problem in self._found(values, "problems", Kind.PROBLEM):
                if not self._uow.decision_problems.all(decision_id=decision, problem_id=problem):
                    self._uow.decision_problems.add(DecisionProblem(0, decision, problem))
            for piece in self._found(values, "evidence", Kind.EVIDENCE):
                if not self._uow.decision_evidence.all(decision_id=decision, evidence_id=piece):
                    self._uow.decision_evidence.add(DecisionEvidence(0, decision, piece))
            for earlier in self._found(values, "supersedes", Kind.DECISION):
                self._supersede(decision, earlier, values["supersedes"])
        self._named.clear()

    def _supersede(self, decision: int, earlier: int, named: str) -> None:
        from pmtui.services.decisions import check_order  # few files have decisions

        try:
            check_order(self._uow, decision, earlier)
        except Refusal:
            self._troubles.add("superseded by itself: not connected", "supersedes", named)
            return
        self._uow.decisions.save(evolve(self._uow.decisions.get(decision), supersedes=earlier))

    def _found(self, values: Mapping[str, str], column: str, kind: Kind) -> Iterator[int]:
        for line in values.get(column, "").splitlines():
            key, _, words = line.strip().partition(" ")
            number = self._number(kind, key, words)
            if number is not None:
                yield number
            elif line.strip():
                self._troubles.add(NOT_HERE, column, line)

    def _number(self, kind: Kind, key: str, words: str) -> int | None:
        try:
            number = Key.parse(key, kind).number
        except Refusal:
            return None
        wanted = _plain(words)
        together = [one for one in self._named if kind is Kind.DECISION and self._words(kind, one) == wanted]
        if together:
            return together[0]
        if not wanted or self._words(kind, number) == wanted:
            return number if self._words(kind, number) is not None else None
        alike = self._of_words(kind, words)
        return alike[0] if len(alike) == 1 else None

    def _words(self, kind: Kind, number: int) -> str | None:
        if kind is Kind.EVIDENCE:
            piece = self._uow.evidence.find(number)
            return _plain(piece.quote or headline(piece.text)) if piece else None
        record = (self._uow.problems if kind is Kind.PROBLEM else self._uow.decisions).find(number)
        return _plain(record.title) if record else None

    def _of_words(self, kind: Kind, words: str) -> list[int]:
        if kind is Kind.EVIDENCE:
            pieces = {piece.id for piece in (*self._uow.evidence.all(quote=words), *self._uow.evidence.all(text=words))}
            return sorted(pieces)
        records = self._uow.problems if kind is Kind.PROBLEM else self._uow.decisions
        return [record.id for record in records.all(title=words)]


def new_lines(base: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """What a file names now that it did not name when it was last taken in."""
    return {
        name: "\n".join(line for line in there[name].splitlines() if line not in base.get(name, "").splitlines())
        for name in LINKS
        if name in there
    }


def _plain(words: str) -> str:
    return " ".join(shown_line(words).split())
