"""Picks evidence to connect to problems, by searching while one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import evidence_key
from pmtui.screens.dates import day, today
from pmtui.screens.dialogs.choose import Choice, ChoiceDialog
from pmtui.services.evidence_search import FoundEvidence, find_evidence
from pmtui.services.problems import keys_in_words


@dataclass(frozen=True, slots=True)
class Picked:
    """Pieces to connect and to disconnect, by number; or the first words of a new piece that is to be written."""

    connect: tuple[int, ...] = ()
    disconnect: tuple[int, ...] = ()
    new: str | None = None


class EvidencePicker(ChoiceDialog[Picked]):
    """Newest first. What is connected is ticked; ticks can be set and taken off; a new piece can be written."""

    KEY_LINE = "enter tick or untick   ctrl+s save   esc close"
    DEFAULT_CSS = """
    EvidencePicker > Vertical { width: 110; }
    EvidencePicker OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, problems: tuple[int, ...]) -> None:
        super().__init__(
            f"Connect evidence to {keys_in_words(problems)}", self._matching, "Type words of what was said"
        )
        self._problems = problems
        self._connected: dict[int, bool] = {}
        self._ticked: dict[int, bool] = {}

    def result(self) -> Picked:
        """What was ticked and what was unticked."""
        changed = {piece: tick for piece, tick in self._ticked.items() if tick != self._connected[piece]}
        if not changed:
            raise Refusal("Nothing is ticked or unticked yet.", "enter ticks the piece under the cursor.")
        return Picked(
            tuple(piece for piece, tick in changed.items() if tick),
            tuple(piece for piece, tick in changed.items() if not tick),
        )

    async def take(self) -> None:
        """Tick or untick the piece under the cursor, or go on to write a new one."""
        try:
            picked = self.highlighted_choice().value
        except Refusal as refusal:
            self.say(str(refusal))
            return
        if picked.new is not None:
            self.dismiss(picked)
            return
        (piece,) = picked.connect
        self._ticked[piece] = not self._is_ticked(piece)
        self.say("")
        self.show_choices()

    def prompt(self, choice: Choice[Picked]) -> Content:
        """A piece with its tick."""
        if choice.value.new is not None:
            return Content.assemble(("+ ", "$accent"), super().prompt(choice))
        ticked = self._is_ticked(choice.value.connect[0])
        return Content.assemble(("✓ ", "$success") if ticked else "  ", super().prompt(choice))

    def _is_ticked(self, piece: int) -> bool:
        return self._ticked.get(piece, self._connected[piece])

    async def _matching(self, words: str) -> Sequence[Choice[Picked]]:
        found = await self.host.workspace.ask(find_evidence, words, self._problems)
        self._connected |= {piece.evidence.id: piece.connected for piece in found}
        new = Choice(Picked(new=words), "Write a new piece of evidence", words)
        return [new, *(_choice(piece, today()) for piece in found)]


def _choice(found: FoundEvidence, now: date) -> Choice[Picked]:
    piece = found.evidence
    facts = (str(evidence_key(piece.id)), day(piece.occurred_on, now), piece.company or piece.author or piece.source)
    return Choice(Picked((piece.id,)), piece.words[:80], " · ".join(filter(None, facts)))
