"""A menu in which one letter picks at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from pmtui.screens.dialogs.base import Dialog
from pmtui.widgets.text import line_content

T = TypeVar("T")
NARROWEST, BESIDE_TITLE, BESIDE_LABEL = 44, 6, 12


@dataclass(frozen=True, slots=True)
class Lettered(Generic[T]):
    """One line of the menu. heading: begins a new group under these words."""

    letter: str
    label: str
    value: T
    heading: str = ""


FIELDS = (
    Lettered("c", "current", ("need", "current"), "Need"),
    Lettered("p", "potential", ("need", "potential")),
    Lettered("x", "none", ("need", "")),
    Lettered("n", "now", ("horizon", "now"), "Horizon"),
    Lettered("t", "next", ("horizon", "next")),
    Lettered("l", "later", ("horizon", "later")),
    Lettered("d", "declined, with a reason", ("horizon", "declined")),
    Lettered("o", "none", ("horizon", "")),
    Lettered("m", "must", ("moscow", "must"), "MoSCoW"),
    Lettered("s", "should", ("moscow", "should")),
    Lettered("u", "could", ("moscow", "could")),
    Lettered("w", "won't", ("moscow", "won't")),
    Lettered("e", "none", ("moscow", "")),
    Lettered("k", "add an answer", ("kano", ""), "Kano"),
)


def lettered(labels: Mapping[str, str]) -> tuple[Lettered[str], ...]:
    """Choices from values with their labels.

    Each gets the first letter of its label, else another one that is free in both cases, else any that is free.
    """
    choices: dict[str, Lettered[str]] = {}
    for value, label in labels.items():
        letters = [one for one in label if one.isascii() and one.isalpha()]
        taken = {letter.casefold() for letter in choices}
        others = [one for one in (*letters, *ascii_letters, *digits) if one.casefold() not in taken]
        wanted = (*letters[:1], *others, *ascii_letters)
        letter = next((one for one in wanted if one not in choices and one not in "qQ"), None)
        if letter is None:
            break
        choices[letter] = Lettered(letter, label, value)
    return tuple(choices.values())


class LetterMenu(Dialog[T], Generic[T]):
    """Returns the value behind the letter that was pressed. now: the value that is marked as the present one.

    The arrow keys and enter pick too.
    """

    KEY_LINE = "a letter, or ↑ ↓ enter   esc close"
    DEFAULT_CSS = """
    LetterMenu {
        & > Vertical { width: 44; max-height: 100%; }
        VerticalScroll { height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
        Static { height: auto; }
        Static.-here { background: $cursor; }
    }
    """

    def __init__(self, title: str, choices: Sequence[Lettered[T]], now: T | None = None) -> None:
        super().__init__(title)
        self._choices = choices
        self._now = now
        self._place = next((place for place, choice in enumerate(choices) if choice.value == now), 0)

    def compose_fields(self) -> ComposeResult:
        """One line a choice."""
        with VerticalScroll(can_focus=False):
            for place, choice in enumerate(self._choices):
                if choice.heading:
                    yield Static(line_content(choice.heading, "bold $strong"))
                mark = ("  ✓", "$success") if choice.value == self._now else ""
                words = Content.assemble("  ", (choice.letter, "bold $accent"), "  ", line_content(choice.label), mark)
                yield Static(words, id=f"choice-{place}")

    def on_mount(self) -> None:
        """Make room for the whole title and each choice on one line."""
        super().on_mount()
        widest = max((line_content(choice.label).cell_length for choice in self._choices), default=0)
        self.query_one(Vertical).styles.width = max(
            NARROWEST, len(self._title_words) + BESIDE_TITLE, widest + BESIDE_LABEL
        )
        self._move(0)

    async def on_key(self, event: Key) -> None:
        """A letter picks, in the other case too where that is no other choice; other keys as in every dialog."""
        # Not j and k, which are letters of choices.
        if event.key in ("up", "down"):
            event.prevent_default()
            self._move(1 if event.key == "down" else -1)
            return
        if event.key == "enter" and self._choices:
            event.prevent_default()
            self.dismiss(self._choices[self._place].value)
            return
        typed = event.character or ""
        alike = [choice for choice in self._choices if choice.letter.casefold() == typed.casefold()]
        for choice in sorted(alike, key=lambda choice: choice.letter != typed)[:1]:
            event.stop()
            event.prevent_default()
            self.dismiss(choice.value)

    def _move(self, places: int) -> None:
        self._place = max(0, min(len(self._choices) - 1, self._place + places))
        for place in range(len(self._choices)):
            line = self.query_one(f"#choice-{place}")
            line.set_class(place == self._place, "-here")
            if place == self._place:
                line.scroll_visible(animate=False)

    def on_click(self, event: Click) -> None:
        """A click picks too."""
        clicked = event.widget.id if event.widget is not None else None
        if clicked and clicked.startswith("choice-"):
            self.dismiss(self._choices[int(clicked.removeprefix("choice-"))].value)
