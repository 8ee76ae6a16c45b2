"""The opportunity tree, a line a record."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.keys import Kind
from pmtui.services.opportunity_tree import NodeRow
from pmtui.widgets.text import fit_left, fit_right
from pmtui.widgets.virtual_list import VirtualList

NOTE, WIDE_NOTE, WIDE_FROM = 18, 24, 84
TITLE = 16
MARGINS = 5  # the mark, the sign, a space, and room for the scrollbar
FOLDED, UNFOLDED = "▸ ", "▾ "
_TONES = {"good": "row--success", "bad": "row--error", "doubtful": "row--warning"}


class TreeRows(VirtualList[NodeRow]):
    """Records under what they are for. Its numbers are nodes; see domain.opportunity_tree."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._line_of: Callable[[int], tuple[int, str]] = lambda _node: (0, "")
        self._drawn_as: dict[int, tuple[int, str]] = {}

    def set_outline(self, nodes: Sequence[int], line_of: Callable[[int], tuple[int, str]]) -> None:
        """Show these nodes. line_of: the depth of one, and the sign that says whether it is folded."""
        self._line_of = line_of
        has_moved = len(nodes) != len(self.entries)
        self.set_entries(nodes)
        if has_moved:
            self._drawn_as.clear()
            self.redraw()
        for node, line in [*self._drawn_as.items()]:
            if line_of(node) != line:
                self.redraw_row(node)

    def row(self, number: int, item: NodeRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One record on one line."""
        depth, sign = self._drawn_as[number] = self._line_of(number)
        selected = number in self.selected
        mark = "✓" if selected else "▌" if highlighted else " "
        note = WIDE_NOTE if width >= WIDE_FROM else NOTE
        key = "" if item is None else item.key or ("?" if item.kind is Kind.ASSUMPTION else "")
        indent = "┊ " * min(depth, max(0, (width - note - TITLE - len(key) - 4) // 2))
        title = max(1, width - MARGINS - len(indent) - (len(key) + 1 if key else 0) - note)
        muted = self.style_of("row--muted", highlighted)
        segments = [
            Segment(mark, self.style_of("row--success" if selected else "row--accent", highlighted)),
            Segment(indent, muted),
            Segment(sign or "  ", muted),
        ]
        if item is not None:
            strong = highlighted or item.kind is Kind.OBJECTIVE
            segments += [
                Segment(f"{key} " if key else "", self.style_of("row--key" if item.key else "row--muted", highlighted)),
                Segment(fit_left(item.title, title), self.style_of("row--strong" if strong else "row", highlighted)),
                Segment(
                    " " + fit_right(item.note, note), self.style_of(_TONES.get(item.tone, "row--muted"), highlighted)
                ),
            ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]
