"""What the terminal shows, as far as that is known, so that it isn't painted again."""

from collections.abc import Iterable, MutableMapping, Sequence

from textual.strip import Strip

Span = tuple[int, int, int]
"""A part of a line of the screen: the line, its first cell, and the first cell after it."""
Chops = Sequence[MutableMapping[int, Strip | None]]
"""The pieces of every line by the cell they start in; None where there is nothing to paint."""


class Painted:
    """Pieces of lines. Cuts: the cells every line is cut at; what was painted between others is forgotten."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[Sequence[int], dict[int, Strip]]] = {}

    def leave_out(self, spans: Iterable[Span], chops: Chops, cuts: Sequence[Sequence[int]]) -> list[Span]:
        """Take the pieces that are shown already out of the chops. Returns the spans with something left to paint."""
        left = []
        for span in spans:
            y, first, stop = span
            shown, pieces = self._line(y, cuts[y]), chops[y]
            for start, strip in pieces.items():
                if strip is not None and shown.get(start) == strip:
                    pieces[start] = None
            ends = zip(pieces.items(), cuts[y][1:], strict=True)
            if any(strip is not None and start < stop and end > first for (start, strip), end in ends):
                left.append(span)
        return left

    def note(self, spans: Iterable[Span], chops: Chops, cuts: Sequence[Sequence[int]]) -> None:
        """These spans have been painted."""
        for y, first, stop in spans:
            shown = self._line(y, cuts[y])
            for (start, strip), end in zip(chops[y].items(), cuts[y][1:], strict=True):
                if strip is not None and first <= start and end <= stop:
                    shown[start] = strip
                elif strip is not None and start < stop and end > first:  # a part of it
                    shown.pop(start, None)

    def _line(self, y: int, cuts: Sequence[int]) -> dict[int, Strip]:
        known = self._lines.get(y)
        if known is None or known[0] != cuts:
            known = self._lines[y] = (cuts, {})
        return known[1]
