"""What a user does with evidence: adding it, changing it, deleting it, connecting it to problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.company import Company
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import Evidence, default_type
from pmtui.domain.keys import evidence_key, keys_in_words
from pmtui.domain.links import EvidenceTag, ProblemEvidence
from pmtui.domain.tag import Tag
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.queries import details, evidence_changes
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("kind", "source", "url", "author", "occurred_on")
BLOCKS = ("text",)


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Add one piece of evidence and connect it to problems.

    company: a name, made when it is new. evidence_type: "" for the one its kind has. persona: a number.
    """

    text: str
    kind: str = "quote"
    source: str = ""
    author: str = ""
    occurred_on: str = ""
    company: str = ""
    problems: tuple[int, ...] = ()
    evidence_type: str = ""
    persona: int | None = None
    tags: tuple[str, ...] = ()

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty text, an unknown type, persona or problem."""
        kind = clean_line(self.kind) or "quote"
        number = uow.evidence.add(
            Evidence(
                id=0,
                text=clean_block(self.text).strip(),
                created_at=uow.now,
                kind=kind,
                evidence_type=self.evidence_type or default_type(kind),
                source=clean_line(self.source),
                author=clean_line(self.author),
                occurred_on=clean_line(self.occurred_on),
                company_id=company_named(uow, self.company) if self.company.strip() else None,
                persona_id=uow.personas.get(self.persona).id if self.persona else None,
            )
        )
        for problem in dict.fromkeys(self.problems):
            uow.problem_evidence.add(ProblemEvidence(0, uow.problems.get(problem).id, number))
        for name in dict.fromkeys(self.tags):
            uow.evidence_tags.add(EvidenceTag(0, number, tag_named(uow, name)))
        return Outcome(f"Added {evidence_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class AddManyEvidence:
    """Add many pieces that have everything but their texts in common. common: the text it has itself is not used."""

    texts: tuple[str, ...]
    common: AddEvidence

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add them. Raises Refusal as AddEvidence does, and when there is none."""
        if not self.texts:
            raise Refusal("There is no text to add.", "Each line becomes a piece of evidence.")
        numbers = [evolve(self.common, text=text).run(uow).created for text in self.texts]
        words = "1 piece" if len(numbers) == 1 else f"{len(numbers):,} pieces"
        return Outcome(f"Added {words} of evidence", created=numbers[0])


@dataclass(frozen=True, slots=True)
class EditEvidence:
    """Change texts of one piece. changes: by field (LINES, BLOCKS); seen: the values the user saw, see EditProblem."""

    number: int
    changes: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. A quote or highlight that its new text has no longer goes. Raises Refusal as EditProblem does."""
        piece, key = uow.evidence.get(self.number), str(evidence_key(self.number))
        kept = {name: str(getattr(piece, name)) for name in (*LINES, *BLOCKS)}
        wanted = {name: text for name, text in self.changes.items() if name in kept}
        changed = evolve(piece, **fields_to_change(key, kept, wanted, self.seen, BLOCKS))
        if changed == piece:
            return Outcome(f"{key} is as it was")
        if changed.text != piece.text:
            lost = [mark for mark in uow.highlights.all(evidence_id=self.number) if mark.fragment not in changed.text]
            uow.highlights.delete([mark.id for mark in lost])
            if any(mark.fragment == changed.quote for mark in lost):
                changed = evolve(changed, quote="")
        if changed.kind != piece.kind and piece.evidence_type == default_type(piece.kind):
            changed = evolve(changed, evidence_type=default_type(changed.kind))
        uow.evidence.save(changed)
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class DeleteEvidence:
    """Delete pieces with their links, tags and highlights. Pieces merged into them stand for themselves again."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        evidence_changes.check_there(uow.connection, self.numbers)
        evidence_changes.delete(uow.connection, self.numbers)
        return Outcome(f"Deleted {pieces_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class ConnectEvidence:
    """Connect pieces of evidence to problems, or take the connection off."""

    problems: tuple[int, ...]
    evidence: tuple[int, ...]
    connected: bool = True

    def run(self, uow: UnitOfWork) -> Outcome:
        """Connect or disconnect them. Raises Refusal when one of them is gone."""
        evidence_changes.check_there(uow.connection, self.evidence)
        for problem in self.problems:
            uow.problems.get(problem)
            if self.connected:
                evidence_changes.connect(uow.connection, problem, self.evidence)
            else:
                evidence_changes.disconnect(uow.connection, problem, self.evidence)
        word = "Connected {} to {}" if self.connected else "Disconnected {} from {}"
        return Outcome(word.format(pieces_in_words(self.evidence), keys_in_words(self.problems)))


def pieces_in_words(numbers: tuple[int, ...]) -> str:
    """One key, or how many pieces, as a step's label names them."""
    return str(evidence_key(numbers[0])) if len(numbers) == 1 else f"{len(numbers):,} pieces"


def company_named(uow: UnitOfWork, name: str) -> int:
    """The number of the company of this name in any case, made when it is new."""
    cleaned = clean_line(name)
    found = details.company_number(uow.connection, cleaned)
    return found if found is not None else uow.companies.add(Company(0, cleaned, uow.now))


def tag_named(uow: UnitOfWork, name: str) -> int:
    """The number of the tag of this name in any case, made when it is new."""
    cleaned = clean_line(name)
    found = details.tag_number(uow.connection, cleaned)
    return found if found is not None else uow.tags.add(Tag(0, cleaned))
