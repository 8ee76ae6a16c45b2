"""Rows of reviews, tickets or other words of customers as drafts of evidence."""

from collections.abc import Iterator, Sequence

from pmtui.domain.base import one_of
from pmtui.domain.evidence import EVIDENCE_TYPES, default_type
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.choices import Proposal
from pmtui.importers.drafts import NO_TEXT, Draft, Troubles
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.table import Cell


class EvidenceRows:
    """Makes a draft of a piece of evidence out of each row that says something."""

    def __init__(self, proposal: Proposal, reader: CellReader, troubles: Troubles) -> None:
        self._reader = reader
        self._troubles = troubles
        self._identity = proposal.mapping.get("external_id", ())
        self._custom = custom_columns(proposal)
        self._kind = proposal.preset.kind
        self._label = proposal.label
        self._repeats = Repeats()

    def drafts(self, number: int, cells: Sequence[Cell]) -> Iterator[Draft]:
        """The draft of a row; none for one without title and text, which is counted."""
        reader = self._reader
        title = reader.line(cells, "title") or ""
        body = reader.block(cells, "text") or ""
        text = f"{title}\n\n{body}" if title and body else title or body
        if not text.strip():
            self._troubles.add(NO_TEXT, reader.column_name("text"), str(number))
            return
        values = evidence_values(reader, cells, text, self._kind, self._label)
        key = id_of(cells, self._identity)
        tags = reader.tags(cells)
        yield Draft(
            number=number,
            external_id=key
            or self._repeats.numbered(digest(text, values.get("occurred_on", ""), values.get("author", ""))),
            by_content=not key,
            values=values,
            tags=None if tags is None else tuple(tags),
            custom=reader.custom(cells, self._custom),
        )


def evidence_values(reader: CellReader, cells: Sequence[Cell], text: str, kind: str, label: str) -> dict[str, str]:
    """The fields of a piece of evidence that a row gives, and those that follow from where it comes from."""
    kind = reader.line(cells, "kind") or kind
    evidence_type = reader.line(cells, "evidence_type") or default_type(kind)
    one_of(evidence_type, EVIDENCE_TYPES, "type of evidence")
    values = {
        "text": text,
        "kind": kind,
        "evidence_type": evidence_type,
        "source": reader.line(cells, "origin") or label,
    }
    if reader.has("created") and (date := reader.date(cells, "created")):
        values["occurred_on"] = date
    for name in ("author", "company"):
        if reader.has(name) and (person := reader.author(cells, name)) is not None:
            values[name] = person
    if reader.has("url") and (url := reader.line(cells, "url")) is not None:
        values["url"] = url
    return values
