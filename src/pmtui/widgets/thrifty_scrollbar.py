"""A scrollbar is drawn straight from what it is made of."""

from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


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
    pieces = drawn.render_bar(
        height, drawn.virtual_size, drawn.window_size, drawn.position, width, back_color=back, bar_color=front
    ).segments
    below = bar.rich_style
    strips = [Strip([piece], width).apply_style(below) for piece in list(pieces)[part.y : part.bottom]]
    for line_filter in bar.get_line_filters():
        strips = [strip.apply_filter(line_filter, bar.background_colors[1]) for strip in strips]
    return strips
