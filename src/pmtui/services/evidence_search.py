"""Finding evidence to connect to problems."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.evidence import headline
from pmtui.services.detail_views import EvidenceView
from pmtui.store.queries import details
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """One piece of evidence that matches. connected: whether all of the problems have it already."""

    evidence: EvidenceView
    connected: bool


def find_evidence(uow: UnitOfWork, words: str, problems: Sequence[int], limit: int = 200) -> tuple[FoundEvidence, ...]:
    """The newest evidence whose text holds every one of the words."""
    links = [{link.evidence_id for link in uow.problem_evidence.all(problem_id=problem)} for problem in problems]
    connected = set.intersection(*links) if links else set()
    return tuple(
        FoundEvidence(
            EvidenceView(piece, headline(text), kind, source, author, company, occurred_on), piece in connected
        )
        for piece, text, kind, source, author, company, occurred_on in details.newest_evidence(
            uow.connection, words, limit
        )
    )
