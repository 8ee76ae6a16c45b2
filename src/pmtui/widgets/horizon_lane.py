"""One horizon of the roadmap: what is in it, and how much of its capacity that takes."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.estimate import show_number
from pmtui.domain.keys import problem_key, release_key, solution_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.domain.text import shown_line
from pmtui.services.board_views import CardRow
from pmtui.services.roadmap_views import HorizonView, Load, RoadmapRow
from pmtui.widgets.lane import TITLE_LINES, Lane
from pmtui.widgets.lane_strip import LaneStrip
from pmtui.widgets.text import fit, fit_left, fit_right, wrap_lines

NARROWEST = 36
PIN = "●"


class HorizonLane(Lane, can_focus=False):
    """A horizon with its capacity as a bar, and problems with their chosen solution, release and pin."""

    ROW_HEIGHT: ClassVar[int] = TITLE_LINES + 2
    chance: float | None = None

    def show_chance(self, chance: float | None) -> None:
        """Show how likely the work fits; None for not known, or certain."""
        if chance != self.chance:
            self.chance = chance
            self.redraw_header()

    def header(self, width: int) -> list[Strip]:
        """Its name and count, its work against its capacity, and under them the capacity as a bar."""
        view = self.view
        load = view.load if isinstance(view, HorizonView) else None
        over = load is not None and load.is_over
        name = f"{view.name} {len(view.card_ids):,}"
        figures = "" if load is None else load_in_words(load, self.chance, width - 2 - len(name))
        segments = [
            Segment(fit(name, width - 1), self.style_of("row--heading")),
            Segment(
                fit_right(figures, max(0, width - 1 - len(name))), self.style_of("row--error" if over else "row--muted")
            ),
        ]
        return [
            Strip(segments).adjust_cell_length(width, self.style_of("row")),
            Strip([*self._bar(load, width - 1), Segment(" ", self.style_of("row"))], width),
        ]

    def _bar(self, load: Load | None, cells: int) -> list[Segment]:
        """The work as a part of the room; what is too much stands behind it in the colour of errors."""
        whole = 0.0 if load is None or not load.room else max(load.room, load.used)
        fits = beyond = 0
        if load is not None and load.room is not None and whole:
            fits, beyond = (round(cells * part / whole) for part in (min(load.used, load.room), load.used))
            beyond -= fits
        return [
            Segment("▀" * fits, self.style_of("row--accent" if self.in_use else "row--muted")),
            Segment("▀" * beyond, self.style_of("row--error")),
            Segment(
                ("━" if self.in_use else "─") * (cells - fits - beyond),
                self.style_of("row--accent" if self.in_use else "row--line"),
            ),
        ]

    def row(self, number: int, item: CardRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One problem: a line of figures, its title, and its solution and release."""
        room = width - 4
        selected = number in self.selected
        shown = item if isinstance(item, RoadmapRow) else None
        words = self._on_card("row--strong" if highlighted else "row", highlighted)
        muted = self._on_card("row--muted", highlighted)
        edge = "row--accent" if highlighted else "row--line"
        key = f"✓ {problem_key(number)}" if selected else str(problem_key(number))
        pin = f" {PIN}" if shown is not None and shown.pinned else ""
        facts = "" if shown is None else _facts(shown)
        bar = Segment("█ " if highlighted else "▌ ", self._on_card(edge, highlighted))
        end = Segment(" ", self.style_of("row"))
        lines = [
            [
                bar,
                Segment(key, self._on_card("row--success" if selected else "row--key", highlighted)),
                Segment(pin, self._on_card("row--warning", highlighted)),
                Segment(fit_left(f"  {facts}", max(0, room + 1 - len(key) - len(pin))), muted),
                end,
            ]
        ]
        titles = wrap_lines(shown.title, room, TITLE_LINES) if shown is not None and room > 0 else []
        for line in range(TITLE_LINES):
            title = titles[line] if line < len(titles) else ""
            lines.append([bar, Segment(fit_left(title, room + 1), words), end])
        foot = Segment("▀ " if highlighted else "▘ ", self.style_of(edge, highlighted))
        more = "" if shown is None else _more(shown, room)
        lines.append([foot, Segment(fit_left(more, room + 1), self.style_of("row--muted", highlighted)), end])
        return [Strip(line).adjust_cell_length(width) for line in lines]


class HorizonStrip(LaneStrip):
    """The horizons beside each other: as many whole ones as there is room for."""

    LANE: ClassVar[type[Lane]] = HorizonLane

    def show_chances(self, chances: dict[str, float | None]) -> None:
        """Show how likely the work of each horizon, by its name, fits."""
        for lane in self.lanes:
            if isinstance(lane, HorizonLane):
                lane.show_chance(chances.get(lane.view.name))

    def _share_width(self) -> None:
        width, count = self.size.width, len(self.lanes)
        shown = max(1, min(count, width // NARROWEST)) if count else 1
        for place, lane in enumerate(self.lanes):
            column = place % shown
            lane.styles.width = width * (column + 1) // shown - width * column // shown


def load_in_words(load: Load, chance: float | None, room: int) -> str:
    """The work of a horizon against its capacity, in as many words as there is room for."""
    used = show_number(round(load.used, 1))
    if load.capacity is None:
        words = [f"{used} person-months", f"{used} pm"]
    else:
        capacity = show_number(round(load.capacity, 1))
        if load.left_over >= 0.05:
            capacity += f"+{show_number(round(load.left_over, 1))}"
        mark = "! " if load.is_over else ""
        fits = "" if chance is None or load.is_over else f" · fits {show_share(chance)}"
        short = "" if chance is None or load.is_over else f" · {show_share(chance)}"
        words = [
            f"{mark}{used} of {capacity} person-months{fits}",
            f"{mark}{used} of {capacity} pm{fits}",
            f"{mark}{used} of {capacity} pm{short}",
            f"{mark}{used} of {capacity}",
        ]
    unknown = [f" · {load.unknown} without effort", f" · {load.unknown} unknown"] if load.unknown else []
    for each in [f"{one}{more}" for more in (*unknown, "") for one in words]:
        if cell_len(each) <= room:
            return each
    return fit(words[-1], max(0, room))


def _facts(item: RoadmapRow) -> str:
    worth = "no value yet" if item.value is None else f"value {show_score(item.value)}"
    effort = f"{item.effort} pm" if item.effort else "no effort"
    return f"{worth} · {effort}"


def _more(item: RoadmapRow, room: int) -> str:
    if item.horizon == "declined":
        return fit(item.horizon_reason, room)
    solution = "" if item.solution is None else f"{solution_key(item.solution[0])} {shown_line(item.solution[1])}"
    release = "" if item.release is None else f"{release_key(item.release[0])} {shown_line(item.release[1])}"
    needs = f"needs {', '.join(str(problem_key(number)) for number in item.needs)}" if item.needs else ""
    end = " · ".join(filter(None, (fit(release, 16), needs)))
    if not end:
        return fit(solution or "no solution chosen", room)
    start = fit(solution, max(0, room - cell_len(end) - 3))
    return fit(f"{start} · {end}" if start else end, room)
