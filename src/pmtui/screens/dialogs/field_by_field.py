"""A form of several fields, of which enter and the arrow keys go to the next."""

from typing import ClassVar

from pmtui.screens.dialogs.command_form import CommandForm


class FieldByField(CommandForm):
    """Enter and down go on from a field of one line, up goes back. STOPS: which fields they go to, as a selector."""

    STOPS: ClassVar[str] = "*"

    async def on_input_submitted(self) -> None:
        """Go on: saving is ctrl+s where there is more to fill in."""
        self.action_next_row()

    def action_next_row(self) -> None:
        """Go to the next field."""
        self.focus_next(self.STOPS)

    def action_previous_row(self) -> None:
        """Go to the field before."""
        self.focus_previous(self.STOPS)
