"""Giving a scrolled widget another height without drawing all of the screen anew."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


def fit_height(view: ScrollView, size: Size) -> None:
    """Say how large all of its lines are, in cells. The screen is laid out anew only when it has to be.

    It never has to be where the room for a scrollbar is always taken; that is blank while there is nothing to scroll.
    """
    room, keeps_bar = view.size.height, view.styles.overflow_y == "scroll"
    if view.styles.is_auto_height or not (keeps_bar or (size.height > room) == (view.virtual_size.height > room)):
        view.virtual_size = size
        return
    if keeps_bar:
        size = Size(size.width, max(size.height, room))  # of less than its room the bar would be drawn as if full
    # No scrollbar comes or goes, so the screen is spared a new layout, which would draw all of it.
    view.set_reactive(ScrollView.virtual_size, size)
    if view.show_vertical_scrollbar:
        view.vertical_scrollbar.window_virtual_size = size.height
        if view.scroll_y > view.max_scroll_y:
            view.scroll_to(y=view.max_scroll_y, animate=False)
