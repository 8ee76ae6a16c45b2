"""Picks from a list that gets shorter while one types."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import Worker

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.base import Dialog
from pmtui.widgets.text import line_content

T = TypeVar("T")
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Something that can be picked. hint: what is shown beside it."""

    value: T
    label: str
    hint: str = ""


Find = Callable[[str], Awaitable[Sequence[Choice[T]]]]


class ChoiceDialog(Dialog[T], Generic[T]):
    """A line to type in and the choices that match it. Up and down move in the list while typing goes on."""

    DEFAULT_CSS = "ChoiceDialog OptionList { max-height: 14; margin-top: 1; }"

    def __init__(self, title: str, find: Find[T], placeholder: str) -> None:
        super().__init__(title)
        self._find = find
        self._placeholder = placeholder
        self.choices: Sequence[Choice[T]] = ()
        self._searched: str | None = None
        self._search_under_way: Worker[None] | None = None

    def compose_fields(self) -> ComposeResult:
        """The line and the list."""
        yield Input(placeholder=self._placeholder, id="words")
        yield (shown := OptionList())
        shown.can_focus = False

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Find what matches; an answer that comes too late is not shown."""
        self._begin_search(event.value)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what is under the cursor, once what was typed last has been looked for.

        What the cursor was moved to before anything was found is taken at once.
        """
        is_moved = self._searched is None and self.query_one(OptionList).highlighted is not None
        if self._searched != event.value and not is_moved and self._search_under_way is not None:
            await self._search_under_way.wait()
        await self.take()

    async def on_option_list_option_selected(self) -> None:
        """A click takes it too."""
        await self.take()

    async def take(self) -> None:
        """Take what is under the cursor: here it is the answer."""
        await self.action_save()

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    def on_mount(self) -> None:
        """Show all choices."""
        self._begin_search("")

    def highlighted_choice(self) -> Choice[T]:
        """The choice under the cursor. Raises Refusal when there is none."""
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self.choices):
            raise Refusal("Nothing matches what is typed.")
        return self.choices[place]

    def prompt(self, choice: Choice[T]) -> Content:
        """How a choice is shown."""
        return Content.assemble(line_content(choice.label), "  ", line_content(choice.hint, "$muted"))

    def show_choices(self) -> None:
        """Show the choices anew; the cursor keeps its place."""
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        options.set_options([Option(self.prompt(choice)) for choice in self.choices])
        if self.choices:
            options.highlighted = min(place, len(self.choices) - 1)

    def _begin_search(self, words: str) -> None:
        self._search_under_way = self.run_worker(self.search(words), group="find", exclusive=True)

    async def search(self, words: str) -> None:
        """Find and show what matches."""
        found = (await self._find(clean_line(words)))[:SHOWN]
        options = self.query_one(OptionList)
        moved_to = self.choices[options.highlighted] if self._searched is None and options.highlighted else None
        self.choices = found
        self._searched = words
        values = [choice.value for choice in found]
        options.highlighted = values.index(moved_to.value) if moved_to and moved_to.value in values else None
        self.show_choices()


class Choose(ChoiceDialog[T], Generic[T]):
    """Returns the value of the choice that was taken."""

    KEY_LINE = "↑ ↓ move   enter take   esc close"

    def __init__(self, title: str, choices: Sequence[Choice[T]] | Find[T], placeholder: str = "Type to search") -> None:
        super().__init__(title, choices if callable(choices) else among(choices), placeholder)

    def result(self) -> T:
        """The value under the cursor."""
        return self.highlighted_choice().value


class ChooseMany(ChoiceDialog[tuple[str, ...]]):
    """Returns all names that are ticked. With new_allowed, a name nobody has yet can be typed."""

    KEY_LINE = "enter tick or untick   ctrl+s save   esc close"

    def __init__(self, title: str, names: Sequence[str], ticked: Sequence[str] = (), new_allowed: bool = False) -> None:
        super().__init__(title, self._matching, "Type to search")
        self._names = [*names, *(name for name in ticked if name not in names)]
        self._ticked = list(ticked)
        self._new_allowed = new_allowed

    def result(self) -> tuple[str, ...]:
        """The ticked names, with the new one that is typed and not ticked yet."""
        typed = clean_line(self.query_one(Input).value) if self._new_allowed else ""
        new = (typed,) if typed and typed.casefold() not in (name.casefold() for name in self._names) else ()
        return (*self._ticked, *new)

    def prompt(self, choice: Choice[tuple[str, ...]]) -> Content:
        """A name with its tick."""
        name = choice.value[0]
        tick = Content.styled("✓ ", "$success") if name in self._ticked else Content("  ")
        return Content.assemble(tick, super().prompt(choice))

    async def take(self) -> None:
        """Tick or untick what is under the cursor."""
        try:
            name = self.highlighted_choice().value[0]
        except Refusal as refusal:
            self.say(str(refusal))
            return
        if name in self._ticked:
            self._ticked.remove(name)
        else:
            self._ticked.append(name)
            if name not in self._names:
                self._names.append(name)
        self.show_choices()

    async def _matching(self, words: str) -> Sequence[Choice[tuple[str, ...]]]:
        found: list[Choice[tuple[str, ...]]] = [Choice((name,), name) for name in _matches(self._names, words)]
        if self._new_allowed and words and words not in self._names:
            found.append(Choice((words,), words, "new"))
        return found


def among(choices: Sequence[Choice[T]]) -> Find[T]:
    """Search in choices that are all known."""

    async def find(words: str) -> Sequence[Choice[T]]:
        wanted = words.casefold().split()
        return [choice for choice in choices if all(word in choice.label.casefold() for word in wanted)]

    return find


def _matches(names: Sequence[str], words: str) -> list[str]:
    wanted = words.casefold().split()
    return [name for name in names if all(word in name.casefold() for word in wanted)]
