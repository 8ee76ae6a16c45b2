"""A frame costs what is painted of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from pmtui.widgets.painted import Chops, Painted, Span
from pmtui.widgets.thrifty_scrollbar import bar_lines


class ThriftyCompositor(Compositor):
    """Draws only the lines that are painted, of the widgets that are seen there, and paints only what looks different.

    Textual's draws every line of every widget for any change, those behind others too, and paints what is there again.
    """

    _painted_last: ClassVar["ThriftyCompositor | None"] = None

    def __init__(self) -> None:
        super().__init__()
        self._painted = Painted()

    def render_partial_update(self) -> ChopsUpdate | None:
        """What looks different on the screen since the last frame, or None."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        chops = self._chops(spans)
        if ThriftyCompositor._painted_last is self:
            spans = self._painted.leave_out(spans, chops, self.cuts)
        return _Part(chops, spans, self) if spans else None

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """The whole screen."""
        return _Whole(super().render_full_update(simplify), self)

    def has_painted(self, spans: Iterable[Span], chops: Chops) -> None:
        """These spans have reached the terminal: not every update does."""
        if ThriftyCompositor._painted_last is not self:
            ThriftyCompositor._painted_last, self._painted = self, Painted()
        self._painted.note(spans, chops, self.cuts)

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        chops = self._chops((y, crop.x, crop.right) for y in crop.line_range if is_rendered_line(y))
        return cast("Sequence[Mapping[int, Strip]]", chops)  # Textual's own type leaves the None out, too

    def _chops(self, spans: Iterable[Span]) -> Chops:
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
        return chops


class _Part(ChopsUpdate):
    """Spans of the screen; it says when they are painted."""

    def __init__(self, chops: Chops, spans: list[Span], compositor: ThriftyCompositor) -> None:
        super().__init__(chops, spans, [cuts[1:] for cuts in compositor.cuts])
        self._compositor, self._pieces = compositor, chops

    def render_segments(self, console: Console) -> str:
        self._compositor.has_painted(self.spans, self._pieces)
        return super().render_segments(console)


class _Whole(LayoutUpdate):
    """All of the screen; it says when that is painted."""

    def __init__(self, update: LayoutUpdate, compositor: ThriftyCompositor) -> None:
        super().__init__(update.strips, update.region)
        self._compositor = compositor

    def render_segments(self, console: Console) -> str:
        lines = zip(self._compositor.cuts, self.strips, strict=True)
        chops = [dict[int, Strip | None](zip(cuts[:-1], strips, strict=True)) for cuts, strips in lines]
        self._compositor.has_painted([(y, 0, self.region.right) for y in range(len(chops))], chops)
        return super().render_segments(console)
