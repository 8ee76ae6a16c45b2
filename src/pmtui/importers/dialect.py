"""How a text file separates and quotes its cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ",;\t|"
_RECORDS = 200
# A character that stands in no text: for files of a single column.
_NONE = "\x1f"
# A delimiter counts when at least this share of the records has the usual number of cells.
_ENOUGH = 0.5
# Below a header of a single name, sentences with commas may look like two columns at times.
_SURE = 0.9
_LONE_NAME = re.compile(r"\W*[^\W\d_]{2,30}\W*")


@dataclass(frozen=True, slots=True)
class Dialect:
    """The delimiter, and whether quotes enclose cells (or are letters like any other)."""

    delimiter: str
    quoted: bool = True

    def reader(self, lines: io.TextIOBase) -> Reader:
        """A reader of records that refuses an unclosed quote instead of swallowing the rest of the file."""
        if self.quoted:
            return csv.reader(lines, delimiter=self.delimiter, strict=True)
        return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)


def find_dialect(sample: str) -> Dialect:
    """The dialect of a text, judged by its beginning: the delimiter that gives the most records of equal width.

    Where none does, the one that the first line has most of; failing that, a single column. Tabs with quotes that
    enclose nothing are read without quoting.
    """
    best = max(_DELIMITERS, key=lambda delimiter: _score(sample, Dialect(delimiter)))
    unquoted_tabs = Dialect("\t", quoted=False)
    if _score(sample, unquoted_tabs) > _score(sample, Dialect(best)):
        return unquoted_tabs
    header = next((line for line in sample.splitlines() if line.strip()), "")
    if _score(sample, Dialect(best))[0] >= (_SURE if _LONE_NAME.fullmatch(header) else _ENOUGH):
        return Dialect(best)
    return Dialect(max(_DELIMITERS, key=header.count) if any(mark in header for mark in _DELIMITERS) else _NONE)


def usual_width(widths: list[int]) -> int:
    """The commonest number of cells above one; of several as common the largest. 1 when all records have one."""
    counts = Counter(width for width in widths if width > 1)
    return max(counts, key=lambda width: (counts[width], width)) if counts else 1


def _score(sample: str, dialect: Dialect) -> tuple[float, int, int]:
    """The share of records of the usual width, then that width, then the number of records."""
    widths: list[int] = []
    records = dialect.reader(io.StringIO(sample, newline=""))
    # The sample may end inside a quoted cell; the reading of the whole file is strict.
    with suppress(csv.Error):
        widths.extend(len(cells) for cells in islice(records, _RECORDS) if cells)
    usual = usual_width(widths)
    return (widths.count(usual) / len(widths), usual, len(widths)) if usual > 1 else (0.0, 1, len(widths))
