"""Picks the problems a decision is about and the evidence it rests on."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from textual.content import Content

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind, decision_key
from pmtui.screens.dialogs.choose import Choice, ChoiceDialog
from pmtui.services.decision_choices import link_choices
from pmtui.widgets.text import fit_left, line_content

KEY = 8
_DRAFT = {"ticked": True, "unticked": False}


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
        connect, disconnect = self._changed(True), self._changed(False)
        if not connect and not disconnect:
            raise Refusal("Nothing is ticked or unticked yet.", "enter ticks what is under the cursor.")
        return PickedLinks(connect, disconnect)

    def form_name(self) -> str:
        """A draft for each decision: its ticks."""
        return f"links of {decision_key(self._number)}"

    def values(self) -> dict[str, str]:
        """The keys that were ticked and unticked, as a draft keeps them."""
        return {name: " ".join(map(str, self._changed(tick))) for name, tick in _DRAFT.items()}

    def fill(self, values: dict[str, str]) -> None:
        """Bring the ticks of a draft back."""
        with suppress(Refusal):  # of what is no key: another program wrote it
            self._ticked = {
                Key.parse(key): tick for name, tick in _DRAFT.items() for key in values.get(name, "").split()
            }
        self.show_choices()

    def _changed(self, ticked: bool) -> tuple[Key, ...]:
        # What a draft brought back and no search has shown yet counts as a change.
        return tuple(
            key for key, tick in self._ticked.items() if tick is ticked and tick != self._connected.get(key, not tick)
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
