"""A dialog that one can search everything from."""

from typing import TYPE_CHECKING, Generic, TypeVar

from pmtui.screens.dialogs.base import Dialog

if TYPE_CHECKING:
    from pmtui.services.search import Match

T = TypeVar("T")


class SearchableDialog(Dialog[T], Generic[T]):
    """A dialog in which nothing is typed, so that `/` is free to search from it."""

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
