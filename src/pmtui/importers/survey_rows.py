"""Rows of a survey: each answer in a respondent's own words is one piece of evidence."""

from collections.abc import Iterator, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_block
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.choices import Proposal
from pmtui.importers.drafts import Draft
from pmtui.importers.evidence_rows import evidence_values
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.survey import question_of
from pmtui.importers.table import Cell, text_at

_QUESTION = "Question"
_RESPONDENT = 8


class SurveyRows:
    """Makes drafts of evidence out of each response: one for each open answer, else one for all answers together."""

    def __init__(self, proposal: Proposal, reader: CellReader) -> None:
        self._reader = reader
        self._identity = proposal.mapping.get("external_id", ())
        self._answers = proposal.mapping.get("answers", ())
        self._custom = custom_columns(proposal)
        self._kind = proposal.preset.kind
        self._label = proposal.label
        self._repeats = Repeats()

    def drafts(self, number: int, cells: Sequence[Cell]) -> Iterator[Draft]:
        """The drafts of a response. Its closed answers stand with each of them as custom fields."""
        key = id_of(cells, self._identity)
        response = key or self._repeats.numbered(digest(*(_whole(cell) for cell in cells)))
        closed = self._reader.custom(cells, self._custom)
        if not self._answers:
            text = "\n".join(f"{question}: {answer}" for question, answer in closed.items())
            if not text:
                raise Refusal("It has no answers.")
            yield self._draft(number, cells, response, not key, text, {})
            return
        for column in self._answers:
            answer = text_at(cells, column.places)
            text = self._reader.clean((answer or "").strip(), column.name, clean_block)
            if text:
                custom = {_QUESTION: question_of(column.name), **closed}
                identity = f"{response}/{digest(column.name)[:_RESPONDENT]}"
                yield self._draft(number, cells, identity, not key, text, custom)

    def _draft(
        self, number: int, cells: Sequence[Cell], identity: str, by_content: bool, text: str, custom: dict[str, str]
    ) -> Draft:
        values = evidence_values(self._reader, cells, text, self._kind, self._label)
        if not values.get("author"):
            # Answers of one person count as one customer, of two persons as two.
            values["author"] = f"Respondent {identity.split('/')[0][: _RESPONDENT + 2]}"
        return Draft(number, identity, by_content, values, custom=custom)


def _whole(cell: Cell) -> str:
    return ", ".join(cell) if isinstance(cell, tuple) else cell or ""
