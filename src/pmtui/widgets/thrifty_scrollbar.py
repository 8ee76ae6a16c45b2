"""A scrollbar is drawn straight from what it is made of."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

_KEPT = 64


def bar_lines(bar: ScrollBar, part: Region) -> list[Strip]:
    """The lines of a part of a scrollbar, as its own render_lines gives them.

    Textual makes a text of it first and then styles each line, which takes longer than all else that a key changes.
    """
    drawn = bar.render()
    if not (bar.vertical and isinstance(drawn, ScrollBarRender) and isinstance(drawn.style, Style)):
        return bar.render_lines(part)
    back, front = drawn.style.bgcolor, drawn.style.color
    if back is None or front is None:
        return bar.render_lines(part)
    width, height = bar.region.size
    extent = (height, drawn.virtual_size, drawn.window_size, drawn.position, width)
    lines = _lines(extent, back, front, bar.rich_style, tuple(bar.get_line_filters()), bar.background_colors[1])
    return lines[part.y : part.bottom]


@lru_cache(_KEPT)
def _lines(
    extent: tuple[int, float, float, float, int],
    back: RichColor,
    front: RichColor,
    below: Style,
    filters: tuple[LineFilter, ...],
    background: Color,
) -> list[Strip]:
    """All lines. extent: height, size of what is scrolled, of what is seen of it, and its place; width."""
    pieces = ScrollBarRender.render_bar(*extent, back_color=back, bar_color=front).segments
    strips = [Strip([piece], extent[-1]).apply_style(below) for piece in pieces]
    for line_filter in filters:
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return strips
