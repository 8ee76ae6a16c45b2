"""The views of a screen that were saved under a name."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui.actions.action import VIEWS
from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.dialogs.text_input import TextInput
from pmtui.services.saved_views import DeleteView, SaveView, saved_views
from pmtui.widgets.text import line_content

Settings = Mapping[str, str]
NONE_YET = "No view is saved yet. a saves what the screen shows now, with its filter, order and groups."


class Views(SearchableDialog[Settings]):
    """Returns the settings of the view that was taken. now: what the screen shows, to be saved."""

    NAME: ClassVar[str] = VIEWS
    KEY_LINE = "enter take   a save what is shown   d delete   / search   esc close"
    DEFAULT_CSS = "Views OptionList { max-height: 66vh; }"

    def __init__(self, screen: str, now: Settings, views: tuple[tuple[str, Settings], ...]) -> None:
        super().__init__("Saved views")
        self._screen_name = screen
        self._now = now
        self._views = views

    def compose_fields(self) -> ComposeResult:
        """The list of views."""
        yield OptionList(*self._options())

    def on_mount(self) -> None:
        """Read anew after every change."""
        self.host.changed.subscribe(self, self._take_change)
        self._say_when_empty()

    def _take_change(self, change: ChangeSet) -> None:
        if Kind.SAVED_VIEW in change.kinds:
            self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        self._views = await self.host.workspace.ask(saved_views, self._screen_name)
        options.set_options(self._options())
        options.highlighted = min(place, len(self._views) - 1) if self._views else None
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        self.say("" if self._views else NONE_YET)

    def _options(self) -> list[Option]:
        return [Option(_line(name, settings, self._now)) for name, settings in self._views]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        self.dismiss(self._views[event.option_index][1])

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    @work
    async def action_add_view(self) -> None:
        """Save what the screen shows."""
        hint = "A name that is taken already gets what is shown now."
        name = await self.app.push_screen_wait(TextInput("Save what is shown as", hint=hint, required=True))
        if name is not None:
            self.host.request(SaveView(self._screen_name, name, self._now))

    def action_delete_view(self) -> None:
        """Delete the view under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._views):
            self.host.request(DeleteView(self._screen_name, self._views[place][0]))


def _line(name: str, settings: Settings, now: Settings) -> Content:
    about = ", ".join(f"{field} {value}" for field, value in settings.items()) or "all"
    mark = ("  ✓ shown now", "$success") if settings == now else ""
    return Content.assemble(line_content(name), line_content(f"  {about}", "$muted"), mark)
