"""What makes a record of a file the same record the next time: its id there, else its content."""

from collections.abc import Sequence
from hashlib import blake2b

from pmtui.domain.text import clean_line
from pmtui.importers.table import Cell, Column, Source, text_at

_LONGEST_ID = 400
_DIGEST = 12


def id_of(cells: Sequence[Cell], columns: tuple[Column, ...]) -> str:
    """The id a row has in its own program: several columns joined by slashes; "" when any of them is empty."""
    parts = [clean_line(text_at(cells, column.places) or "") for column in columns]
    if not all(parts):
        return ""
    joined = "/".join(parts)
    return joined if len(joined) <= _LONGEST_ID else digest(joined)


def digest(*parts: str) -> str:
    """A short word for some texts: the same for the same texts, without regard to case and spaces."""
    plain = "\x1f".join(" ".join(part.split()).casefold() for part in parts)
    return blake2b(plain.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


class Repeats:
    """Tells equal content apart by counting it: the second record of the same content gets a number."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._counts: dict[int, int] = {}

    def numbered(self, key: str) -> str:
        """The key itself the first time, `key~2` the second."""
        number = int(key[:16], 16)
        if number not in self._seen:
            self._seen.add(number)
            return key
        self._counts[number] = self._counts.get(number, 1) + 1
        return f"{key}~{self._counts[number]}"


def find_superseded(source: Source, columns: tuple[Column, ...]) -> dict[int, str]:
    """The records whose id comes again further down: their number (line or item) and that id."""
    if not columns:
        return {}
    last: dict[str, int] = {}
    superseded: dict[int, str] = {}
    for number, cells in source.rows():
        if key := id_of(cells, columns):
            if key in last:
                superseded[last[key]] = key
            last[key] = number
    return superseded
