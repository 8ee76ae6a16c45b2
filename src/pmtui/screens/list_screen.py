"""A screen with a list: what is meant by its cursor and its selection, and what can be handed over."""

from pmtui.screens.asking import AskingScreen, asks
from pmtui.screens.page import Page


class ListScreen(AskingScreen):
    """A screen whose actions work on what is selected, else on what is under the cursor."""

    def picked(self) -> tuple[int, ...]:
        """The numbers of what is selected, else of what is under the cursor."""
        shown = self.the_list()
        return shown.picked() if shown is not None else ()

    def current(self) -> int | None:
        """The number of what is under the cursor."""
        shown = self.the_list()
        return shown.highlighted if shown is not None else None

    def pages(self) -> list[Page]:
        """What can be handed over, the most fitting first."""
        return []

    @asks
    async def action_export(self) -> None:
        """Ask which page to write where."""
        from pmtui.screens.dialogs.export_file import ExportFile

        if pages := self.pages():
            await self.answer_of(ExportFile(pages))

    @asks
    async def action_copy(self) -> None:
        """Copy what is shown, as Markdown, through the terminal."""
        if pages := self.pages():
            self.app.copy_to_clipboard(await pages[0].build())
            self.host.show_status(f"Copied {pages[0].label[0].lower()}{pages[0].label[1:]} · or x writes a file")


class DetailScreen(ListScreen):
    """A list with a pane beside it that can have the whole screen."""

    @property
    def shows_only_detail(self) -> bool:
        """Whether the pane has the whole screen."""
        return self.has_class("-only-detail")

    def show_only_detail(self, only: bool) -> None:
        """Give the pane the whole screen, or take it back."""
        self.set_class(only, "-only-detail")
        if not only and (shown := self.the_list()) is not None:
            shown.focus()

    def open_detail(self) -> None:
        """Give the pane the whole screen, where it shows anything."""
        self.show_only_detail(self.current() is not None)

    def action_bigger_detail(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self.show_only_detail(not self.shows_only_detail and self.current() is not None)

    def on_virtual_list_opened(self) -> None:
        """A row was clicked twice."""
        self.open_detail()

    def is_in_front(self) -> bool:
        """Whether something stands in front of the list, which leaving closes first."""
        return self.shows_only_detail

    def action_back(self) -> None:
        """From the pane to the list."""
        if self.shows_only_detail:
            self.show_only_detail(False)

    async def action_quit(self) -> None:
        """Close what is in front of the list, else quit."""
        if self.is_in_front():
            self.action_back()
        else:
            await self.run_action("app.quit")
