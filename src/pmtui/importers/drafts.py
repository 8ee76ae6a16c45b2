"""What comes out of a file: drafts of records, complaints about others, and troubles that are counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pmtui.domain.estimate import Amount
from pmtui.domain.text import shown_line
from pmtui.importers.table import Cell

UNCLEAR_POINT = "a point before three digits: read as decimals, not as thousands"
OTHER_SCORE = "the file's own score is another than ours, which counts"
NO_TEXT = "no text: left out"
SAME_ID = "same id again: the last record counts"
_EXAMPLE = 120


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as the file has it. What the file has no column for is not in it.

    number: the line or item it starts at. external_id: its name there; by_content: made of its content, for want of
    one. values: fields of the problem, evidence, persona or decision by name, and besides lane, started, finished
    (problems) and company (evidence). tags: None when the file has no tags at all. estimates: by criterion; None where
    the cell is empty. custom: further columns that are not empty, by name.
    """

    number: int
    external_id: str
    by_content: bool
    values: dict[str, str]
    tags: tuple[str, ...] | None = None
    estimates: dict[str, Amount | None] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A record that can't be taken in. number: the line or item it starts at. cells: as they stand there."""

    number: int
    reason: str
    cells: Sequence[Cell] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble in one column: how often, and the first cell that had it."""

    kind: str
    column: str
    count: int
    example: str


class Troubles:
    """Counts troubles, grouped by kind and column."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._examples: dict[tuple[str, str], str] = {}

    def add(self, kind: str, column: str, example: str, count: int = 1) -> None:
        """Count one more of a kind. example: the cell as it stands in the file."""
        key = kind, column
        self._counts[key] = self._counts.get(key, 0) + count
        if key not in self._examples:
            shown = shown_line(example[: _EXAMPLE * 2])
            self._examples[key] = shown if len(shown) <= _EXAMPLE else shown[: _EXAMPLE - 1] + "…"

    def count(self, kind: str) -> int:
        """How many of a kind there were, in all columns."""
        return sum(count for (its_kind, _), count in self._counts.items() if its_kind == kind)

    def report(self) -> tuple[Trouble, ...]:
        """All of them, in the order they were first met."""
        return tuple(Trouble(*key, count, self._examples[key]) for key, count in self._counts.items())
