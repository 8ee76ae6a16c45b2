"""What the app tells the user: in the footer what was done, in a notice what did not happen."""

from textual.app import App

from pmtui.domain.errors import Damage, Refusal
from pmtui.domain.text import shown_block
from pmtui.screens.base import WorkspaceScreen


class Telling(App[None]):
    """An app that tells what was done and what was not."""

    status = ""
    _damage_is_told = False
    _refused_last = ("", "")

    def show_status(self, status: str) -> None:
        """Say in the footer what was done."""
        self.status = status
        for screen in self.screen_stack:
            if isinstance(screen, WorkspaceScreen):
                screen.show_status(status)

    def show_refusal(self, refusal: Refusal) -> None:
        """Tell what did not happen, and what to do about it. Damage, which all that follows meets, is told once."""
        if isinstance(refusal, Damage):
            self.show_status(refusal.title)
            if self._damage_is_told:
                return
            self._damage_is_told = True
        words = shown_block(refusal.hint or refusal.title)
        title = shown_block(refusal.title) if refusal.hint else ""
        if (words, title) == self._refused_last:  # a key held down says it once, not over the whole screen
            self.clear_notifications()
        self._refused_last = (words, title)
        self.notify(words, title=title, severity="warning", markup=False)
