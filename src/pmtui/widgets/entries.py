"""The order of a list: numbers of records with headings between them."""

from collections.abc import Collection, Sequence


class Entries(Sequence[int | str]):
    """An order that also knows where each number stands."""

    def __init__(self, entries: Sequence[int | str]) -> None:
        self._entries = entries
        self._places = {entry: place for place, entry in enumerate(entries) if isinstance(entry, int)}

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, place: int) -> int | str:  # type: ignore[override]  # slices are not needed
        return self._entries[place]

    @property
    def ids(self) -> Sequence[int]:
        """The numbers from the top."""
        return tuple(self._places)

    def at(self, place: int) -> int | str | None:
        """What stands at a place, from 0, or None beyond the end."""
        return self._entries[place] if place < len(self._entries) else None

    def place(self, number: int | None) -> int | None:
        """Where a number stands, from 0, or None when it doesn't."""
        return None if number is None else self._places.get(number)

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

    def without(self, gone: Collection[int]) -> list[int | str]:
        """The order without these numbers. Headings stay, also over nothing."""
        return [entry for entry in self._entries if entry not in gone]

    def window(self, first: int, stop: int) -> Sequence[int]:
        """The numbers from one place up to another."""
        entries = self._entries[max(0, first) : max(0, stop)]
        return tuple(entry for entry in entries if isinstance(entry, int))
