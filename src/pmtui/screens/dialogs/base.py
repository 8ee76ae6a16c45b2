"""What all dialogs share: title, keys, and a draft that survives closing, crashes and signals."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from pmtui.actions.action import DIALOG
from pmtui.actions.key_reader import KeyReader
from pmtui.actions.registry import actions_of
from pmtui.domain.errors import Refusal
from pmtui.environment.drafts import drop_draft, load_draft, save_draft
from pmtui.screens.base import SMALLEST_HEIGHT, SMALLEST_WIDTH
from pmtui.screens.host import Host, key_name
from pmtui.screens.keys_in_order import KeysInOrder
from pmtui.widgets.text import line_content

T = TypeVar("T")
DRAFT_SECONDS = 2.0


class Dialog(KeysInOrder[T | None], Generic[T]):
    """A dialog that returns a value, or None when it was closed.

    NAME: its name in the registry when it has keys of its own. FORM: the name its draft is kept under, "" for none.
    KEY_LINE: the keys named in its last line. typed_before: gives the keys that were meant for it before it was shown.
    """

    NAME: ClassVar[str] = DIALOG
    FORM: ClassVar[str] = ""
    KEY_LINE: ClassVar[str] = "ctrl+s save   esc close"
    BINDINGS: ClassVar[list[BindingType]] = []

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 76; max-width: 96%; height: auto; max-height: 100%;
            background: $surface; border: round $line; padding: 0 1;
            border-title-color: $strong; border-title-style: bold;
        }
        &.-no-room { background: $background 0%; & > Vertical { offset-x: 100vw; } }
        .dialog-message { height: auto; color: $warning; display: none; }
        .dialog-message.-shown { display: block; }
        .dialog-keys { height: auto; margin-top: 1; color: $muted; }
        Input { background: $panel; border: none; height: 1; padding: 0 1; }
        Input:focus { background: $cursor; border: none; }
        TextArea { background: $panel; border: none; }
        TextArea:focus { background: $cursor-blurred; border: none; }
    }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title_words = title
        self._keys: KeyReader | None = None
        self._untouched: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._keeping = asyncio.Lock()
        self.typed_before: Callable[[], Awaitable[list[Key]]] | None = None

    # For the dialogs

    def compose_fields(self) -> ComposeResult:
        """The widgets between title and keys. Inputs and text areas with an id are part of the draft."""
        yield from ()

    def result(self) -> T:
        """What the dialog returns when it is saved. Raises Refusal, which is shown while it stays open."""
        raise Refusal("There is nothing to save here.", "esc closes it.")

    def form_name(self) -> str:
        """The name its draft is kept under, "" for none."""
        return self.FORM

    def values(self) -> dict[str, str]:
        """What is typed now, by the ids of the fields."""
        typed = {field.id: field.value for field in self.query(Input) if field.id}
        return typed | {field.id: field.text for field in self.query(TextArea) if field.id}

    def fill(self, values: dict[str, str]) -> None:
        """Put values into the fields."""
        for field in self.query(Input):
            if field.id in values:
                field.value = values[field.id]
        for area in self.query(TextArea):
            if area.id in values:
                area.text = values[area.id]

    def say(self, *sentences: str) -> None:
        """Show a message under the fields, each sentence on lines of its own, or none."""
        message = self.query_one(".dialog-message", Static)
        message.update(Content("\n").join(map(line_content, sentences)))
        message.set_class(any(sentences), "-shown")

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast(Host, self.app)

    # The frame

    def compose(self) -> ComposeResult:
        """Title, fields, message and keys."""
        with Vertical() as frame:
            frame.border_title = line_content(self._title_words)
            yield from self.compose_fields()
            yield Static(classes="dialog-message")
            yield Static(Content(self.KEY_LINE), classes="dialog-keys")

    def on_mount(self) -> None:
        """Bring the draft back and keep it up to date; then let in what was typed already."""
        if self.form_name():
            self._bring_draft_back()
        self.screen_layout_refresh_signal.subscribe(self, self._leave_keys_free)
        self.call_later(self._let_keys_in)

    def on_resize(self) -> None:
        """Out of the way of the sentence behind it that asks for more room; its fields keep what is typed."""
        width, height = self.app.size
        self.set_class(width < SMALLEST_WIDTH or height < SMALLEST_HEIGHT, "-no-room")

    def _leave_keys_free(self, _screen: Screen[Any]) -> None:
        # Messages stand at the bottom, where in a small terminal the keys of the dialog are.
        keys = self.query_one(".dialog-keys").region
        for rack in self.query("ToastRack").results():
            if rack.display and keys:
                rack.styles.margin = (0, 0, max(1, self.size.height - keys.y), 0)

    async def _let_keys_in(self) -> None:
        self.open_for_keys(await self.typed_before() if self.typed_before is not None else ())

    # Drafts

    def _bring_draft_back(self) -> None:
        self._untouched = self.values()
        draft = load_draft(self.host.workspace.uuid, self.form_name())
        if draft and draft != self._untouched:
            self.fill(draft)
            self.say("What you typed here last time is back. ctrl+n starts afresh.")
        self._kept = self.values()
        self.set_interval(DRAFT_SECONDS, self._keep_draft_beside)

    def keep_draft(self) -> None:
        """Keep what is typed now, if it is anything new. Without a place to keep it, nothing happens."""
        if (typed := self._typed_anew()) is not None:
            with suppress(Refusal):
                save_draft(self.host.workspace.uuid, self.form_name(), typed)

    async def _keep_draft_beside(self) -> None:
        async with self._keeping:
            if (typed := self._typed_anew()) is not None:
                try:
                    await asyncio.to_thread(save_draft, self.host.workspace.uuid, self.form_name(), typed)
                except Refusal as refusal:
                    self.say(str(refusal))

    def _typed_anew(self) -> dict[str, str] | None:
        typed = self.values()
        if not self.form_name() or typed == self._kept:
            return None
        self._kept = typed
        return typed

    async def _drop_draft(self) -> None:
        if self.form_name():
            async with self._keeping:
                drop_draft(self.host.workspace.uuid, self.form_name())

    # Keys

    async def on_key(self, event: Key) -> None:
        """Start the action of a key that no field has taken."""
        if self._keys is None:
            self._keys = KeyReader(actions_of(self.NAME, self.host.actions))
        action = self._keys.press(key_name(event))
        # A key of an action that this dialog hasn't is left to its fields: down in a text area or a select.
        if action is not None and hasattr(self, f"action_{action.id}"):
            event.stop()
            event.prevent_default()
            await self.run_action(f"screen.{action.id}")

    def action_close(self) -> None:
        """Close, and keep what was typed."""
        self.keep_draft()
        self.dismiss(None)

    async def action_save(self) -> None:
        """Return the result, unless it says no."""
        try:
            result = self.result()
        except Refusal as refusal:
            self.say(str(refusal))
            return
        await self._drop_draft()
        self.dismiss(result)

    async def action_start_afresh(self) -> None:
        """Forget the draft."""
        if self.form_name():
            await self._drop_draft()
            self.fill(self._untouched)
            self._kept = self._untouched
            self.say("")
