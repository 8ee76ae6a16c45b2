"""One lane of a board, with all its cards in one widget."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import MouseDown, MouseUp
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.text import shown_line
from pmtui.services.board_views import CardRow, LaneView
from pmtui.widgets.text import fit, fit_left, wrap_lines
from pmtui.widgets.virtual_list import VirtualList

PHASE_MARKS = {"waiting": "·", "active": "»", "done": "✓"}
TITLE_LINES = 2
CONFIDENCE_FROM = 34


class Lane(VirtualList[CardRow], can_focus=False):
    """A lane: its name, its count against its limit, and its cards."""

    ROW_HEIGHT: ClassVar[int] = TITLE_LINES + 2
    GAP: ClassVar[int] = 1
    HEADER_HEIGHT: ClassVar[int] = 2

    DEFAULT_CSS = """
    Lane {
        & > .row--card { color: $foreground; background: $surface; }
        & > .row--line { color: $line; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--card", "row--line"}

    class Lifted(Message):
        """A card is being dragged."""

        def __init__(self, number: int) -> None:
            self.id = number
            super().__init__()

    class Dropped(Message):
        """A dragged card was let go at a place of the screen."""

        def __init__(self, number: int, at: Offset) -> None:
            self.id = number
            self.at = at
            super().__init__()

    def __init__(self, view: LaneView) -> None:
        super().__init__()
        self.view = view
        self.in_use = False
        self._held: int | None = None
        self._lifted = False

    def show(self, view: LaneView) -> None:
        """Show a lane as it now is."""
        before, self.view = self.view, view
        if view.card_ids != tuple(self.entries):
            self.set_entries(view.card_ids)
        if view != before:
            self.redraw_header()

    @property
    def shows_confidence(self) -> bool:
        """Whether its cards have room to say how well evidence supports them."""
        return self.size.width >= CONFIDENCE_FROM

    def header(self, width: int) -> list[Strip]:
        """Its name and phase, its count against its limit, and a line that shows which lane is in use."""
        view = self.view
        figures = f"{view.held:,}" if view.wip_limit is None else f"{view.held:,}/{view.wip_limit:,}"
        if view.filtered_out:
            figures = f"{len(view.card_ids):,} of {figures}"
        if view.strict:
            figures += " strict"
        style = "row--muted"
        if view.over_limit:
            figures, style = f"! {figures}", "row--error"
        elif view.held == view.wip_limit:
            style = "row--warning"
        mark = f" {PHASE_MARKS.get(view.phase, '')}"
        if cell_len(view.name) + len(figures) + len(mark) + 2 >= width:
            mark = ""
        segments = [
            Segment(fit(view.name, max(1, width - len(figures) - len(mark) - 2)), self.style_of("row--heading")),
            Segment(f" {figures}", self.style_of(style)),
            Segment(mark, self.style_of("row--muted")),
        ]
        line = self.style_of("row--accent" if self.in_use else "row--line")
        rule = ("━" if self.in_use else "─") * (width - 1)
        return [
            Strip(segments).adjust_cell_length(width, self.style_of("row")),
            Strip([Segment(rule, line), Segment(" ", self.style_of("row"))], width),
        ]

    def row(self, number: int, item: CardRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One card: a line of figures, its title, and between the cards its age and tags."""
        room = width - 4
        selected = number in self.selected
        words = self._on_card("row--strong" if highlighted else "row", highlighted)
        key = str(problem_key(number))
        if selected:
            key = f"✓ {key}"
        facts = "" if item is None else _facts(item, room - len(key))
        titles = wrap_lines(item.title, room, TITLE_LINES) if item is not None and room > 0 else []
        bar = Segment(
            "█ " if highlighted else "▌ ", self._on_card("row--accent" if highlighted else "row--line", highlighted)
        )
        end = Segment(" ", self.style_of("row"))
        lines = [
            [
                bar,
                Segment(key, self._on_card("row--success" if selected else "row--key", highlighted)),
                Segment(fit_left(f" {facts}", room - len(key) + 1), self._on_card("row--muted", highlighted)),
                end,
            ]
        ]
        for line in range(TITLE_LINES):
            title = titles[line] if line < len(titles) else ""
            lines.append([bar, Segment(fit_left(title, room + 1), words), end])
        more = "" if item is None else _age_and_tags(item, room)
        # The bar ends half way down, so that this line is not taken for a part of the next card.
        foot = Segment(
            "▀ " if highlighted else "▘ ", self.style_of("row--accent" if highlighted else "row--line", highlighted)
        )
        lines.append([foot, Segment(fit_left(more, room + 1), self.style_of("row--muted", highlighted)), end])
        return [Strip(line).adjust_cell_length(width) for line in lines]

    def _on_card(self, name: str, highlighted: bool) -> Style:
        style = self.style_of(name, highlighted)
        return style if highlighted else style + Style(bgcolor=self.style_of("row--card").bgcolor)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of a card."""
        self._held = self.id_at(event.y)
        self._lifted = False
        if self._held is not None:
            self.capture_mouse()

    def on_mouse_move(self) -> None:
        """Begin to drag the card that is held."""
        if self._held is not None and not self._lifted:
            self._lifted = True
            self.post_message(self.Lifted(self._held))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let the card go."""
        held, self._held = self._held, None
        if held is not None:
            self.release_mouse()
            if self._lifted:
                self.post_message(self.Dropped(held, event.screen_offset))


def _facts(item: CardRow, room: int) -> str:
    score = "?" if item.score is None else show_score(item.score)
    evidence = f" · {item.evidence_count:,} ev"
    if cell_len(score) + len(evidence) > room:
        return score
    confidence = f" · conf. {item.confidence:.1f}" if item.confidence else ""
    return score + evidence + (confidence if cell_len(score + evidence) + len(confidence) <= room else "")


def _age_and_tags(item: CardRow, room: int) -> str:
    words = f"{item.age_days}d"
    for tag in item.tags:
        fact = f" #{shown_line(tag)}"
        if cell_len(words) + cell_len(fact) > room:
            break
        words += fact
    return words
