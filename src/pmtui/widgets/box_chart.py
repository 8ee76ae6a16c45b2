"""Items as boxes on two scales: where each lies, and how far it may lie elsewhere."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from pmtui.widgets.braille import BrailleCanvas
from pmtui.widgets.text import fit_left, fit_right

TICK = 7  # cells for the figures beside the upright scale


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity that lies from low to high, most likely about the middle."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Box:
    """One item. across, up: where it lies on the two scales. label: a few narrow characters. strong: stands out."""

    label: str
    across: Span
    up: Span
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale from low to high, both above 0; what lies outside is drawn at its end."""

    low: float
    high: float

    @classmethod
    def over(cls, spans: Sequence[Span]) -> "Scale":
        """The scale that holds them all, with some room at its ends."""
        found = [value for span in spans for value in (span.low, span.high) if value > 0] or [1.0]
        return cls(min(found) / 1.1, max(found) * 1.1)

    def part(self, value: float) -> float:
        """How far along it a value lies, from 0 to 1."""
        if value <= self.low:
            return 0.0
        return min(1.0, math.log(value / self.low) / math.log(self.high / self.low))

    def ticks(self) -> list[float]:
        """The round values on it: 1, 2 and 5 times powers of ten."""
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        round_values = (factor * 10.0**power for power in range(first, last + 1) for factor in (1, 2, 5))
        return [value for value in round_values if self.low <= value <= self.high]


def box_chart(boxes: Sequence[Box], chosen: int, names: tuple[str, str], width: int, height: int) -> list[Content]:
    """The boxes in so many cells, the chosen one (its place) before all others. names: of the scales, up and across.

    The first boxes are drawn over the later ones, and get their labels first.
    """
    up_name, across_name = names
    plot_width, plot_height = max(10, width - TICK - 1), max(4, height - 3)
    canvas = BrailleCanvas(plot_width, plot_height)
    across, up = Scale.over([box.across for box in boxes]), Scale.over([box.up for box in boxes])

    def column(value: float) -> int:
        return round(across.part(value) * (plot_width * 2 - 1))

    def row(value: float) -> int:
        return round((1 - up.part(value)) * (plot_height * 4 - 1))

    order = [place for place in reversed(range(len(boxes))) if place != chosen] + [chosen] * bool(boxes)
    for place in order:
        box = boxes[place]
        draw = canvas.frame if box.strong or place == chosen else canvas.corners
        style = "bold $accent" if place == chosen else "$muted" if box.strong else "$line"
        draw(column(box.across.low), row(box.up.high), column(box.across.high), row(box.up.low), style)
    for place in reversed(order):
        box = boxes[place]
        at, down = column(box.across.middle) // 2 - len(box.label) // 2, row(box.up.middle) // 4
        if place == chosen or canvas.is_free(at, down, len(box.label)):
            canvas.say(at, down, box.label, _style(box, place == chosen))
    ticks = {row(value) // 4: _round_value(value) for value in up.ticks()}
    lines = [Content.styled(fit_left(f"↑ {up_name}", width), "$muted")]
    for number, line in enumerate(canvas.lines()):
        lines.append(Content.assemble((fit_right(ticks.get(number, ""), TICK), "$muted"), ("│", "$line"), line))
    lines.append(Content.styled(" " * TICK + "└" + "─" * plot_width, "$line"))
    return [*lines, _tick_line(across, across_name, plot_width)]


def _style(box: Box, chosen: bool) -> str:
    return "bold $accent" if chosen else "$strong" if box.strong else "$muted"


def _tick_line(scale: Scale, name: str, width: int) -> Content:
    """The round values under their places, those that fit, and what is measured."""
    name = f"{name} →"
    cells = [" "] * width
    for value in scale.ticks():
        words = _round_value(value)
        start = round(scale.part(value) * (width - 1)) - len(words) // 2
        around = cells[max(0, start - 1) : start + len(words) + 1]
        if 0 <= start < width - len(name) - len(words) - 1 and not "".join(around).strip():
            cells[start : start + len(words)] = words
    cells[width - len(name) :] = name
    return Content.styled(" " * (TICK + 1) + "".join(cells), "$muted")


def _round_value(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"
