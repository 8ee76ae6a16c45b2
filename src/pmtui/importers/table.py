"""A file as a table, whatever its format: named columns and rows of cells, read anew each time they are asked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

OpenFile = Callable[[], BinaryIO]
# One text, several values (a JSON list), or None where the row has no such cell at all.
Cell = str | tuple[str, ...] | None
# The line or item the record starts at, counted from 1, and its cells.
Row = tuple[int, Sequence[Cell]]

_CUSTOM_FIELD = re.compile(r"custom field \((.*)\)", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"[\s_]+")
_AFTERTHOUGHT = re.compile(r"\s*(?:\([^)]*\)\s*$|:.*$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Column:
    """One named column. places: where its cells stand in a row; several when the header repeats its name."""

    name: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A readable file.

    format: csv, tsv, json or markdown. rows: a fresh pass over the records. unit: what a row's number counts, line
    or item. notes: what the user should know about the reading. label: where the file says it comes from, or "".
    left_out: records of other kinds that are not taken, with their number, such as ("pull request", 4).
    parts_left_out: the same of parts of the records that are taken, such as ("frozen ranking", 2).
    """

    file_name: str
    format: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Row]]
    unit: str = "line"
    notes: tuple[str, ...] = ()
    label: str = ""
    left_out: tuple[tuple[str, int], ...] = ()
    parts_left_out: tuple[tuple[str, int], ...] = ()


def normal_name(header: str) -> str:
    """A header as it is compared: in lower case, single spaces for spaces and underscores."""
    return _SPACES.sub(" ", header).strip().casefold()


def short_name(header: str) -> str:
    """A header as it is compared loosely: without a closing remark in brackets or after a colon."""
    return normal_name(_AFTERTHOUGHT.sub("", header))


def shown_name(header: str) -> str:
    """A header as the user sees it: one line, and Jira's `Custom field (X)` as X."""
    line = " ".join(header.split())
    match = _CUSTOM_FIELD.fullmatch(line)
    return match[1] if match else line


def values_at(cells: Sequence[Cell], places: tuple[int, ...]) -> list[str]:
    """All non-empty values at these places of a row."""
    found: list[str] = []
    for place in places:
        cell = cells[place]
        if not cell:
            continue
        if isinstance(cell, str):
            found.append(cell)
        else:
            found.extend(value for value in cell if value)
    return found


def text_at(cells: Sequence[Cell], places: tuple[int, ...]) -> str | None:
    """The first non-empty value at these places; "" when all are empty, None when the row has none of them."""
    there = False
    for place in places:
        cell = cells[place]
        if isinstance(cell, tuple):
            cell = ", ".join(cell)
        if cell:
            return cell
        there = there or cell is not None
    return "" if there else None
