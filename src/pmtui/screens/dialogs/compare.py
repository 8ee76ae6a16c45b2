"""Which of these two hurts customers more? A question after the other, and the order that the answers make."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pmtui.actions.action import COMPARE
from pmtui.domain.changes import ChangeSet
from pmtui.domain.keys import Kind, problem_key
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.host import Requested
from pmtui.services.comparisons import Compare, Compared, compared
from pmtui.widgets.text import fit, line_content

WIDTH = 72


class CompareDialog(Dialog[None]):
    """Asks about some problems until it is closed. Each answer is a step of its own."""

    NAME: ClassVar[str] = COMPARE
    KEY_LINE = "← the first   → the second   s another pair   esc enough"
    DEFAULT_CSS = "CompareDialog > Vertical { width: 78; } CompareDialog Static { height: auto; }"

    def __init__(self, numbers: tuple[int, ...], found: Compared) -> None:
        super().__init__("Which of these two hurts customers more?")
        self._numbers = numbers
        self._found = found
        self._skipped: set[frozenset[int]] = set()

    def compose_fields(self) -> ComposeResult:
        """The question and the order so far."""
        yield Static(id="question")
        yield Static(id="order")

    def on_mount(self) -> None:
        """Show the first question, and the next after every answer."""
        super().on_mount()
        self.host.changed.subscribe(self, self._take_change)
        self._show()

    def action_first_hurts_more(self) -> None:
        """The first one."""
        self._answer(0)

    def action_second_hurts_more(self) -> None:
        """The second one."""
        self._answer(1)

    def action_another_pair(self) -> None:
        """Neither: ask about two others."""
        if self._found.question is not None:
            self._skipped.add(frozenset(self._found.question))
            self._read()

    def _answer(self, place: int) -> None:
        if self._found.question is not None:
            winner, loser = self._found.question[place], self._found.question[1 - place]
            self.post_message(Requested(Compare(winner, loser)))

    def _take_change(self, change: ChangeSet) -> None:
        if Kind.COMPARISON in change.kinds:
            self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        self._found = await self.host.workspace.ask(compared, self._numbers, frozenset(self._skipped))
        self._show()

    def _show(self) -> None:
        found = self._found
        question = (
            Content("There is nothing more to ask.") if found.question is None else self._question(found.question)
        )
        self.query_one("#question", Static).update(question)
        agreeing = "" if found.order.agreeing is None else f", {found.order.agreeing:.0%} of them agree with this order"
        circles = f", {found.order.cycles} of {found.order.triples} triples in a circle" if found.order.cycles else ""
        head = f"\n{found.answered} of about {found.needed} answers{agreeing}{circles}\n    by comparison"
        lines = [Content.styled(head + " " * (WIDTH - 30) + "by score", "$muted")]
        for place, number in enumerate(found.order.strengths, start=1):
            rank = found.ranks[number]
            lines.append(
                Content.assemble(
                    (f"{place:>3} ", "$muted"),
                    (f"{problem_key(number)!s:<7}", "$accent"),
                    line_content(f"{fit(found.titles[number], WIDTH - 18):<{WIDTH - 18}}"),
                    (f"{'–' if rank is None else f'#{rank}':>6}", "$muted"),
                )
            )
        self.query_one("#order", Static).update(Content("\n").join(lines))

    def _question(self, pair: tuple[int, int]) -> Content:
        lines = [
            Content.assemble((f" {arrow} ", "bold $accent"), line_content(fit(self._found.titles[number], WIDTH - 4)))
            for arrow, number in zip("←→", pair, strict=True)
        ]
        return Content("\n").join(lines)
