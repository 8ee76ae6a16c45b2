"""Picks the problems that evidence speaks of, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, OptionList

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.screens.dialogs.choose import SHOWN, Choice, ChoiceDialog
from pmtui.services.evidence import pieces_in_words
from pmtui.services.problem_choices import ProblemChoice, likely_choices, problem_choices
from pmtui.widgets.text import fit_left, line_content

KEY = 8


@dataclass(frozen=True, slots=True)
class PickedProblems:
    """Problems to connect and to disconnect, by number; or the title of a new one that is to be made."""

    connect: tuple[int, ...] = ()
    disconnect: tuple[int, ...] = ()
    new: str | None = None


class _SearchLine(Input):
    """A line in which a space ticks while it would stand at the beginning, or while one moves in the list."""

    class Ticked(Message):
        """The choice under the cursor is to be ticked."""

    is_in_list = False

    def on_key(self, event: Key) -> None:
        if event.key in ("up", "down"):
            self.is_in_list = True
        elif event.key == "space" and (self.is_in_list or not self.value):
            event.prevent_default()
            event.stop()
            self.post_message(self.Ticked())
        else:
            self.is_in_list = False


class ProblemPicker(ChoiceDialog[PickedProblems]):
    """Enter connects what is ticked, else the problem under the cursor."""

    KEY_LINE = "enter connect   space tick several   ctrl+n new problem   esc close"
    DEFAULT_CSS = """
    ProblemPicker > Vertical { width: 100; }
    ProblemPicker OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, pieces: tuple[int, ...]) -> None:
        title = f"Which problem does {pieces_in_words(pieces)} speak of?"
        super().__init__(title if len(pieces) == 1 else title.replace("does", "do"), self._matching, "Type to search")
        self._pieces = pieces
        self._connected: dict[int, bool] = {}
        self._ticked: dict[int, bool] = {}

    def compose_fields(self) -> ComposeResult:
        """The line and the list."""
        yield _SearchLine(placeholder=self._placeholder, id="words")
        yield (shown := OptionList())
        shown.can_focus = False

    def result(self) -> PickedProblems:
        """What is ticked or unticked, else the one under the cursor. Raises Refusal when nothing would change."""
        changed = {problem: tick for problem, tick in self._ticked.items() if tick != self._connected[problem]}
        if not changed:
            picked = self.highlighted_choice().value
            if picked.new is None and self._connected[picked.connect[0]]:
                raise Refusal("It is connected already.", "space and enter take the connection off.")
            return picked
        return PickedProblems(
            tuple(problem for problem, tick in changed.items() if tick),
            tuple(problem for problem, tick in changed.items() if not tick),
        )

    async def action_start_afresh(self) -> None:
        """Go on to a new problem that is called what is typed."""
        self.dismiss(PickedProblems(new=self.query_one("#words", Input).value))

    def on__search_line_ticked(self) -> None:
        """Tick or untick the problem under the cursor."""
        if not self.choices:
            return
        picked = self.highlighted_choice().value
        if picked.new is None:
            (problem,) = picked.connect
            self._ticked[problem] = not self._is_ticked(problem)
            self.say("")
            self.show_choices()

    def prompt(self, choice: Choice[PickedProblems]) -> Content:
        """A problem with its tick, and the words that speak for it."""
        if choice.value.new is not None:
            return super().prompt(choice)
        (problem,) = choice.value.connect
        return Content.assemble(
            ("✓ ", "$success") if self._is_ticked(problem) else "  ",
            (fit_left(str(problem_key(problem)), KEY), "$accent"),
            line_content(choice.label),
            line_content(f"  {choice.hint}" if choice.hint else "", "$muted"),
        )

    def _is_ticked(self, problem: int) -> bool:
        return self._ticked.get(problem, self._connected[problem])

    async def search(self, words: str) -> None:
        """Find and show what matches. Until the likeliest are known all are shown, and the cursor is on none."""
        if self._searched is None and not words:
            found = await self.host.workspace.ask(problem_choices, self._pieces, "")
            self.choices = self._offered(found)[:SHOWN]
            self.show_choices()
            self.query_one(OptionList).highlighted = None
        await super().search(words)

    async def _matching(self, words: str) -> Sequence[Choice[PickedProblems]]:
        workspace = self.host.workspace
        if words:
            found = await workspace.ask(problem_choices, self._pieces, words)
        else:
            found = await workspace.ask_giving_way(likely_choices, self._pieces)
        if not found:
            return [Choice(PickedProblems(new=words), "No problem has these words. enter makes a new one.")]
        return self._offered(found)

    def _offered(self, found: Sequence[ProblemChoice]) -> Sequence[Choice[PickedProblems]]:
        self._connected |= {choice.id: choice.connected for choice in found}
        return [Choice(PickedProblems((choice.id,)), choice.title, ", ".join(choice.words)) for choice in found]
