"""The pane that shows everything about one problem."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmtui.screens.dates import today
from pmtui.screens.problem_sheet import problem_sheet
from pmtui.services.views import ProblemDetail, Why


class DetailPane(VerticalScroll):
    """Shows one problem at a time, drawn for its own width."""

    DEFAULT_CSS = """
    DetailPane {
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; background: $background;
        Static { height: auto; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, can_focus=False)
        self._shown: tuple[ProblemDetail, Why] | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, detail: ProblemDetail, why: Why) -> None:
        """Show a problem; another one than before from its top."""
        if self._shown is None or self._shown[0].id != detail.id:
            self.scroll_home(animate=False)
        self._shown = (detail, why)
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0 and self.is_mounted:
            words = problem_sheet(*self._shown, width, today()) if self._shown else Content("")
            self.query_one(Static).update(words)
