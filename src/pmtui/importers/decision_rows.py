"""Rows or sections of a file as drafts of decisions."""

from collections.abc import Iterator, Sequence
from datetime import date

from pmtui.domain.base import evolve
from pmtui.domain.decision import Decision
from pmtui.domain.errors import Refusal
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.drafts import Draft
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.proposal import Proposal
from pmtui.importers.table import Cell

LINES = ("driver", "approver", "contributors", "informed", "review_on")
BLOCKS = ("context", "options", "choice", "reason", "prediction", "learned")


class DecisionRows:
    """Makes a draft of a decision out of each row."""

    def __init__(self, proposal: Proposal, reader: CellReader) -> None:
        self._reader = reader
        self._identity = proposal.mapping.get("external_id", ())
        self._custom = custom_columns(proposal)
        self._repeats = Repeats()

    def drafts(self, number: int, cells: Sequence[Cell]) -> Iterator[Draft]:
        """The draft of a row. Raises Refusal for what a decision can't be: without a title, with two approvers."""
        reader = self._reader
        title = reader.line(cells, "title") or ""
        texts = {field: reader.line(cells, field) for field in LINES}
        texts |= {field: reader.block(cells, field) for field in BLOCKS}
        values = {"title": title} | {field: text.strip() for field, text in texts.items() if text is not None}
        evolve(Decision(0, title, "", ""), **values)
        if review_on := values.get("review_on"):
            try:
                date.fromisoformat(review_on)
            except ValueError:
                raise Refusal(f"Its review date “{review_on}” is not a day such as 2027-01-15.") from None
        if created := reader.date(cells, "created"):
            values["created_at"] = created
        key = id_of(cells, self._identity)
        yield Draft(
            number=number,
            external_id=key or self._repeats.numbered(digest(title)),
            by_content=not key,
            values=values,
            custom=reader.custom(cells, self._custom),
        )
