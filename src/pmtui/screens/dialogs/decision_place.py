"""The form that gives a problem a place whatever its score says."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label, Static

from pmtui.domain.decision import read_probability
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.place_price import price_of_place
from pmtui.domain.scorecard import show_score
from pmtui.screens.dialogs.decision_form import EMPTY, DecisionForm, number_of
from pmtui.services.decision_views import DecidedPlace
from pmtui.services.decisions import AddDecision
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

BY_SCORE = "score"


class DecidePlaceForm(DecisionForm):
    """Asks for a place and a reason, and shows what the place costs while one types it."""

    FIRST = ("reason",)  # the one field that it can't do without
    DEFAULT_CSS = "DecidePlaceForm #price { width: 1fr; height: auto; padding: 0 1; color: $muted; }"

    def __init__(
        self,
        number: int,
        title: str,
        place: int,
        means: Mapping[int, float],
        top: int,
        decided: Mapping[int, DecidedPlace],
    ) -> None:
        """means: the mean scores by number of the problem, the best rank first. top: places that count.

        decided: the places that stand already, by number of the problem.
        """
        rank = list(means).index(number) + 1
        said, start = f"{title} stands at #{rank} by its score.", EMPTY
        if (earlier := decided.get(number)) is not None:
            key = str(decision_key(earlier.decision))
            said = f"{said} {key} gives it #{earlier.place}; the place “score” takes that back."
            start = {**EMPTY, "supersedes": key}
        super().__init__(f"Decide the place of {problem_key(number)}", start, said)
        self._decided = decided
        self._number = number
        self._problem = title
        self._place = str(place)
        self._means = means
        self._top = top
        self.title_example = "left empty: the problem and its place"

    def form_name(self) -> str:
        """A draft for each problem."""
        return f"place {problem_key(self._number)}"

    def compose_lines(self) -> ComposeResult:
        """The place with its price, then the fields of every decision."""
        with Horizontal():
            yield Label("Place")
            yield Input(self._place, id="place", placeholder="its rank, from 1")
        with Horizontal():
            yield Label("Price")
            yield Static(self._price_in_words(self._place), id="price")
        yield from super().compose_lines()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what the place costs."""
        if event.input.id == "place":
            self.query_one("#price", Static).update(self._price_in_words(event.value))

    def command(self) -> Command:
        """Record the decision, with the ranking it goes against."""
        typed = self.values()
        place = self._read(typed["place"])
        title = typed["title"].strip() or f"{self._problem} {'by its score' if place is None else f'at #{place}'}"
        return AddDecision(
            {**typed, "title": title},
            probability=read_probability(typed["probability"]),
            problems=(self._number,),
            freeze=True,
            supersedes=number_of(typed["supersedes"]),
            place=place,
        )

    def _read(self, text: str) -> int | None:
        """The place, None for the one by score. Raises Refusal."""
        if self._number in self._decided and text.strip().casefold() == BY_SCORE:
            return None
        return read_place(text, len(self._means))

    def _price_in_words(self, text: str) -> Content:
        others = {number: decided.place for number, decided in self._decided.items() if number in self._means}
        try:
            place = self._read(text)
        except Refusal as refusal:
            return line_content(f"✗ {refusal.title}", "$error")
        if place is None:
            return line_content("✓ its score has the last word again", "$success")
        price = price_of_place(self._means, self._number, place, self._top, others)
        if price.leaves is None or price.enters is None:
            return line_content(f"✓ nothing: the same {self._top} stay at the top", "$success")
        out, into = problem_key(price.leaves), problem_key(price.enters)
        worth = sum(list(self._means.values())[: self._top])
        share = f" of {show_score(worth)}" if worth > 0 else ""
        return line_content(
            f"the top {self._top} loses {show_score(price.lost)}{share}, by mean score: {out} leaves, {into} enters",
            "$warning",
        )


def read_place(text: str, last: int) -> int:
    """A rank from 1 to the last. Raises Refusal for anything else."""
    words = text.strip().removeprefix("#")
    if not words.isdecimal() or not 1 <= int(words) <= last:
        raise Refusal(f"“{text}” is not a place in the ranking.", f"Type a number from 1 to {last}.")
    return int(words)
