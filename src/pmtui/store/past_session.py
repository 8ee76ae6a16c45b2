"""An open workspace of the past: it answers like the present one, and refuses every change."""

from collections.abc import Callable
from typing import NoReturn

from pmtui.domain.changes import ChangeSet
from pmtui.domain.past import Past, past_refusal
from pmtui.store.as_of import copy_as_of
from pmtui.store.session import Session


class PastSession(Session):
    """A copy in memory as of a point of the past, to be used on any one thread."""

    def __init__(self, present: Session, past: Past) -> None:
        """Raises Refusal when that past can't be brought back."""
        connection = present.copied(lambda source: copy_as_of(source, past.step))
        super().__init__(connection, present.path, True, lambda: past.at, None)
        self._past = past

    def check(self) -> None:
        """Nothing befalls a copy in memory."""

    def changed_elsewhere(self) -> None:
        """Nobody changes the past."""

    def _write(self, _: Callable[[], ChangeSet]) -> NoReturn:
        raise past_refusal(self._past)
