"""Pieces of evidence as Markdown, to be handed over."""

from collections.abc import Collection

from pmtui.domain.keys import evidence_key, problem_key
from pmtui.export.pieces import PieceOfEvidence, piece_page, pieces_page
from pmtui.services.evidence_list import evidence_list, evidence_sheet
from pmtui.services.evidence_views import EvidenceFilter
from pmtui.store.unit_of_work import UnitOfWork


def piece_markdown(uow: UnitOfWork, number: int) -> str:
    """The page of one piece. Raises Refusal when it is gone."""
    return piece_page(_piece(uow, number))


def listed_markdown(uow: UnitOfWork, wanted: EvidenceFilter, only: Collection[int] = ()) -> str:
    """The page of a list in its order, or of some pieces in it. Raises Refusal as evidence_list does."""
    listed = [entry for entry in evidence_list(uow, wanted) if isinstance(entry, int)]
    chosen = frozenset(only) or frozenset(listed)
    return pieces_page("Evidence", [_piece(uow, number) for number in listed if number in chosen])


def _piece(uow: UnitOfWork, number: int) -> PieceOfEvidence:
    sheet = evidence_sheet(uow, number)
    facts = [str(evidence_key(number)), sheet.kind, sheet.occurred_on, sheet.author, sheet.company, sheet.source]
    problems = [f"{problem_key(problem)} {title}" for problem, title in sheet.problems]
    return PieceOfEvidence(facts[0], sheet.text, sheet.quote, tuple(filter(None, facts)), problems)
