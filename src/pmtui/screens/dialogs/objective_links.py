"""Picking which problems serve an objective, or which objective a problem serves, and how well."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.keys import Key, Kind
from pmtui.domain.links import FITS
from pmtui.screens.dialogs.choose import Choice, Choose
from pmtui.screens.dialogs.letter_menu import Lettered
from pmtui.services.fits import FitView

FIT_CHOICES = tuple(Lettered(word[0], f"{word}: counts {fit:g} times", fit) for fit, word in reversed(FITS.items()))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The problem or objective to link; off: to take the link off."""

    number: int
    off: bool = False


class ChooseServed(Choose[Wanted]):
    """Picks what to link; each choice stays on one line and says how it is linked now."""

    DEFAULT_CSS = """
    ChooseServed > Vertical { width: 100; }
    ChooseServed OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """


def served_choices(
    kind: Kind, titles: Sequence[tuple[int, str]], links: Sequence[FitView], words: str
) -> list[Choice[Wanted]]:
    """What can be linked: number and title of each, and those of the links that hold the words, to be taken off."""
    there = {link.id: f"✓ {link.how}" for link in links}
    wanted = words.casefold().split()
    off = [link for link in links if all(word in f"take {link.key} {link.title} off".casefold() for word in wanted)]
    choices = [
        Choice(Wanted(number), f"{Key(kind, number)} {title}", there.get(number, "")) for number, title in titles
    ]
    return choices + [Choice(Wanted(link.id, off=True), f"take {link.key} {link.title} off") for link in off]
