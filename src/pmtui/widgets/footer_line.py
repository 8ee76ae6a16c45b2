"""The last line: the keys that matter here, and the last step."""

from collections.abc import Sequence
from itertools import groupby

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from pmtui.actions.action import Action
from pmtui.actions.key_table import shown_key
from pmtui.widgets.text import ELLIPSIS, fit, line_content

GAP = "  "


class FooterLine(Widget):
    """As many keys as there is room for, the last one always, and at the right what was done last."""

    DEFAULT_CSS = "FooterLine { height: 1; padding: 0 1; background: $panel; color: $muted; }"

    class Pressed(Message):
        """A key in the footer was clicked."""

        def __init__(self, action: Action) -> None:
            self.action = action
            super().__init__()

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        shown = [action for action in actions if action.footer]
        self._groups = [tuple(group) for _, group in groupby(shown, key=lambda action: action.label)]
        self._status = ""

    def show_status(self, status: str) -> None:
        """Show what was done last."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render(self) -> RenderResult:
        """Keys at the left, status at the right."""
        width = self.size.width
        status = line_content(_fit_status(self._status, width // 2), "$success")
        keys = Content(GAP).join([_keys(group) for group in self._fitting(width - status.cell_length - 2)])
        return Content.assemble(keys, " " * max(1, width - keys.cell_length - status.cell_length), status)

    def on_click(self, event: Click) -> None:
        """Do what the clicked key does."""
        status = line_content(_fit_status(self._status, self.size.width // 2))
        end = self.styles.padding.left
        for group in self._fitting(self.size.width - status.cell_length - 2):
            start, end = end, end + _keys(group).cell_length + len(GAP)
            if event.x < end:
                later = len(group) > 1 and event.x >= start + len(shown_key(group[0].keys[0])) + 1
                self.post_message(self.Pressed(group[int(later)]))
                return

    def _fitting(self, room: int) -> list[tuple[Action, ...]]:
        if not self._groups:
            return []
        *others, last = self._groups
        used = _keys(last).cell_length
        fitting = []
        for group in others:
            used += _keys(group).cell_length + len(GAP)
            if used > room:
                break
            fitting.append(group)
        return [*fitting, last]


def _fit_status(status: str, width: int) -> str:
    """The status in so many cells. What has to go goes from what was done, not from the key that takes it back."""
    whole = fit(status, width)
    done, dot, then = status.rpartition(" · ")
    if not done or not whole.endswith(ELLIPSIS):
        return whole
    hint = fit(dot + then, width // 2)
    return fit(done, width - line_content(hint).cell_length) + hint


def _keys(group: Sequence[Action]) -> Content:
    keys = " ".join(shown_key(action.keys[0]) for action in group)
    return Content.assemble((keys, "bold $accent"), (f" {group[0].label}", "$muted"))
