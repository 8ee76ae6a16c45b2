"""Actions that ask the user something before they do it."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeVar

from pmtui.domain.errors import Refusal
from pmtui.screens.base import WorkspaceScreen

S = TypeVar("S", bound=WorkspaceScreen)


def asks(action: Callable[[S], Awaitable[None]]) -> Callable[[S], None]:
    """An action that can wait for dialogs, because it runs beside the keys; the user is told when it is refused."""

    async def guarded(screen: S) -> None:
        try:
            await action(screen)
        except Refusal as refusal:
            screen.host.show_refusal(refusal)

    @wraps(action)
    def start(screen: S) -> None:
        screen.run_worker(guarded(screen), group="asking", exclusive=True)

    return start
