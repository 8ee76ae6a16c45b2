"""A frame costs what is painted of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from pmtui.widgets.thrifty_scrollbar import bar_lines

Span = tuple[int, int, int]


class ThriftyCompositor(Compositor):
    """Draws only the lines that are painted, of the widgets that are seen there.

    Textual's draws every line of every widget for any change, those behind others too.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed on the screen since the last frame, or None."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        return ChopsUpdate(self._chops(spans), spans, [cuts[1:] for cuts in self.cuts]) if spans else None

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        return self._chops((y, crop.x, crop.right) for y in crop.line_range if is_rendered_line(y))

    def _chops(self, spans: Iterable[Span]) -> Sequence[Mapping[int, Strip]]:
        """The pieces of every line by where they start; None where a piece is in none of the spans (line, from, to)."""
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        wanted: dict[int, set[int]] = {}
        for y, first, stop in spans:
            places = pairwise(self.cuts[y])
            wanted.setdefault(y, set()).update(start for start, end in places if start < stop and end > first)
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            seen = region.intersection(clip)
            first, stop = seen.column_span
            lines = [y for y in seen.line_range if any(first <= start < stop for start in wanted.get(y, ()))]
            if not lines:
                continue
            top = lines[0]
            part = Region(first - region.x, top - region.y, seen.width, lines[-1] + 1 - top)
            strips = bar_lines(widget, part) if isinstance(widget, ScrollBar) else widget.render_lines(part)
            for y in lines:
                cuts = [cut for cut in self.cuts[y] if first <= cut <= stop]
                pieces = strips[y - top].divide([cut - first for cut in cuts[1:]])
                for start, piece in zip(cuts, pieces, strict=False):
                    if start in wanted[y]:
                        chops[y][start] = piece
                        wanted[y].remove(start)
        return cast("Sequence[Mapping[int, Strip]]", chops)  # Textual's own type leaves the None out, too
