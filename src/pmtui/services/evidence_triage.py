"""What a user does with evidence that came in, one piece or thousands at once."""

from dataclasses import dataclass
from datetime import date

from pmtui.domain.base import evolve, one_of
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import EVIDENCE_TYPES
from pmtui.domain.fragments import fragment_in
from pmtui.domain.keys import evidence_key
from pmtui.domain.links import Highlight
from pmtui.domain.tag import split_tags
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.evidence import company_named, pieces_in_words, tag_named
from pmtui.store.queries import details, evidence_changes
from pmtui.store.unit_of_work import UnitOfWork

_COLUMNS = {
    "type": "evidence_type",
    "kind": "kind",
    "source": "source",
    "date": "occurred_on",
    "persona": "persona_id",
    "company": "company_id",
}


@dataclass(frozen=True, slots=True)
class DismissEvidence:
    """Say that pieces are of no use, and why; with an empty reason, that they are to be done again."""

    numbers: tuple[int, ...]
    reason: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Dismiss them. Raises Refusal when one is gone."""
        reason = clean_line(self.reason)
        evidence_changes.check_there(uow.connection, self.numbers)
        evidence_changes.set_column(uow.connection, self.numbers, "dismissed_reason", reason)
        pieces = pieces_in_words(self.numbers)
        return Outcome(f"Dismissed {pieces}: {reason}" if reason else f"Took {pieces} up again")


@dataclass(frozen=True, slots=True)
class SetEvidenceField:
    """Set one field of pieces: type, kind, source, date, persona (a number) or company (a name); "" for none."""

    numbers: tuple[int, ...]
    name: str
    value: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it. Raises Refusal for an unknown field or type, a date that is none, and when something is gone."""
        if self.name not in _COLUMNS:
            raise Refusal(f"{self.name} can't be set on evidence.", "Set " + ", ".join(_COLUMNS) + ".")
        value = clean_line(self.value)
        kept, words = self._kept(uow, value)
        evidence_changes.check_there(uow.connection, self.numbers)
        evidence_changes.set_column(uow.connection, self.numbers, _COLUMNS[self.name], kept)
        return Outcome(f"Set {self.name} to {words or 'none'} on {pieces_in_words(self.numbers)}")

    def _kept(self, uow: UnitOfWork, value: str) -> tuple[str | int | None, str]:
        """What is stored for a value, and how it is called."""
        if self.name == "persona":
            persona = uow.personas.get(int(value)) if value else None
            return (persona.id, persona.name) if persona else (None, "")
        if self.name == "company":
            return (company_named(uow, value) if value else None), value
        if self.name == "date":
            check_date(value)
        elif self.name == "type":
            one_of(value, EVIDENCE_TYPES, "evidence type")
        if self.name in ("type", "kind") and not value:
            raise Refusal(f"Evidence has a {self.name}.", "Name one.")
        return value, value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class TagEvidence:
    """Put tags on pieces and take tags off them, by name."""

    numbers: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change the tags. Raises Refusal when a piece is gone."""
        evidence_changes.check_there(uow.connection, self.numbers)
        for name in split_tags(",".join(self.add)):
            evidence_changes.tag(uow.connection, tag_named(uow, name), self.numbers)
        for name in self.remove:
            if (tag := details.tag_number(uow.connection, clean_line(name))) is not None:
                evidence_changes.untag(uow.connection, tag, self.numbers)
        return Outcome(f"Tagged {pieces_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class MarkQuote:
    """Mark words of a piece: they are kept as a highlight, and become its quote. Marked again, both go.

    The quote before stays marked, also where it came with the piece, as the result of an experiment does.
    """

    number: int
    words: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Mark them. Raises Refusal when the text has not these words in a row."""
        piece, key = uow.evidence.get(self.number), evidence_key(self.number)
        fragment = fragment_in(piece.text, clean_block(self.words))
        there = uow.highlights.all(evidence_id=self.number, fragment=fragment)
        if there and piece.quote == fragment:
            uow.highlights.delete([mark.id for mark in there])
            left = uow.highlights.all(evidence_id=self.number)
            uow.evidence.save(evolve(piece, quote=left[-1].fragment if left else ""))
            return Outcome(f"Unmarked words of {key}")
        marked = {mark.fragment for mark in uow.highlights.all(evidence_id=self.number)}
        for words in dict.fromkeys((piece.quote, fragment)):
            if words and words not in marked and words in piece.text:
                uow.highlights.add(Highlight(0, self.number, words))
        uow.evidence.save(evolve(piece, quote=fragment))
        return Outcome(f"Marked the quote of {key}")


def check_date(text: str) -> None:
    """Raise Refusal unless a text is an ISO 8601 day, month or year, or empty."""
    try:
        if text:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        raise Refusal(f"“{text}” is not a date.", "Type it as 2026-11-20, 2026-11 or 2026, or nothing.") from None
