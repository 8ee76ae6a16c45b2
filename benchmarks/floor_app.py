"""The floor of every start: a Textual app that shows one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class FloorApp(App[None]):
    """An empty app; q quits."""

    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012 - as Textual's own examples have it

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static("Ready")


if __name__ == "__main__":
    FloorApp().run()
