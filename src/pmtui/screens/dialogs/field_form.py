"""A form of fields of one line each."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Grid
from textual.widgets import Input, Label

from pmtui.screens.dialogs.field_by_field import FieldByField


class FieldForm(FieldByField):
    """Fields with their names before them. FIELDS: id, name and an example of each, in their order."""

    FIELDS: ClassVar[tuple[tuple[str, str, str], ...]]
    KEY_LINE = "ctrl+s save   tab next field   esc close"
    DEFAULT_CSS = """
    FieldForm {
        Grid { grid-size: 2; grid-columns: 11 1fr; height: auto; grid-rows: 1; }
        Label { color: $muted; }
    }
    """

    def __init__(self, title: str, before: Mapping[str, str]) -> None:
        """before: what the fields hold at first, by id."""
        super().__init__(title)
        self._before = dict(before)

    def compose_fields(self) -> ComposeResult:
        """One line a field."""
        with Grid():
            for name, label, example in self.FIELDS:
                yield Label(label)
                yield Input(self._before[name], placeholder=example, id=name)

    def changes(self) -> dict[str, str]:
        """What differs from what was there."""
        return {name: text for name, text in self.values().items() if text != self._before[name]}
