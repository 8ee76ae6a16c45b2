"""Which of these two hurts customers more? A question after the other, and the order that the answers make."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pmtui.actions.action import COMPARE
from pmtui.domain.keys import problem_key
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.services.comparisons import Compare, Compared
from pmtui.widgets.text import fit, line_content

WIDTH = 72


class CompareDialog(SearchableDialog[None]):
    """Asks about some problems until it is closed. Each answer is a step of its own."""

    NAME: ClassVar[str] = COMPARE
    KEY_LINE = "← the first   → the second   s another pair   / search   esc enough"
    DEFAULT_CSS = "CompareDialog > Vertical { width: 78; } CompareDialog Static { height: auto; }"

    def __init__(self, found: Compared) -> None:
        super().__init__("Which of these two hurts customers more?")
        self._found = found

    def compose_fields(self) -> ComposeResult:
        """The question and the order so far."""
        yield Static(id="question")
        yield Static(id="order")

    def on_mount(self) -> None:
        """Show the first question."""
        super().on_mount()
        self._show()

    def action_first_hurts_more(self) -> None:
        """The first one."""
        self._answer(0)

    def action_second_hurts_more(self) -> None:
        """The second one."""
        self._answer(1)

    def action_another_pair(self) -> None:
        """Neither: ask about two others."""
        if (pair := self._found.question) is not None:
            self._found = replace(self._found, skipped=self._found.skipped | {frozenset(pair)})
            self._show()

    def _answer(self, place: int) -> None:
        if (pair := self._found.question) is not None:
            answer = pair[place], pair[1 - place]
            # The next question is there at once, so that a quick second key is never about the same pair.
            self._found = replace(self._found, answers=(*self._found.answers, answer))
            self._show()
            self.host.request(Compare(*answer))

    def _show(self) -> None:
        found, order, pair = self._found, self._found.order, self._found.question
        question = Content("There is nothing more to ask.") if pair is None else self._question(pair)
        self.query_one("#question", Static).update(question)
        agreeing = "" if order.agreeing is None else f", {order.agreeing:.0%} of them agree with this order"
        circles = f", {order.cycles} of {order.triples} triples in a circle" if order.cycles else ""
        head = f"\n{len(found.answers)} of about {found.needed} answers{agreeing}{circles}\n    by comparison"
        lines = [Content.styled(head + " " * (WIDTH - 30) + "by score", "$muted")]
        for place, number in enumerate(order.strengths, start=1):
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
