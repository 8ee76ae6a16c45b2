"""Where the names of the columns stand in a text file, and which columns there are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pmtui.domain.text import clean_line
from pmtui.importers.dialect import usual_width
from pmtui.importers.table import Column, normal_name, shown_name

LOOK_AT = 20
_VALUE = re.compile(
    r"\s*[-+$€£]?\d[\d.,\s]*%?\s*"  # a number
    r"|\s*\d{1,4}[-/.]\w{1,9}[-/.]\d{1,4}.*",  # a date
    re.DOTALL,
)
# A header may name a year or two; more values than this share of its cells make it a record.
_VALUES_IN_HEADER = 0.2
_WORDS_IN_NAME = 4
_UNLIKE_NAME = re.compile(r"[\d@+]|[.!,;]$")
_ANSWER_WORDS = {"response", "open-ended response"}


@dataclass(frozen=True, slots=True)
class Header:
    """The names of all columns by place, and how many records stand before the first record of data."""

    names: tuple[str, ...]
    records: int
    notes: tuple[str, ...] = ()


def find_header(records: Sequence[list[str]]) -> Header:
    """Find the header among the first records: past a preamble, perhaps of two rows, perhaps missing."""
    usual = usual_width([len(record) for record in records])
    first = next((at for at, record in enumerate(records) if not _is_preamble(record, usual)), 0)
    names = [clean_line(cell.removeprefix("\ufeff")) for cell in records[first]]
    notes = (f"{first} record{'s' * (first > 1)} above the header left out",) if first else ()
    if _share_of_values(names) > _VALUES_IN_HEADER or (usual == 1 and not _names_one_column(names[0])):
        numbered = tuple(f"Column {place}" for place in range(1, usual + 1))
        return Header(numbered, first, (*notes, "no header found: the columns are numbered"))
    following = records[first + 1] if len(records) > first + 1 else []
    if _is_second_header(names, following):
        return Header(_join_headers(names, following), first + 2, (*notes, "the header has two rows"))
    return Header(tuple(names), first + 1, notes)


def group_columns(names: Iterable[str]) -> tuple[Column, ...]:
    """The columns of a header: cells of the same name make one column, cells without a name are numbered."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(name or f"Column {place + 1}", []).append(place)
    shown: dict[str, int] = {}
    columns = []
    for name, where in places.items():
        label = shown_name(name)
        # `Story Points` and `Custom field (Story Points)` are two columns.
        shown[label] = shown.get(label, 0) + 1
        columns.append(Column(label if shown[label] == 1 else f"{label} ({shown[label]})", tuple(where)))
    return tuple(columns)


def _is_preamble(record: list[str], usual: int) -> bool:
    filled = sum(1 for cell in record if cell.strip())
    return not filled or (usual > 1 and (filled == 1 or len(record) < usual / 2))


def _names_one_column(text: str) -> bool:
    """Whether the first line of a file with a single column names it, rather than being the first of its texts."""
    question = text.endswith("?")
    return question or (len(text.split()) <= _WORDS_IN_NAME and not _UNLIKE_NAME.search(text))


def _share_of_values(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if cell]
    return sum(1 for cell in filled if _VALUE.fullmatch(cell)) / max(1, len(filled))


def _is_second_header(names: list[str], record: list[str]) -> bool:
    """A survey tool's second row: options where the first row is blank, “Response” where it is not."""
    cells = [cell.strip() for cell in record]
    if len(cells) != len(names) or _share_of_values(cells) > 0:
        return False
    blank = [cell for name, cell in zip(names, cells, strict=True) if not name]
    answers = sum(1 for cell in cells if normal_name(cell) in _ANSWER_WORDS)
    return (bool(blank) and all(blank) and not cells[0]) or (answers > 1 and not cells[0])


def _join_headers(names: list[str], options: list[str]) -> tuple[str, ...]:
    joined = []
    question = ""
    for name, option in zip(names, options, strict=True):
        question = name or question
        words = clean_line(option)
        plain = not words or normal_name(words) in _ANSWER_WORDS
        joined.append(question if plain else f"{question} – {words}")
    return tuple(joined)
