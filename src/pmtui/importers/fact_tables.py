"""Tables of two columns that say one fact a row, as pages about personas have them."""

import re
from collections.abc import Sequence

_ROW = re.compile(r"\s*\|(.*)\|\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-+:?\s*")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)


def take_fact_tables(lines: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Name and value of every fact in the tables of two columns, and the lines that are in none of these tables."""
    facts: list[tuple[str, str]] = []
    rest: list[str] = []
    place = 0
    while place < len(lines):
        table = _table_at(lines, place)
        if table:
            header, _, *rows = table
            facts += [(name, value) for name, value in (header, *rows) if name and value]
            place += len(table)
        else:
            rest.append(lines[place])
            place += 1
    return facts, rest


def _table_at(lines: Sequence[str], place: int) -> list[tuple[str, str]]:
    """The rows of a table of two columns that begins at a line; none where there is no such table."""
    rows: list[tuple[str, str]] = []
    for line in lines[place:]:
        cells = _cells(line)
        if len(cells) != 2:
            break
        rows.append((cells[0], cells[1]))
        if len(rows) == 2 and not all(map(_RULE.fullmatch, cells)):
            return []
    return rows if len(rows) > 2 else []


def _cells(line: str) -> list[str]:
    row = _ROW.fullmatch(line)
    if row is None:
        return []
    return [_BREAK.sub("\n", cell.replace(r"\|", "|")).strip() for cell in _CELL_END.split(row[1])]
