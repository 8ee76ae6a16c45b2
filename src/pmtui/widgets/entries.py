"""The order of a list: numbers of records with headings between them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import pairwise


class Entries(Sequence[int | str]):
    """An order that also knows where each number stands.

    What is taken out of a long order is noted beside the places it had before: to note all places anew takes time.
    """

    def __init__(self, entries: Sequence[int | str]) -> None:
        self._entries = entries
        self._places: Mapping[int | str, int] = dict(zip(entries, range(len(entries)), strict=True))
        self._gone: Sequence[int] = ()  # the places, in order, of what is no longer there
        numbers = [entry for entry in entries if isinstance(entry, int)]
        self._heading_count = len(entries) - len(numbers)
        self.highest = max(numbers, default=0)
        """The highest number it began with, also where that has been taken out."""

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[int | str]:
        return iter(self._entries)  # ten times as fast as asking for place after place

    def __getitem__(self, place: int) -> int | str:  # type: ignore[override]  # slices are not needed
        return self._entries[place]

    @property
    def ids(self) -> Sequence[int]:
        """The numbers from the top."""
        return tuple([entry for entry in self._entries if isinstance(entry, int)])

    @property
    def id_count(self) -> int:
        """How many numbers there are."""
        return len(self._entries) - self._heading_count

    def at(self, place: int) -> int | str | None:
        """What stands at a place, from 0, or None beyond the end."""
        return self._entries[place] if place < len(self._entries) else None

    def place(self, number: int | None) -> int | None:
        """Where a number stands, from 0, or None when it doesn't."""
        before = None if number is None else self._places.get(number)
        if before is None or not self._gone:
            return before
        place = before - bisect_left(self._gone, before)
        return place if self.at(place) == number else None

    def nearest(self, place: int, downwards: bool = True) -> int | None:
        """The number at a place, else the first one further on in a direction, else the first one in the other."""
        place = max(0, min(place, len(self._entries) - 1))
        below = range(place, len(self._entries))
        above = range(min(place, len(self._entries) - 1), -1, -1)
        for places in (below, above) if downwards else (above, below):
            for candidate in places:
                entry = self._entries[candidate]
                if isinstance(entry, int):
                    return entry
        return None

    def without(self, gone: Collection[int]) -> "Entries":
        """The order without these numbers. Headings stay, also over nothing."""
        places = sorted(place for number in gone if (place := self.place(number)) is not None)
        left = copy(self)
        kept: list[int | str] = []
        for after, before in pairwise((-1, *places, len(self._entries))):
            kept += self._entries[after + 1 : before]
        left._entries = kept
        left._gone = sorted((*self._gone, *(self._places[self._entries[place]] for place in places)))
        return left

    def window(self, first: int, stop: int) -> Sequence[int]:
        """The numbers from one place up to another."""
        entries = self._entries[max(0, first) : max(0, stop)]
        return tuple(entry for entry in entries if isinstance(entry, int))
