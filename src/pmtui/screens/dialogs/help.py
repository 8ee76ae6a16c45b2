"""Help for one screen: what it is for, its keys, the words it uses."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from pmtui.actions.action import DIALOG, Action
from pmtui.actions.key_table import shown_keys
from pmtui.actions.registry import actions_of
from pmtui.environment.paths import short_path
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.sheet_pane import SheetPane
from pmtui.widgets.text import fit_left, lines_of

LEFT = 20  # as wide as the longest keys and a space


class Help(SheetDialog):
    """Shows the keys of a screen from the registry."""

    DEFAULT_CSS = "Help > Vertical { width: 92; }"

    def __init__(self, screen: str, title: str, purpose: str, words: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"Help: {title}")
        self._screen_name = screen
        self._purpose = purpose
        self._words = words

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(SheetPane).show(0, lambda width: Content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> Iterator[Content]:
        for line in lines_of(self._purpose, width):
            yield Content(line)
        for line in lines_of(f"This workspace is {short_path(self.host.workspace.path)}", width):
            yield Content.styled(line, "$muted")
        groups: dict[str, list[Action]] = {}
        for action in (*actions_of(self._screen_name, self.host.actions), *actions_of(DIALOG, self.host.actions)):
            groups.setdefault(action.group, []).append(action)
        for group, members in groups.items():
            yield from _title(group)
            for action in members:
                yield from _pair(shown_keys(action), action.help, width)
        if self._words:
            yield from _title("Words used here")
            for word, meaning in self._words:
                yield from _pair(word, meaning, width)


def _title(words: str) -> Iterator[Content]:
    yield Content("")
    yield Content.styled(words, "bold $strong")


def _pair(left: str, right: str, width: int) -> Iterator[Content]:
    for number, line in enumerate(lines_of(right, max(8, width - LEFT))):
        yield Content.assemble((fit_left("" if number else f"  {left}", LEFT), "$accent"), line)
