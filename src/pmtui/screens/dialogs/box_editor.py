"""Edits a box of the strategy page where it stands."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widgets import TextArea

from pmtui.domain.strategy import BOXES
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.screens.strategy_words import HINTS
from pmtui.services.strategy import SetBox
from pmtui.services.workspace import Command

LEAST_WIDTH, LEAST_HEIGHT = 56, 11
FRAME = 5  # lines of the frame, the keys and the message that are no text


class BoxEditor(CommandForm):
    """A text of any length, Markdown, over the box it belongs to. What someone else wrote meanwhile is kept."""

    KEY_LINE = "ctrl+s save   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    BoxEditor {
        align: left top;
        & > Vertical { max-width: 100%; max-height: 100%; border: heavy $accent; }
        TextArea { height: 1fr; }
        .dialog-keys { margin-top: 0; }
    }
    """

    def __init__(self, code: str, text: str, place: Region) -> None:
        super().__init__(BOXES[code])
        self._code = code
        self._text = text
        self._place = place

    def compose_fields(self) -> ComposeResult:
        """The text."""
        yield TextArea(self._text, placeholder=HINTS[self._code], id="text")

    def form_name(self) -> str:
        """A draft for each box."""
        return f"strategy box {self._code}"

    def on_mount(self) -> None:
        """Have its size from the first frame on: a text is not painted again when only its lines become longer."""
        self.on_resize()

    def on_resize(self) -> None:
        """Stand over the box, as far as there is room, and large enough to write in."""
        room = self.app.size
        width = min(room.width, max(self._place.width, LEAST_WIDTH))
        lines = self._text.count("\n") + len(self._text) // width
        height = min(room.height, max(self._place.height, LEAST_HEIGHT, lines + FRAME + 2))
        frame = self.query_one(Vertical)
        frame.styles.width, frame.styles.height = width, height
        frame.styles.offset = (
            max(0, min(self._place.x, room.width - width)),
            max(0, min(self._place.y, room.height - height)),
        )

    def command(self) -> Command | None:
        """Write what differs."""
        text = self.values()["text"]
        return SetBox(self._code, text, self._text) if text != self._text else None

    def action_edit_field(self) -> None:
        """Edit the text in the user's editor."""
        edit_area(self, self.query_one(TextArea))
