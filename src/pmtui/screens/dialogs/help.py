"""Help for one screen: what it is for, its keys, the words it uses."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmtui.actions.action import DIALOG, Action
from pmtui.actions.key_table import shown_keys
from pmtui.actions.registry import actions_of
from pmtui.environment.paths import short_path
from pmtui.screens.dialogs.base import Dialog
from pmtui.widgets.text import line_content


class Help(Dialog[None]):
    """Shows the keys of a screen from the registry."""

    KEY_LINE = "j k scroll   esc close"
    DEFAULT_CSS = """
    Help > Vertical { width: 92; }
    Help VerticalScroll { height: auto; max-height: 75vh; scrollbar-size-vertical: 1; }
    """

    def __init__(self, screen: str, title: str, purpose: str, words: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"Help: {title}")
        self._screen_name = screen
        self._purpose = purpose
        self._words = words

    def compose_fields(self) -> ComposeResult:
        """Everything in one text."""
        with VerticalScroll():
            yield Static(self._text())

    def _text(self) -> Content:
        place = line_content(short_path(self.host.workspace.path))
        lines = [Content(self._purpose), Content.assemble(("This workspace is ", "$muted"), place)]
        groups: dict[str, list[Action]] = {}
        for action in (*actions_of(self._screen_name, self.host.actions), *actions_of(DIALOG, self.host.actions)):
            groups.setdefault(action.group, []).append(action)
        for group, members in groups.items():
            lines += [Content(""), Content.styled(group, "bold $strong")]
            lines += [_pair(shown_keys(action), action.help) for action in members]
        if self._words:
            lines += [Content(""), Content.styled("Words used here", "bold $strong")]
            lines += [_pair(word, meaning) for word, meaning in self._words]
        return Content("\n").join(lines)

    def action_next_row(self) -> None:
        """Scroll down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_previous_row(self) -> None:
        """Scroll up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)


def _pair(left: str, right: str) -> Content:
    return Content.assemble((f"  {left:<16} ", "$accent"), right)
