"""The decision log as a list."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.keys import decision_key
from pmtui.services.decision_views import REVIEW_DUE, SUPERSEDED, DecisionRow
from pmtui.widgets.text import fit_left, fit_right
from pmtui.widgets.virtual_list import VirtualList

KEY, STATE, DAY, PERCENT, BRIER, DRIVER = 6, 13, 11, 5, 7, 16
BAR = 1  # the scrollbar stands over the end of a row
DRIVER_FROM = 100
MARKS = {REVIEW_DUE: "!", "came true": "✓", "did not": "✗", SUPERSEDED: "-"}
STYLES = {REVIEW_DUE: "row--warning", "came true": "row--success"}


class DecisionRows(VirtualList[DecisionRow]):
    """Decisions with their driver, what became of them, and how sure their prediction was."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def header(self, width: int) -> list[Strip]:
        """The names of the columns."""
        title, driver = _columns(width)
        words = " " + fit_left("key", KEY) + fit_left("decision", title) + fit_left("driver", driver)
        words += fit_left("state", STATE) + fit_left("review", DAY) + fit_right("said", PERCENT)
        words += fit_right("Brier", BRIER)
        return [Strip([Segment(fit_left(words, width), self.style_of("row--muted"))], width)]

    def row(self, number: int, item: DecisionRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One decision on one line."""
        selected = number in self.selected
        mark = "✓" if selected else "▌" if highlighted else " "
        segments = [
            Segment(mark, self.style_of("row--success" if selected else "row--accent", highlighted)),
            Segment(fit_left(str(decision_key(number)), KEY), self.style_of("row--key", highlighted)),
        ]
        if item is not None:
            title, driver = _columns(width)
            muted = self.style_of("row--muted", highlighted)
            style = "row--muted" if item.state == SUPERSEDED else "row--strong" if highlighted else "row"
            state = f"{MARKS.get(item.state, ' ')} {item.state}" if item.state else ""
            said = "" if item.probability is None else f"{item.probability:.0%}"
            brier = "" if item.brier is None else f"{item.brier:.2f}"
            segments += [
                Segment(fit_left(item.title, title - 1) + " ", self.style_of(style, highlighted)),
                Segment(fit_left(item.driver, driver - 1) + " " if driver else "", muted),
                Segment(fit_left(state, STATE), self.style_of(STYLES.get(item.state, "row--muted"), highlighted)),
                Segment(fit_left(item.review_on, DAY), muted),
                Segment(fit_right(said, PERCENT), self.style_of("row", highlighted)),
                Segment(fit_right(brier, BRIER), muted),
            ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]


def _columns(width: int) -> tuple[int, int]:
    """How wide title and driver are; a driver of 0 is left out."""
    driver = DRIVER if width >= DRIVER_FROM else 0
    return max(8, width - 1 - KEY - driver - STATE - DAY - PERCENT - BRIER - BAR), driver
