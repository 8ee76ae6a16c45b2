"""Evidence that is likely there twice, and making one piece of several."""

from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.duplicates import NEAR, sameness, words_in
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import evidence_key
from pmtui.domain.links import EvidenceTag, Highlight, ProblemEvidence
from pmtui.store.queries import duplicates
from pmtui.store.unit_of_work import UnitOfWork

COMPARED = 1_000
"""So many pieces with the same text or by the same customer are compared with one."""

COMPARED_FOR_PAIRS = 5_000
A_CUSTOMER = 100
"""So many of a customer's pieces are compared with each other."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A piece that likely says the same as another. sameness: the part of their words that both have, 0 to 1."""

    evidence: int
    text: str
    sameness: float
    same_customer: bool


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two pieces that are likely one: the older first."""

    first: int
    second: int
    sameness: float


@dataclass(frozen=True, slots=True)
class MergeEvidence:
    """Make one piece of several that say the same.

    What the merged pieces are connected to, their tags, and highlights whose words the kept piece has, go over to it.
    The merged ones stay to be read, and count no more.
    """

    keep: int
    merged: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Merge them. Raises Refusal when one is gone, merged already, or to be merged into itself."""
        kept = uow.evidence.get(self.keep)
        if kept.duplicate_of is not None:
            raise Refusal(
                f"{evidence_key(self.keep)} was merged itself.", f"Keep {evidence_key(kept.duplicate_of)} instead."
            )
        if not self.merged or self.keep in self.merged:
            raise Refusal(
                "A piece can't be merged into itself.", "Pick the piece to keep and others that say the same."
            )
        for number in dict.fromkeys(self.merged):
            piece = uow.evidence.get(number)
            if piece.duplicate_of is not None:
                raise Refusal(f"{evidence_key(number)} is merged into {evidence_key(piece.duplicate_of)} already.")
            for merged_before in uow.evidence.all(duplicate_of=number):
                uow.evidence.save(evolve(merged_before, duplicate_of=self.keep))
            self._hand_over(uow, number, kept.text)
            uow.evidence.save(evolve(piece, duplicate_of=self.keep))
        pieces = str(evidence_key(self.merged[0])) if len(self.merged) == 1 else f"{len(self.merged)} pieces"
        return Outcome(f"Merged {pieces} into {evidence_key(self.keep)}")

    def _hand_over(self, uow: UnitOfWork, number: int, text: str) -> None:
        for problem in [link.problem_id for link in uow.problem_evidence.all(evidence_id=number)]:
            if not uow.problem_evidence.all(problem_id=problem, evidence_id=self.keep):
                uow.problem_evidence.add(ProblemEvidence(0, problem, self.keep))
        for tag in [link.tag_id for link in uow.evidence_tags.all(evidence_id=number)]:
            if not uow.evidence_tags.all(tag_id=tag, evidence_id=self.keep):
                uow.evidence_tags.add(EvidenceTag(0, self.keep, tag))
        for highlight in uow.highlights.all(evidence_id=number):
            there = uow.highlights.all(evidence_id=self.keep, fragment=highlight.fragment)
            if highlight.fragment in text and not there:
                uow.highlights.add(Highlight(0, self.keep, highlight.fragment))
                uow.highlights.delete([highlight.id])
        uow.problem_evidence.delete_where(evidence_id=number)
        uow.evidence_tags.delete_where(evidence_id=number)


def likely_duplicates(uow: UnitOfWork, evidence: int, limit: int = 20) -> tuple[Duplicate, ...]:
    """The pieces that likely say the same as one, the most alike first.

    These have the very same text, or are by the same customer (company, else author) and share most words.
    """
    asked = duplicates.text_and_customer(uow.connection, evidence)
    if asked is None:
        return ()
    _, text, customer = asked
    words = words_in(text)
    found = []
    for number, other, other_customer in duplicates.alike_candidates(uow.connection, evidence, COMPARED):
        alike = 1.0 if other == text else sameness(words, words_in(other))
        if alike >= NEAR:
            same_customer = customer is not None and other_customer == customer
            found.append(Duplicate(number, other, alike, same_customer))
    return tuple(sorted(found, key=lambda one: (-one.sameness, not one.same_customer, one.evidence))[:limit])


def duplicate_pairs(uow: UnitOfWork, limit: int = 200) -> tuple[DuplicatePair, ...]:
    """Pairs that are likely one, the most alike first; of customers who said more than one, the newest pieces."""
    pairs = dict.fromkeys(duplicates.same_texts(uow.connection, limit), 1.0)
    by_customer: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for number, text, customer in duplicates.newest_of_repeated_customers(uow.connection, COMPARED_FOR_PAIRS):
        said = by_customer.setdefault(customer or "", [])
        if len(said) == A_CUSTOMER:
            continue
        words = words_in(text)
        for newer, its_words in said:
            if (alike := sameness(words, its_words)) >= NEAR:
                pairs.setdefault((number, newer), alike)
        said.append((number, words))
    best = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return tuple(DuplicatePair(first, second, alike) for (first, second), alike in best)
