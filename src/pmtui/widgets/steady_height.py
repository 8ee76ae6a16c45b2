"""Giving a scrolled widget another height without drawing all of the screen anew."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


def fit_height(view: ScrollView, size: Size) -> None:
    """Say how large all of its lines are, in cells. The screen is laid out anew only when it has to be."""
    room = view.size.height
    if view.styles.is_auto_height or (size.height > room) != (view.virtual_size.height > room):
        view.virtual_size = size
        return
    # No scrollbar comes or goes, so the screen is spared a new layout, which would draw all of it.
    view.set_reactive(ScrollView.virtual_size, size)
    if view.show_vertical_scrollbar:
        view.vertical_scrollbar.window_virtual_size = size.height
        if view.scroll_y > view.max_scroll_y:
            view.scroll_to(y=view.max_scroll_y, animate=False)
