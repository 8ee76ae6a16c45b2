"""A dialog that is there to be read."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.sheet_pane import SheetPane

if TYPE_CHECKING:
    from pmtui.services.search import Match


class SheetDialog(Dialog[None]):
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

    async def action_search_from_here(self) -> None:
        """Search everything; going to what was picked closes this, and what it was opened from."""
        from pmtui.screens.dialogs.search import SearchDialog

        await self.app.push_screen(SearchDialog(), self._go_to)

    def _go_to(self, match: "Match | None") -> None:
        if match is not None:
            for screen in reversed(self.app.screen_stack):
                if isinstance(screen, Dialog):
                    screen.action_close()
            self.app.call_later(self.host.open_record, match.kind, match.number)
