"""The app on a workspace of the past: the same screens on the same questions, and no change."""

import asyncio

from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind
from pmtui.domain.past import Past
from pmtui.screens.places import Places
from pmtui.services.workspace_thread import WorkspaceThread

EVERYTHING = ChangeSet(None, "", frozenset(Kind))


class LookingBack(Places):
    """An app that can show its workspace as of a point of the past.

    workspace: what the screens show, of the past or of today. present: the one of today. past: the point that is shown,
    None for today.
    """

    workspace: WorkspaceThread
    present: WorkspaceThread
    past: Past | None = None

    def publish(self, change: ChangeSet) -> None:
        """Tell the screens what changed."""
        raise NotImplementedError

    async def look_at(self, past: Past) -> None:
        """Show everything as of then. Raises Refusal when it can't be brought back."""
        then = await self.present.as_of(past)
        self._show(WorkspaceThread(lambda: then), past)
        self.show_status(f"As of {past.words} · esc: today")

    async def look_at_today(self) -> None:
        """Show everything as it is now."""
        if self.past is not None:
            self._show(self.present, None)
            self.show_status("Back to today")

    def _show(self, workspace: WorkspaceThread, past: Past | None) -> None:
        shown, self.workspace, self.past = self.workspace, workspace, past
        self.publish(EVERYTHING)
        if shown is not self.present:
            # Beside the keys: it closes once what was asked of it is answered.
            self.run_worker(asyncio.to_thread(shown.close))
