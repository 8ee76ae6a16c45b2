"""What someone sees who has no workspace yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.screen import Screen
from textual.widgets import Static

from pmtui.actions.action import Action
from pmtui.actions.key_reader import KeyReader
from pmtui.actions.key_table import shown_key
from pmtui.environment.paths import short_path
from pmtui.screens.dialogs.new_workspace import NewWorkspace
from pmtui.screens.host import key_name
from pmtui.widgets.text import line_content

WORDS = {
    "try_example": (
        "Look at the example",
        "A cleaning business; a copy that is gone when you quit",
    ),
    "new_workspace": ("Begin your own workspace", "One file on this machine that you can read and copy"),
    "import_first": ("Bring what you have", "From an export of Jira, GitHub, Trello, surveys, CSV"),
    "quit": ("Quit", ""),
}


@dataclass(frozen=True, slots=True)
class Welcomed:
    """What to open.

    path: the workspace that was made, or None for a copy of the example. importing: whether to begin with an import.
    """

    path: Path | None = None
    importing: bool = False


class WelcomeHost(Protocol):
    """What the screen needs of its app."""

    actions: tuple[Action, ...]


class WelcomeScreen(Screen[Welcomed | None]):
    """Offers the example, a new workspace, and an import into one."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    WelcomeScreen {
        align: center middle;
        & > Vertical { width: 70; max-width: 100%; height: auto; padding: 0 1; }
        Static { height: auto; }
        #title { color: $strong; text-style: bold; }
        #purpose, #place { color: $muted; margin-bottom: 1; }
        .offer:hover { background: $cursor; }
    }
    """

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._place = place
        self._keys: KeyReader | None = None

    def compose(self) -> ComposeResult:
        """What this is, and one line for each offer."""
        with Vertical():
            yield Static("pmtui", id="title")
            yield Static("From what a customer said to what gets built, and why.", id="purpose")
            yield Static(line_content(f"There is no workspace yet at {short_path(self._place)}"), id="place")
            for action in self._actions:
                yield Static(_offer(action), id=action.id, classes="offer")

    @property
    def _actions(self) -> list[Action]:
        actions = cast(WelcomeHost, self.app).actions
        return [action for name in WORDS for action in actions if action.id == name]

    async def on_key(self, event: Key) -> None:
        """Take an offer."""
        if self._keys is None:
            self._keys = KeyReader(self._actions)
        action = self._keys.press(key_name(event))
        if action is not None:
            event.stop()
            await self.run_action(f"screen.{action.id}")

    async def on_click(self, event: Click) -> None:
        """Take the offer that was clicked."""
        if event.widget is not None and event.widget.id in WORDS:
            await self.run_action(f"screen.{event.widget.id}")

    def action_try_example(self) -> None:
        """Open a copy of the example."""
        self.dismiss(Welcomed())

    def action_new_workspace(self) -> None:
        """Ask for name and place, and open it."""
        self._make(importing=False)

    def action_import_first(self) -> None:
        """Ask for name and place, open it, and begin with an import."""
        self._make(importing=True)

    def action_quit(self) -> None:
        """Leave."""
        self.dismiss(None)

    def _make(self, importing: bool) -> None:
        def made(path: Path | None) -> None:
            if path is not None:
                self.dismiss(Welcomed(path, importing))

        self.app.push_screen(NewWorkspace(self._place), made)


def _offer(action: Action) -> Content:
    title, about = WORDS[action.id]
    line = Content.assemble((f" {shown_key(action.keys[0])} ", "bold $accent"), f" {title}")
    return Content.assemble(line, (f"\n    {about}\n", "$muted")) if about else line
