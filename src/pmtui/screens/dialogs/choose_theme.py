"""The colours of the screen, shown while one chooses."""

from textual.widgets import OptionList

from pmtui.screens.dialogs.choose import Choice, Choose
from pmtui.styles.shipped_themes import theme_names, use_theme


class ChooseTheme(Choose[str]):
    """Returns the name of a theme. The one under the cursor is shown; closing shows the former one again."""

    KEY_LINE = "↑ ↓ look   enter take   esc close"
    DEFAULT_CSS = (
        "ChooseTheme { align: right middle; background: $background 0%; } ChooseTheme > Vertical { width: 44; }"
    )

    def __init__(self, now: str) -> None:
        names = [now, *(name for name in theme_names() if name != now)]
        super().__init__("Theme", [Choice(name, name) for name in names])
        self._now = now

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the theme under the cursor."""
        use_theme(self.app, self.choices[event.option_index].value)

    def action_close(self) -> None:
        """Show the former one again."""
        use_theme(self.app, self._now)
        super().action_close()
