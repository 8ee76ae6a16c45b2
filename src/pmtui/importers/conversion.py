"""Rows of a file into drafts, each field by its own rule."""

from collections.abc import Iterator

from pmtui.domain.errors import Refusal
from pmtui.importers.cells import CellReader
from pmtui.importers.choices import Proposal
from pmtui.importers.decision_rows import DecisionRows
from pmtui.importers.drafts import SAME_ID, Complaint, Draft, Troubles
from pmtui.importers.evidence_rows import EvidenceRows
from pmtui.importers.fields import DECISION, PERSONA, PROBLEM
from pmtui.importers.identity import find_superseded
from pmtui.importers.persona_rows import PersonaRows
from pmtui.importers.problem_rows import ProblemRows
from pmtui.importers.survey_rows import SurveyRows
from pmtui.importers.table import Source

Rows = ProblemRows | EvidenceRows | SurveyRows | PersonaRows | DecisionRows


def convert(source: Source, proposal: Proposal, troubles: Troubles, salt: bytes = b"") -> Iterator[Draft | Complaint]:
    """Every record as drafts or as a complaint, in the file's order.

    A record that says nothing (evidence without a text) is only counted. Of records with the same id the last one is
    taken. troubles: filled on the way. salt: keeps the words that stand for addresses from being guessed.
    """
    rows = _rows_for(proposal, troubles, salt)
    identity = proposal.mapping.get("external_id", ())
    superseded = find_superseded(source, identity)
    for key in superseded.values():
        troubles.add(SAME_ID, identity[0].name, key)
    width = sum(len(column.places) for column in source.columns)
    for number, cells in source.rows():
        if number in superseded:
            continue
        if len(cells) > width and any(cells[width:]):
            yield Complaint(number, f"It has {len(cells)} cells where the header has {width}.", cells)
            continue
        try:
            yield from rows.drafts(number, cells)
        except Refusal as refusal:
            yield Complaint(number, str(refusal), cells)


def _rows_for(proposal: Proposal, troubles: Troubles, salt: bytes) -> Rows:
    reader = CellReader(proposal, troubles, salt)
    if proposal.target == PROBLEM:
        return ProblemRows(proposal, reader)
    if proposal.target == PERSONA:
        return PersonaRows(proposal, reader)
    if proposal.target == DECISION:
        return DecisionRows(proposal, reader)
    if proposal.preset.answers:
        return SurveyRows(proposal, reader)
    return EvidenceRows(proposal, reader, troubles)
