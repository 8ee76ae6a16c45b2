"""Picks the problems a decision is about and the evidence it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind, decision_key
from pmtui.screens.dialogs.choose import Choice, ChoiceDialog
from pmtui.services.decision_choices import link_choices
from pmtui.widgets.text import fit_left, line_content

KEY = 8


@dataclass(frozen=True, slots=True)
class PickedLinks:
    """Problems and pieces of evidence to connect, and to disconnect."""

    connect: tuple[Key, ...] = ()
    disconnect: tuple[Key, ...] = ()

    def numbers(self, kind: Kind, connect: bool) -> tuple[int, ...]:
        """The numbers of one kind, of what is to be connected or disconnected."""
        return tuple(key.number for key in (self.connect if connect else self.disconnect) if key.kind is kind)


class DecisionLinks(ChoiceDialog[PickedLinks]):
    """What is connected is ticked and stands first; ticks can be set and taken off."""

    KEY_LINE = "↑ ↓ move   enter tick or untick   ctrl+s save   esc close"
    DEFAULT_CSS = """
    DecisionLinks > Vertical { width: 100; }
    DecisionLinks OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, number: int) -> None:
        title = f"What {decision_key(number)} is about, and what it rests on"
        super().__init__(title, self._matching, "Type words of a problem or of evidence")
        self._number = number
        self._connected: dict[Key, bool] = {}
        self._ticked: dict[Key, bool] = {}

    def result(self) -> PickedLinks:
        """What was ticked and what was unticked. Raises Refusal when nothing was."""
        changed = {key: tick for key, tick in self._ticked.items() if tick != self._connected[key]}
        if not changed:
            raise Refusal("Nothing is ticked or unticked yet.", "enter ticks what is under the cursor.")
        return PickedLinks(
            tuple(key for key, tick in changed.items() if tick), tuple(key for key, tick in changed.items() if not tick)
        )

    async def take(self) -> None:
        """Tick or untick what is under the cursor."""
        try:
            (key,) = self.highlighted_choice().value.connect
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self._ticked[key] = not self._is_ticked(key)
        self.say("")
        self.show_choices()

    def prompt(self, choice: Choice[PickedLinks]) -> Content:
        """A problem or a piece with its tick."""
        (key,) = choice.value.connect
        return Content.assemble(
            ("✓ ", "$success") if self._is_ticked(key) else "  ",
            (fit_left(str(key), KEY), "$accent"),
            line_content(choice.label),
        )

    def _is_ticked(self, key: Key) -> bool:
        return self._ticked.get(key, self._connected[key])

    async def _matching(self, words: str) -> Sequence[Choice[PickedLinks]]:
        found = await self.host.workspace.ask(link_choices, self._number, words)
        self._connected |= {choice.key: choice.connected for choice in found}
        return [Choice(PickedLinks((choice.key,)), choice.words) for choice in found]
