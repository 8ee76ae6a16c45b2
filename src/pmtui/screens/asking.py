"""Actions that ask the user something before they do it."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from textual.events import Key

from pmtui.domain.errors import Refusal
from pmtui.screens.base import WorkspaceScreen

if TYPE_CHECKING:
    from pmtui.screens.dialogs.base import Dialog

T = TypeVar("T")
S = TypeVar("S", bound="AskingScreen")


def asks(action: Callable[[S], Awaitable[None]]) -> Callable[[S], None]:
    """An action that can wait for dialogs, because it runs beside the keys; the user is told when it is refused."""

    async def guarded(screen: S) -> None:
        try:
            await action(screen)
        except Refusal as refusal:
            screen.host.show_refusal(refusal)
        finally:
            screen.release_keys()

    @wraps(action)
    def start(screen: S) -> None:
        screen.hold_keys()
        screen.run_worker(guarded(screen), group="asking", exclusive=True)

    return start


class AskingScreen(WorkspaceScreen):
    """A screen with dialogs. Keys typed before a dialog is there wait for it, and start no action of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Key] | None = None

    async def answer_of(self, dialog: "Dialog[T]") -> T | None:
        """Show a dialog and wait for what it returns: None when it was closed."""
        dialog.typed_before = self._let_go
        answer = await self.app.push_screen_wait(dialog)
        self.hold_keys()
        return answer

    @asks
    async def action_history(self) -> None:
        """Show every step."""
        from pmtui.screens.dialogs.history import History
        from pmtui.services.history import newest_steps

        await self.answer_of(History(await self.workspace.ask(newest_steps)))

    @asks
    async def action_export_all(self) -> None:
        """Write everything into a folder."""
        from pmtui.screens.dialogs.export_folder import ExportFolder

        await self.answer_of(ExportFolder(f"{self.host.workspace.path.stem}-pages"))

    @asks
    async def action_past(self) -> None:
        """Ask for a date, and show everything as of then, or what changed since."""
        from pmtui.screens.comparing import changes_since
        from pmtui.screens.dialogs.changes import ChangesDialog
        from pmtui.screens.dialogs.past import LOOK, PastDialog

        wanted = await self.answer_of(PastDialog(self.host.past))
        if wanted is None:
            return
        if wanted.past is None:
            await self.host.look_at_today()
        elif wanted.what == LOOK:
            await self.host.look_at(wanted.past)
        else:
            self.host.show_status("Comparing…")
            changes = await changes_since(self.host, wanted.past)
            self.host.show_status("")
            await self.answer_of(ChangesDialog(changes))

    @asks
    async def action_search(self) -> None:
        """Search everything, and go to what was picked."""
        from pmtui.screens.dialogs.search import SearchDialog

        if (match := await self.answer_of(SearchDialog())) is not None:
            self.host.open_record(match.kind, match.number)

    @asks
    async def action_bias(self) -> None:
        """Show who is heard and who is not."""
        from pmtui.screens.dialogs.bias import BiasDialog
        from pmtui.services.bias import bias_view

        await self.answer_of(BiasDialog(await self.workspace.ask(bias_view)))

    @asks
    async def action_ladder(self) -> None:
        """Change what each type of evidence is worth."""
        from pmtui.screens.dialogs.ladder_form import LadderForm
        from pmtui.services.confidence import newest_ladder

        await self.answer_of(LadderForm(await self.workspace.ask(newest_ladder)))

    @asks
    async def action_theme(self) -> None:
        """Choose the colours, and keep the choice."""
        from pmtui.environment.config import save_theme
        from pmtui.screens.dialogs.choose_theme import ChooseTheme

        if chosen := await self.answer_of(ChooseTheme(self.app.theme)):
            await asyncio.to_thread(save_theme, chosen)
            self.host.show_status(f"Theme {chosen}, also next time")

    def hold_keys(self) -> None:
        """Begin to keep keys back."""
        if self._held is None:
            self._held = []

    def release_keys(self) -> None:
        """Let the keys go to what is in front now."""
        held, self._held = self._held or [], None
        for key in held:
            self.app.post_message(key)

    async def _let_go(self) -> list[Key]:
        # Keys on their way from the widget in use up to the screen were pressed before the dialog was in front.
        for widget in (self.focused or self).ancestors_with_self:
            passed = asyncio.Event()
            widget.call_later(passed.set)
            await passed.wait()
            if widget is self:
                break
        held, self._held = self._held or [], None
        return held

    async def on_key(self, event: Key) -> None:
        """Keep a key back."""
        if self._held is not None:
            event.stop()
            event.prevent_default()
            self._held.append(Key(event.key, event.character))  # anew: this one has been delivered
