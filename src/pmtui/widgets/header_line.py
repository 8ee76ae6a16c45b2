"""The first line: whose workspace this is and where it lies, and what the list is ranked by."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from pmtui.widgets.text import fit, line_content


class HeaderLine(Widget):
    """Workspace and screen at the left, how it is ranked at the right, and a badge when it can only be read.

    The place of the file stands between them when there is room for the whole of it.
    """

    DEFAULT_CSS = "HeaderLine { height: 1; padding: 0 1; background: $panel; color: $muted; }"

    def __init__(self, screen_title: str) -> None:
        super().__init__()
        self._screen_title = screen_title
        self._workspace = ""
        self._place = ""
        self._right = ""
        self._badge = ""

    def show(self, workspace: str, place: str, right: str, badge: str) -> None:
        """Show other words."""
        if (workspace, place, right, badge) != (self._workspace, self._place, self._right, self._badge):
            self._workspace, self._place, self._right, self._badge = workspace, place, right, badge
            self.refresh()

    def render(self) -> RenderResult:
        """The line, the workspace's name cut when there is no room."""
        width = self.size.width
        badge = line_content(f" {self._badge} ", "bold $background on $warning") if self._badge else Content("")
        right = Content.assemble(line_content(self._right, "$muted"), " " if badge else "", badge)
        screen = Content.styled(f" · {self._screen_title}", "$muted")
        room = width - right.cell_length - screen.cell_length - 2
        if room < 10:
            right, room = badge, width - badge.cell_length - screen.cell_length - 2
        left = Content.assemble(line_content(fit(self._workspace, max(0, room)), "bold $strong"), screen)
        place = line_content(f"  {self._place}", "$muted")
        if left.cell_length + place.cell_length + right.cell_length + 2 <= width:
            left = Content.assemble(left, place)
        gap = max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)
