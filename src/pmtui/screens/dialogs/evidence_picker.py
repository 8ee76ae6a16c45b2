"""Picks evidence to connect to problems, by searching while one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content
from textual.widgets import Input

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import evidence_key, keys_in_words
from pmtui.screens.dates import day, today
from pmtui.screens.dialogs.choose import Choice, ChoiceDialog
from pmtui.services.evidence_search import FoundEvidence, find_evidence
from pmtui.widgets.text import fit_left, line_content

KEY, FACTS = 7, 26


@dataclass(frozen=True, slots=True)
class Picked:
    """Pieces to connect and to disconnect, by number; or the first words of a new piece that is to be written.

    personas: whether the user would rather link personas.
    """

    connect: tuple[int, ...] = ()
    disconnect: tuple[int, ...] = ()
    new: str | None = None
    personas: bool = False


class EvidencePicker(ChoiceDialog[Picked]):
    """Newest first. What is connected is ticked; ticks can be set and taken off; a new piece can be written."""

    KEY_LINE = "enter tick or untick   ctrl+s save   ctrl+n new piece   tab personas   esc close"
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

    async def action_start_afresh(self) -> None:
        """Go on to write a new piece that begins with what is typed."""
        self.dismiss(Picked(new=self.query_one("#words", Input).value))

    def action_other_kind(self) -> None:
        """Go on to link personas."""
        self.dismiss(Picked(personas=True))

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
            return super().prompt(choice)
        (piece,) = choice.value.connect
        return Content.assemble(
            ("✓ ", "$success") if self._is_ticked(piece) else "  ",
            (fit_left(str(evidence_key(piece)), KEY), "$accent"),
            (fit_left(choice.hint, FACTS), "$muted"),
            line_content(choice.label),
        )

    def _is_ticked(self, piece: int) -> bool:
        return self._ticked.get(piece, self._connected[piece])

    async def _matching(self, words: str) -> Sequence[Choice[Picked]]:
        found = await self.host.workspace.ask(find_evidence, words, self._problems)
        self._connected |= {piece.evidence.id: piece.connected for piece in found}
        if not found:
            return [Choice(Picked(new=words), "No piece has these words. enter writes a new one.")]
        return [_choice(piece, today()) for piece in found]


def _choice(found: FoundEvidence, now: date) -> Choice[Picked]:
    piece = found.evidence
    facts = (day(piece.occurred_on, now), piece.company or piece.author or piece.source)
    return Choice(Picked((piece.id,)), piece.words, " · ".join(filter(None, facts)))
