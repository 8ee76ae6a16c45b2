"""Asks for one line."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog
from pmtui.widgets.text import line_content


class TextInput(Dialog[str]):
    """Returns the line that was typed. form: the name its draft is kept under, "" for none."""

    KEY_LINE = "enter save   esc close"
    DEFAULT_CSS = "TextInput .dialog-hint { color: $muted; margin-bottom: 1; height: auto; }"

    def __init__(self, title: str, value: str = "", hint: str = "", required: bool = False, form: str = "") -> None:
        super().__init__(title)
        self._value = value
        self._hint = hint
        self._required = required
        self._form = form

    def compose_fields(self) -> ComposeResult:
        """The hint and the line."""
        if self._hint:
            yield Static(line_content(self._hint), classes="dialog-hint")
        yield Input(self._value, id="line")

    def form_name(self) -> str:
        """As it was given."""
        return self._form

    def result(self) -> str:
        """The line. Raises Refusal when it is required and empty."""
        line = clean_line(self.query_one("#line", Input).value)
        if self._required and not line:
            raise Refusal("Nothing is typed yet.")
        return line

    async def on_input_submitted(self) -> None:
        """Enter saves."""
        await self.action_save()
