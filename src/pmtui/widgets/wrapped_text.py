"""A text in lines of a width, of which every place is known, so that parts of it can be marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len, chop_cells
from textual.content import Content

from pmtui.domain.fragments import Span, word_spans
from pmtui.domain.text import shown_line
from pmtui.widgets.text import line_content


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a text that is shown in a style of its own."""

    span: Span
    style: str


def line_spans(text: str, width: int) -> list[Span]:
    """Where the lines of a text begin and end, wrapped between words to a width in cells."""
    lines: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += _wrapped(paragraph, start, width)
        start += len(paragraph) + 1
    return lines


def marked_line(text: str, line: Span, marks: Sequence[Mark]) -> Content:
    """One line of a text with what is marked in it. Of marks that overlap the last one is seen."""
    edges = {line[0], line[1]}
    edges.update(place for mark in marks for place in mark.span if line[0] < place < line[1])
    places = sorted(edges)
    parts = []
    for start, stop in pairwise(places):
        styles = [mark.style for mark in marks if mark.span[0] <= start and stop <= mark.span[1]]
        parts.append(line_content(text[start:stop], styles[-1] if styles else ""))
    return Content.assemble(*parts)


def _wrapped(paragraph: str, start: int, width: int) -> list[Span]:
    lines: list[Span] = []
    first = stop = used = 0
    for begin, end in word_spans(paragraph):
        gap = cell_len(shown_line(paragraph[stop:begin])) if used else 0
        cells = cell_len(shown_line(paragraph[begin:end]))
        if used and used + gap + cells > width:
            lines.append((start + first, start + stop))
            used = gap = 0
        if not used:
            first = begin
        while cells > width and (head := len(chop_cells(paragraph[begin:end], width)[0])) < end - begin:
            lines.append((start + begin, start + begin + head))
            begin = first = begin + head
            cells = cell_len(shown_line(paragraph[begin:end]))
        used, stop = used + gap + cells, end
    return [*lines, (start + first, start + stop)]
