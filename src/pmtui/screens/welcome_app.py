"""The app before there is a workspace."""

from pathlib import Path

from textual.app import App

from pmtui.actions.registry import with_keys
from pmtui.environment.config import Settings
from pmtui.environment.signals import leave_on_signals
from pmtui.screens.welcome import Welcomed, WelcomeScreen
from pmtui.styles.shipped_themes import use_theme
from pmtui.styles.themes import DARK


class WelcomeApp(App[Welcomed]):
    """Shows the welcome screen and returns what was chosen."""

    TITLE = "pmtui"
    CSS_PATH = "../styles/frame.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, place: Path, settings: Settings) -> None:
        """Raises Refusal for settings that name a theme or an action that isn't there."""
        super().__init__()
        self.actions = with_keys(settings.keys)
        use_theme(self, settings.theme)
        self._place = place

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The names of our own colours, for the moment before the theme is in place."""
        return DARK.variables

    def on_load(self) -> None:
        """Watch for signals before the terminal is touched."""
        leave_on_signals(lambda status: self.exit(return_code=status))

    def on_mount(self) -> None:
        """Show the screen."""
        self.push_screen(WelcomeScreen(self._place), self.exit)
