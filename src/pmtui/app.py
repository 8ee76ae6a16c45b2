"""The app: it holds the open workspace, makes the changes that screens ask for, and tells them what changed."""

import asyncio
import logging
from collections.abc import Awaitable

from textual import work
from textual.await_remove import AwaitRemove
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.signal import Signal
from textual.widget import Widget
from textual.worker import WorkerFailed

from pmtui.actions.action import PROBLEMS
from pmtui.actions.key_table import shown_key
from pmtui.actions.registry import with_keys
from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.domain.text import clean_block, shown_block
from pmtui.environment.config import Settings
from pmtui.environment.garbage import GarbageWhenQuiet
from pmtui.environment.paths import log_file
from pmtui.environment.signals import leave_on_signals
from pmtui.screens.base import WorkspaceScreen
from pmtui.screens.host import key_name
from pmtui.screens.keys_in_order import KeysInOrder
from pmtui.screens.leaving import Crash
from pmtui.screens.looking_back import EVERYTHING, LookingBack
from pmtui.services.lists import problem_page, workspace_view
from pmtui.services.views import FirstPage, ProblemFilter, WorkspaceView
from pmtui.services.workspace import Command
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.styles.kept_stylesheet import KeptStylesheet
from pmtui.styles.shipped_themes import use_theme
from pmtui.styles.themes import DARK
from pmtui.widgets.thrifty_driver import thrifty

log = logging.getLogger(__name__)
POLL_SECONDS = 1.0
SETTLED_AFTER_SECONDS = 0.5
PATIENCE_SECONDS = 1.0
KEYS_READ_SECONDS = 0.002  # the thread that reads keys gets its turn
LONGEST_PASTE = 1_000_000
Hint = tuple[str, str]


class PmtuiApp(LookingBack):
    """The program on one workspace."""

    TITLE = "pmtui"
    CSS_PATH = "styles/frame.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, workspace: WorkspaceThread, settings: Settings, importing: bool = False) -> None:
        """Begin with the problems, or with importing a file.

        Raises Refusal for settings that name a theme or an action that isn't there, or give a key two meanings.
        """
        super().__init__()
        self.stylesheet = KeptStylesheet()
        self.workspace = self.present = workspace
        self.settings = settings
        self._importing = importing
        self.actions = with_keys(settings.keys)
        use_theme(self, settings.theme)
        self.view: WorkspaceView | None = None
        self.changed: Signal[ChangeSet] = Signal(self, "changed")
        self.changes_under_way = 0
        self._newest: int | None = None
        self._tasks: set[asyncio.Task[ChangeSet]] = set()
        self.crash: Exception | None = None
        self.first_page: asyncio.Future[FirstPage] | None = None
        self._typed_ahead: list[Event] | None = []
        self._is_shown = asyncio.Event()
        self._garbage = GarbageWhenQuiet()

    def get_driver_class(self) -> type[Driver]:
        """What paints: the way of this platform, in fewer bytes."""
        return thrifty(super().get_driver_class())

    def delay_update(self, delay: float = 0) -> None:
        """Paint at once. Textual would wait 50 ms after every change of the screen for what is to be shown on it."""

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        # Once a dialog is gone, Textual lays out and paints the screen behind it again, which has been painted by then.
        return super()._prune(*nodes, parent=None if parent is self else parent)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The names of our own colours, for the moment before the theme is in place."""
        return DARK.variables

    def on_load(self) -> None:
        """Watch for signals before the terminal is touched."""
        leave_on_signals(self._leave)

    async def on_mount(self) -> None:
        """Show the first screen once the keys that were typed before it are known."""
        await asyncio.sleep(KEYS_READ_SECONDS)
        self.call_later(self._show_first_screen)

    async def _show_first_screen(self) -> None:
        if self._exit:  # a signal came first
            return
        typed, self._typed_ahead = self._typed_ahead or [], None
        place = self._place_of(typed[0]) if typed else None
        if place is None:
            # Asked before there is a screen, and given to it once all of it may be painted: no frame is an empty one.
            self.first_page = asyncio.ensure_future(self._read_first_page())
            await asyncio.sleep(0)  # it is asked now: loading the screen would hold it up
        with self.batch_update():
            await self.switch_mode(place or PROBLEMS)
        self._is_shown.set()
        self.run_worker(self._read_view())
        self.set_interval(POLL_SECONDS, self._poll)
        if self._importing:
            self.action_import_file()
        self.set_timer(SETTLED_AFTER_SECONDS, self._settle)
        for event in typed if place is None else typed[1:]:
            await self.on_event(event)

    async def _read_first_page(self) -> FirstPage:
        page = await self.workspace.ask(problem_page, ProblemFilter(), self.size.height)
        await self._is_shown.wait()
        return page

    def _place_of(self, event: Event) -> str | None:
        """The screen that a key goes to."""
        if not isinstance(event, Key) or self._importing:
            return None
        ids = {action.id for action in self.actions if key_name(event) in action.keys}
        return next((place for place in self.MODES if f"go_{place}" in ids), None)

    async def on_event(self, event: Event) -> None:
        """Clean what is pasted before any field has it: a field would send control characters to the terminal."""
        if isinstance(event, Paste):
            if len(event.text) > LONGEST_PASTE:
                self.notify(f"Only the first {LONGEST_PASTE:,} characters were pasted.", severity="warning")
            event.text = clean_block(event.text[:LONGEST_PASTE])
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self._garbage.busy()
            if self._typed_ahead is not None:
                self._typed_ahead.append(event)
                return
            front = self.screen
            if isinstance(front, KeysInOrder) and front.has_to_wait(event):
                return
        if isinstance(event, Paste):
            from textual.widgets import Input  # only where there is something to paste

            if isinstance(self.focused, Input):  # it would drop all lines but the first
                event.text = " ".join(event.text.split("\n"))
        await super().on_event(event)

    # Changes

    async def carry_out(self, command: Command) -> ChangeSet:
        """Make a change and wait until it is on the disk. Giving up the wait never gives up the change.

        Raises Refusal.
        """
        return await asyncio.shield(self._begin(self.workspace.run(command)))

    def request(self, command: Command) -> None:
        """Begin to make a change, and say in the footer what came of it."""
        self._tell(self._begin(self.workspace.run(command)))

    async def go_to_step(self, step: int, expected: int) -> ChangeSet:
        """Make everything as it was after a step. See Workspace.go_to. Raises Refusal."""
        going = self._begin(self.workspace.go_to(step, expected), hint=("history", "shows the steps"), is_newest=False)
        return await asyncio.shield(going)

    def action_undo(self) -> None:
        """Take the newest step back; refuse when another program has made one since."""
        expected = None if self.changes_under_way else self._newest
        undo = self._begin(self.workspace.undo(expected), hint=("redo", "redoes"), is_newest=False)
        self._tell(undo)

    def action_redo(self) -> None:
        """Do the step again that was undone last."""
        self._tell(self._begin(self.workspace.redo(), is_newest=False))

    def _begin(
        self, change: Awaitable[ChangeSet], hint: Hint = ("undo", "undoes"), is_newest: bool = True
    ) -> asyncio.Task[ChangeSet]:
        """See to a change that has begun.

        hint: an action and what its key does next. is_newest: whether undo would then take its step back.
        """
        self.changes_under_way += 1
        task = asyncio.create_task(self._made(change, hint, is_newest))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _made(self, change: Awaitable[ChangeSet], hint: Hint, is_newest: bool) -> ChangeSet:
        done = EVERYTHING
        try:
            done = await change
            self._newest = done.step if is_newest else None
            self.show_status(f"{done.label} · {self._in_words(hint)}" if done.step is not None else done.label)
            if done.notice:
                self.notify(shown_block(done.notice), severity="warning", markup=False)
        except Refusal:
            raise
        except Exception as error:
            # A fault of the program in one change is no reason to end: the change was rolled back.
            log.exception("a change failed")
            raise Refusal("Nothing was changed, because of a bug in pmtui.", f"See {log_file()}") from error
        finally:
            self.changes_under_way -= 1
            self.publish(done)
        return done

    def _in_words(self, hint: Hint) -> str:
        name, does = hint
        key = next(action.keys[0] for action in self.actions if action.id == name)
        return f"{shown_key(key)} {does}"

    @work
    async def _tell(self, change: asyncio.Task[ChangeSet]) -> None:
        try:
            await asyncio.wait((change,), timeout=PATIENCE_SECONDS)
            if not change.done():
                waits = self.present.waits
                self.show_status("Waiting for another program…" if waits else "Working…")
            await asyncio.shield(change)
        except Refusal as refusal:
            self.show_refusal(refusal)

    def publish(self, change: ChangeSet) -> None:
        """Tell the screens what changed."""
        self.changed.publish(change)
        if change.kinds & {Kind.WORKSPACE, Kind.SCORECARD}:
            self.run_worker(self._read_view())

    @work
    async def _settle(self) -> None:
        """Do what the first frame need not wait for."""
        from pmtui.environment.log import start_log

        start_log()
        self._garbage.begin()
        try:
            await self.workspace.check()
        except Refusal as refusal:
            self.show_refusal(refusal)

    async def _read_view(self) -> None:
        self.view = await self.workspace.ask(workspace_view)
        for screen in self.screen_stack:
            if isinstance(screen, WorkspaceScreen):
                screen.show_header()

    @work(exclusive=True, group="poll")
    async def _poll(self) -> None:
        self._garbage.tick()
        if self.changes_under_way:
            return
        try:
            change = await self.present.changed_elsewhere()
        except Refusal as refusal:  # told when the user wants something of the file
            self.show_status(refusal.title)
            return
        if change is not None:
            self._newest = None
            self.show_status(f"{change.label} (elsewhere)")
            self.publish(change)

    # Ending

    def _handle_exception(self, error: Exception) -> None:
        # Textual has no public place for this; its own way prints the values of all variables, people's words too.
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
            # What the world refuses a worker (a locked file, a record that is gone) is said, and ends nothing.
            if isinstance(error, Refusal):
                self.show_refusal(error)
                return
        if self._exit and isinstance(error, NoMatches):  # where something was to be shown is gone, or never came
            return
        if self.crash is None:
            self.crash = error
        crash = Crash(type(error).__name__)
        crash.__cause__ = error
        super()._handle_exception(crash)

    def _leave(self, status: int) -> None:
        from pmtui.screens.dialogs.base import Dialog

        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_draft()
        self.exit(return_code=status)
