"""Asks which field of some evidence to set, and to what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmtui.domain.evidence import EVIDENCE_TYPES, TYPE_OF_KIND
from pmtui.domain.text import clean_line
from pmtui.screens.dialogs.choose import Choice, Choose, Find, among
from pmtui.screens.dialogs.letter_menu import Lettered, LetterMenu, lettered
from pmtui.screens.dialogs.text_input import TextInput
from pmtui.services.evidence import pieces_in_words
from pmtui.services.evidence_list import filter_choices
from pmtui.services.persona_lists import company_list

if TYPE_CHECKING:
    from pmtui.screens.asking import AskingScreen

FIELDS = tuple(
    Lettered(letter, label, name)
    for letter, label, name in (
        ("t", "type: how much it proves", "type"),
        ("k", "kind: what it is", "kind"),
        ("p", "persona: whom it speaks for", "persona"),
        ("c", "company: the customer", "company"),
        ("d", "date it was said", "date"),
        ("s", "source: where it was found", "source"),
    )
)
TYPE_WORDS = {name: name.replace("_", " ") for name in EVIDENCE_TYPES} | {"test": "usability or A/B test"}


async def ask_field(screen: "AskingScreen", numbers: tuple[int, ...]) -> tuple[str, str] | None:
    """The name and the value of the field to set, or None when a dialog was closed."""
    pieces = pieces_in_words(numbers)
    name = await screen.answer_of(LetterMenu(f"Set on {pieces}", FIELDS))
    if name is None:
        return None
    title = f"The {name} of {pieces}"
    if name == "type":
        value = await screen.answer_of(LetterMenu(title, lettered(TYPE_WORDS)))
    elif name == "date":
        value = await screen.answer_of(TextInput(title, hint="2026-11-20, 2026-11 or 2026; nothing for none"))
    else:
        value = await screen.answer_of(Choose(title, await _choices(screen, name)))
    return None if value is None else (name, value)


async def _choices(screen: "AskingScreen", name: str) -> Find[str]:
    choices = await screen.workspace.ask(filter_choices)
    none = Choice("", "none")
    if name == "persona":
        return among([*(Choice(str(number), words) for number, words in choices.personas), none])
    if name == "kind":
        return _or_new([Choice(word, word) for word in dict.fromkeys([*TYPE_OF_KIND, *(k for k, _ in choices.kinds)])])
    if name == "source":
        return _or_new([*(Choice(word, word, f"{count:,}") for word, count in choices.sources), none])
    return _or_new([*(Choice(row.name, row.name) for row in await screen.workspace.ask(company_list)), none])


def _or_new(known: Sequence[Choice[str]]) -> Find[str]:
    """Search among what there is; what is typed and is not there can be taken too."""
    search = among(known)

    async def find(words: str) -> Sequence[Choice[str]]:
        typed = clean_line(words)
        found = list(await search(words))
        if typed and typed.casefold() not in (choice.label.casefold() for choice in known):
            found.append(Choice(typed, typed, "new"))
        return found

    return find
