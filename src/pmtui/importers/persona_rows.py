"""Rows or sections of a file as drafts of personas."""

from collections.abc import Iterator, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.scale import POPULATION, read_amount
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.choices import Proposal
from pmtui.importers.drafts import Draft
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.table import Cell

LINES = ("role", "picture", "quote", "population")
BLOCKS = ("jobs", "pains", "gains", "notes")


class PersonaRows:
    """Makes a draft of a persona out of each row."""

    def __init__(self, proposal: Proposal, reader: CellReader) -> None:
        self._reader = reader
        self._identity = proposal.mapping.get("external_id", ())
        self._custom = custom_columns(proposal)
        self._repeats = Repeats()

    def drafts(self, number: int, cells: Sequence[Cell]) -> Iterator[Draft]:
        """The draft of a row. Raises Refusal for a row without a name, or with a number of people that is none."""
        reader = self._reader
        name = reader.line(cells, "title")
        if not name:
            raise Refusal("It has no name.")
        texts = {field: reader.line(cells, field) for field in LINES}
        texts |= {field: reader.block(cells, field) for field in BLOCKS}
        values = {"name": name} | {field: text.strip() for field, text in texts.items() if text is not None}
        people = values.get("population", "")
        read_amount(people, POPULATION)
        if people:  # thousands signs are for reading: what was exported comes back as it was typed
            values["population"] = people.replace(",", "")
        key = id_of(cells, self._identity)
        yield Draft(
            number=number,
            external_id=key or self._repeats.numbered(digest(name)),
            by_content=not key,
            values=values,
            custom=reader.custom(cells, self._custom),
        )
