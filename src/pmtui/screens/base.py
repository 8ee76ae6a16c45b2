"""What all screens of a workspace share: the frame around them, their keys, and reading anew after a change."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import Key
from textual.widgets import Static

from pmtui.actions.action import Action
from pmtui.actions.key_reader import KeyReader
from pmtui.actions.past import reads_only
from pmtui.actions.registry import actions_of
from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.domain.past import past_refusal
from pmtui.environment.paths import short_path
from pmtui.screens.cursor_keys import CursorKeys
from pmtui.screens.host import Host, key_name
from pmtui.services.workspace import Command
from pmtui.services.workspace_thread import WorkspaceThread
from pmtui.widgets.footer_line import FooterLine
from pmtui.widgets.header_line import HeaderLine
from pmtui.widgets.tab_line import Tab, TabLine
from pmtui.widgets.thrifty_compositor import ThriftyCompositor

READ_GROUP = "read"
TABS = (
    Tab("evidence", "2", "Evidence"),
    Tab("problems", "3", "Problems"),
    Tab("board", "4", "Board"),
    Tab("personas", "5", "Personas"),
    Tab("strategy", "6", "Strategy"),
    Tab("roadmap", "7", "Roadmap"),
    Tab("decisions", "8", "Decisions"),
)
SMALLEST_WIDTH, SMALLEST_HEIGHT = 60, 18


class WorkspaceScreen(CursorKeys):
    """A screen of the open workspace.

    NAME: its name in the registry. TAB: the screen whose tab it stands under, where it has none of its own.
    TITLE_WORD: its name for people. PURPOSE, WORDS: what it is for and the words it uses, for its help. WATCHES: the
    kinds of records it shows.
    """

    NAME: ClassVar[str]
    TAB: ClassVar[str] = ""
    TITLE_WORD: ClassVar[str]
    PURPOSE: ClassVar[str] = ""
    WORDS: ClassVar[Sequence[tuple[str, str]]] = ()
    WATCHES: ClassVar[frozenset[Kind]] = frozenset()

    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares its type
        (0, "-tiny"),
        (SMALLEST_WIDTH, "-narrow"),
        (TabLine.NARROW, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (SMALLEST_HEIGHT, "-tall")]  # noqa: RUF012 - Textual declares its type

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ThriftyCompositor()
        self._keys: KeyReader | None = None
        self._stale = True
        self._ranked_by: str | None = None

    # For the screens

    def compose_body(self) -> ComposeResult:
        """The widgets between tabs and footer."""
        yield from ()

    def is_in_front(self) -> bool:
        """Whether something stands in front of what the screen is about, which leaving closes first."""
        return False

    async def read(self) -> None:
        """Ask the workspace for what is shown, and show it."""

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast(Host, self.app)

    @property
    def workspace(self) -> WorkspaceThread:
        """The open workspace."""
        return self.host.workspace

    def request(self, command: Command) -> None:
        """Ask for a change. What is being read would be out of date, so reading begins again after it."""
        self.workers.cancel_group(self, READ_GROUP)
        self._stale = True
        self.host.request(command)

    def show_ranked_by(self, words: str) -> None:
        """Show at the right of the header how the screen is ordered."""
        self._ranked_by = words
        self.show_header()

    # The frame

    def compose(self) -> ComposeResult:
        """The frame and, inside it, the body."""
        yield HeaderLine(self.TITLE_WORD)
        yield TabLine(TABS, self.TAB or self.NAME)
        with Container(id="body"):
            yield from self.compose_body()
        yield FooterLine(actions_of(self.NAME, self.host.actions))
        yield Static(f"pmtui needs {SMALLEST_WIDTH} × {SMALLEST_HEIGHT} characters of room.", id="too-small")

    def show_header(self) -> None:
        """Show what the workspace is called and how it is ranked."""
        view = self.host.view
        if view is not None and self.is_mounted:
            ranked_by = self._ranked_by if self._ranked_by is not None else f"ranked by {view.ranked_by}"
            place = short_path(self.workspace.path)
            self.query_one(HeaderLine).show(view.name, place, ranked_by, self._badge())

    def _badge(self) -> str:
        past = self.host.past
        return f"AS OF {past.words}" if past else "READ-ONLY" if self.workspace.read_only else ""

    def show_status(self, status: str) -> None:
        """Show what was done last."""
        if self.is_mounted:
            self.query_one(FooterLine).show_status(status)

    # Reading

    def on_mount(self) -> None:
        """Listen for changes, and read what the first frame shows."""
        self.host.changed.subscribe(self, self.take_change)
        self.read_if_stale()

    def on_screen_resume(self) -> None:
        """Show what changed while the screen was hidden."""
        self.show_header()
        self.show_status(self.host.status)
        self.read_if_stale()

    def take_change(self, change: ChangeSet) -> None:
        """Something changed: read anew at once, or when shown again."""
        self._stale = self._stale or bool(change.kinds & self.WATCHES)
        if self in self.app.screen_stack:
            self.read_if_stale()

    def read_if_stale(self) -> None:
        """Read anew unless what is shown is true, or more changes are about to come."""
        if self._stale and not self.host.changes_under_way:
            self._stale = False  # a change while it is being read makes it stale again, and reading begins anew
            self._read()

    @work(group=READ_GROUP, exclusive=True)
    async def _read(self) -> None:
        try:
            await self.read()
        except Refusal as refusal:
            self.host.show_refusal(refusal)

    # Keys

    async def on_key(self, event: Key) -> None:
        """Start the action of a key. Out of the past the way leads back to today."""
        if event.key == "escape" and self.host.past is not None and not self.is_in_front():
            event.stop()
            event.prevent_default()
            await self.host.look_at_today()
            return
        if self._keys is None:
            self._keys = KeyReader(actions_of(self.NAME, self.host.actions))
        action = self._keys.press(key_name(event))
        if action is not None or self._keys.pending:
            event.stop()
            event.prevent_default()
        if action is not None:
            await self.perform(action)

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """Start the action that was clicked."""
        await self.perform(event.action)

    async def on_tab_line_picked(self, event: TabLine.Picked) -> None:
        """Go to the screen that was clicked."""
        await self.run_action(f"app.go_{event.screen_name}")

    async def perform(self, action: Action) -> None:
        """Carry an action out, here or in the app; in the past only what reads."""
        if (past := self.host.past) is not None and not reads_only(action):
            self.host.show_refusal(past_refusal(past))
            return
        where = "screen" if hasattr(self, f"action_{action.id}") else "app"
        await self.run_action(f"{where}.{action.id}")
