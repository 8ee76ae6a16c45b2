"""A dialog that is there to be read."""

from textual.app import ComposeResult

from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.sheet_pane import SheetPane


class SheetDialog(SearchableDialog[None]):
    """Shows one text and scrolls in it."""

    KEY_LINE = "j k scroll   / search   esc close"
    DEFAULT_CSS = """
    SheetDialog SheetPane {
        height: auto; max-height: 66vh; background: $surface; overflow-y: auto; scrollbar-gutter: stable;
    }
    """

    def compose_fields(self) -> ComposeResult:
        """The text."""
        yield SheetPane()

    def action_next_row(self) -> None:
        """Scroll down."""
        self.query_one(SheetPane).scroll_down(animate=False)

    def action_previous_row(self) -> None:
        """Scroll up."""
        self.query_one(SheetPane).scroll_up(animate=False)
