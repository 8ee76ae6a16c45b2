"""Rows or sections of a file as drafts of decisions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.decision import Decision, read_probability
from pmtui.domain.errors import Refusal
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.choices import Proposal
from pmtui.importers.drafts import Draft
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.table import Cell

LINES = ("driver", "approver", "contributors", "informed", "review_on", "outcome", "reviewed_on")
LINKS = ("problems", "evidence", "supersedes")
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
        for field in ("review_on", "reviewed_on"):
            _check_day(values.get(field, ""))
        probability, place = reader.line(cells, "probability"), reader.line(cells, "place")
        if probability is not None:
            values["probability"] = number_in_words(read_probability(probability))
        if place is not None:
            values["place"] = number_in_words(_read_place(place))
        evolve(Decision(0, title, "", ""), **with_figures(values))
        links = {field: reader.block(cells, field) for field in LINKS}
        values |= {field: text for field, text in links.items() if text is not None}
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


def with_figures(values: Mapping[str, str]) -> dict[str, Any]:
    """The values of a draft as the fields of a decision: its probability and its place as numbers, no links."""
    fields: dict[str, Any] = {name: text for name, text in values.items() if name not in LINKS}
    for name, read in (("probability", float), ("place", int)):
        if name in fields:
            fields[name] = read(fields[name]) if fields[name] else None
    return fields


def number_in_words(number: float | None) -> str:
    """A probability or a place as a draft holds it."""
    return "" if number is None else repr(number)


def _check_day(text: str) -> None:
    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"Its review date “{text}” is not a day such as 2027-01-15.") from None


def _read_place(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise Refusal(f"Its place “{text}” is no rank such as 1.")
    return int(text)
