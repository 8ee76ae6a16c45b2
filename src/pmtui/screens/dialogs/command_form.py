"""A form that saves by itself and stays open, with everything that was typed, when saving is refused."""

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.workspace import Command


class CommandForm(Dialog[ChangeSet]):
    """Makes the command of what is typed and carries it out. Returns what was changed."""

    def command(self) -> Command | None:
        """What saving does, or None when nothing differs. Raises Refusal for what can't be."""
        raise NotImplementedError

    async def action_save(self) -> None:
        """Save, and close when it is done."""
        try:
            command = self.command()
            change = await self.host.carry_out(command) if command is not None else None
        except Refusal as refusal:
            self.say(str(refusal))
            return
        await self._drop_draft()
        self.dismiss(change)
