"""A screen whose filter, order and groups can be saved under a name."""

from collections.abc import Mapping

from pmtui.screens.asking import asks
from pmtui.screens.list_screen import ListScreen


class ViewedScreen(ListScreen):
    """A screen with saved views."""

    def view_settings(self) -> dict[str, str]:
        """What it shows, as settings that can be kept."""
        return {}

    def show_view(self, settings: Mapping[str, str]) -> None:
        """Show what the settings say; what they don't say is as it comes, what is unknown is left out."""

    @asks
    async def action_views(self) -> None:
        """Take a saved view, or save what is shown."""
        from pmtui.screens.dialogs.views import Views
        from pmtui.services.saved_views import saved_views

        views = await self.workspace.ask(saved_views, self.NAME)
        settings = await self.answer_of(Views(self.NAME, self.view_settings(), views))
        if settings is not None:
            self.show_view(settings)
