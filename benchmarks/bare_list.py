"""The floor of every key press: virtual lists that know nothing but rows, a cursor, and moving a row to the next list.

They are on two screens alike, to switch between.

Run it as: python -m benchmarks.bare_list ROWS LISTS
"""

import sys

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip

_PLAIN, _CURSOR = Style(), Style(reverse=True)


class BareList(ScrollView):
    """Rows of one line each; only those on the screen are drawn. active: the row at cursor is marked."""

    def __init__(self, rows: list[str], active: bool) -> None:
        super().__init__()
        self.rows = rows
        self.cursor = 0
        self.active = active

    def on_mount(self) -> None:
        """Say how long it is: as long as it will ever be shown to be."""
        self.virtual_size = Size(1, len(self.rows))

    def render_line(self, y: int) -> Strip:
        """One row."""
        row = y + int(self.scroll_offset.y)
        text = self.rows[row] if row < len(self.rows) else ""
        style = _CURSOR if row == self.cursor and self.active else _PLAIN
        return Strip([Segment(text[: self.size.width].ljust(self.size.width), style)])

    def move(self, step: int) -> None:
        """Move the cursor and draw anew what is on the screen, as Textual's own lists do when their highlight moves."""
        self.cursor = max(0, min(len(self.rows) - 1, self.cursor + step))
        self.refresh()
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)


class BareScreen(Screen[None]):
    """So many rows in so many lists beside each other."""

    BINDINGS = [  # noqa: RUF012 - as Textual's own examples have it
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("L", "hand_over(1)", "Right"),
        ("H", "hand_over(-1)", "Left"),
    ]

    def __init__(self, rows: int, lists: int) -> None:
        super().__init__()
        texts = [f"Topic {number:05}: nothing but a row in a list" for number in range(1, rows + 1)]
        self.lists = [BareList(texts[place::lists], active=place == 0) for place in range(lists)]

    def compose(self) -> ComposeResult:
        """The lists."""
        with Horizontal():
            yield from self.lists

    @property
    def place(self) -> int:
        """Where the active list stands."""
        return next(place for place, bare in enumerate(self.lists) if bare.active)

    def action_move(self, step: int) -> None:
        """Move the cursor of the active list."""
        self.lists[self.place].move(step)

    def action_hand_over(self, step: int) -> None:
        """Give the row under the cursor to the next list, which becomes the active one."""
        source = self.lists[self.place]
        target = self.lists[(self.place + step) % len(self.lists)]
        target.rows.insert(target.cursor, source.rows.pop(source.cursor))
        source.active, target.active = False, True
        source.refresh()
        target.refresh()


class BareApp(App[None]):
    """Two screens alike."""

    CSS = "BareList { width: 1fr; }"
    BINDINGS = [("s", "other_screen", "Other screen")]  # noqa: RUF012 - as Textual's own examples have it

    def __init__(self, rows: int, lists: int) -> None:
        super().__init__()
        for name in ("first", "second"):
            self.add_mode(name, lambda: BareScreen(rows, lists))

    def on_mount(self) -> None:
        """Show the first screen."""
        self.switch_mode("first")

    def action_other_screen(self) -> None:
        """Show the other screen."""
        self.switch_mode("second" if self.current_mode == "first" else "first")


if __name__ == "__main__":
    BareApp(int(sys.argv[1]), int(sys.argv[2])).run()
