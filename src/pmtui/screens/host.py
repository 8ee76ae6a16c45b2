"""What screens and the app agree on."""

from collections.abc import Awaitable, Sequence
from typing import Protocol

from textual.events import Key
from textual.signal import Signal

from pmtui.actions.action import Action
from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.domain.past import Past
from pmtui.services.views import FirstPage, WorkspaceView
from pmtui.services.workspace import Command
from pmtui.services.workspace_thread import WorkspaceThread


class Host(Protocol):
    """What a screen needs of the app."""

    workspace: WorkspaceThread
    present: WorkspaceThread
    past: Past | None
    actions: Sequence[Action]
    view: WorkspaceView | None
    status: str
    changed: Signal[ChangeSet]
    first_page: Awaitable[FirstPage] | None

    @property
    def changes_under_way(self) -> int:
        """How many requested changes have not been made yet."""

    def request(self, command: Command) -> None:
        """Begin to make a change, and say in the footer what came of it."""

    async def carry_out(self, command: Command) -> ChangeSet:
        """Make a change and wait for it. Raises Refusal."""

    async def go_to_step(self, step: int, expected: int) -> ChangeSet:
        """Make everything as it was after a step, 0 for the beginning. expected: the newest one the user knows of.

        Raises Refusal.
        """

    async def look_at(self, past: Past) -> None:
        """Show everything as of then. Raises Refusal."""

    async def look_at_today(self) -> None:
        """Show everything as it is now."""

    def show_refusal(self, refusal: Refusal) -> None:
        """Tell the user what did not happen."""

    def show_status(self, status: str) -> None:
        """Say in the footer what was done."""

    def open_problem(self, number: int) -> None:
        """Show everything about a problem."""

    def open_record(self, kind: Kind, number: int) -> None:
        """Show everything about a record."""

    def show_in_tree(self, kind: Kind, number: int, branch: bool = False) -> None:
        """Go to a record in the opportunity tree. branch: show what hangs on it alone; leaving comes back here."""


def key_name(event: Key) -> str:
    """A key as the registry writes it: the character it types, or its name."""
    character = event.character
    return character if character and character.isprintable() and character != " " else event.key
