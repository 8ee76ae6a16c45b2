"""The ranked list of problems."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.services.views import ProblemRow
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right
from pmtui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:  # the first frame does without
    from pmtui.domain.contest import Standing
    from pmtui.services.decision_views import DecidedPlace

RANK, KEY, SCORE, TOP, EVIDENCE, CONFIDENCE = 4, 7, 9, 7, 6, 7
CONFIDENCE_FROM = 84
GAP, BAR_BESIDE_LENSES = 5, 8
TITLE, SHORTEST_BAR, LONGEST_BAR, BAR_FROM = 48, 4, 24, 70  # a title of eight words or so is seen whole
LENSES_FROM, GAP_FROM, ALL_FROM = 66, 76, 130
GAPS = 4
ROOM_FOR_DECISION = 36
WIDE_GAP = 5  # ranks between the lenses that are worth an argument


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns are, in cells, that depend on the width of the list; 0 leaves one out."""

    rank: int
    key: int
    title: int
    bar: int
    lenses: int
    gap: int
    top: int
    confidence: int
    tags: int

    @classmethod
    def within(cls, width: int, rank: int, key: int, unsure: bool, both: int = 0) -> "Columns":
        """Share a width out: titles get the room, then bars, how sure a rank is if known, confidence, tags.

        both: the width of the ranks by both lenses, 0 where there are none; they take the room of the bars first.
        """
        lenses = both if width >= LENSES_FROM else 0
        gap = GAP if lenses and width >= GAP_FROM else 0
        tags = 0 if width < 116 else 28  # fewer cells would show little more than the sign of a tag
        top = TOP if unsure and width >= 60 else 0
        confidence = CONFIDENCE if width >= CONFIDENCE_FROM else 0
        fixed = rank + key + SCORE + EVIDENCE + GAPS + lenses + gap + top + confidence
        room = width - fixed - (tags + 1 if tags else 0)
        bar_width = 0 if width < BAR_FROM else max(SHORTEST_BAR, min(LONGEST_BAR, room - TITLE))
        if lenses and width < ALL_FROM:
            bar_width = min(bar_width, BAR_BESIDE_LENSES) if width >= CONFIDENCE_FROM else 0
        title = max(8, room - bar_width)
        return cls(rank, key, title, bar_width, lenses, gap, top, confidence, tags)


class ProblemRows(VirtualList[ProblemRow]):
    """Problems in the order of their rank, one a line, with their scores drawn to scale."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._highest = 0.0
        self._standings: Mapping[int, Standing] = {}
        self._top = 0
        self._confidences: dict[int, float] = {}
        self._places: Mapping[int, DecidedPlace] = {}
        self._both: Mapping[int, tuple[int, int]] = {}
        self._lenses_width = self._lens_digits = 0
        self._rank_width, self._key_width = RANK, KEY

    def set_entries(self, entries: Sequence[int | str]) -> None:
        """Show this order, with room for the longest rank and key."""
        highest = max((entry for entry in entries if isinstance(entry, int)), default=0)
        self._rank_width = max(RANK, len(f"≈={len(entries)}"))
        self._key_width = max(KEY, len(f"{problem_key(highest)} "))
        super().set_entries(entries)

    def columns(self, width: int) -> Columns:
        """The columns for a width of the list."""
        return Columns.within(width, self._rank_width, self._key_width, bool(self._standings), self._lenses_width)

    def set_standings(self, standings: Mapping[int, "Standing"], top: int) -> None:
        """How sure the ranks are, by number of the problem; nothing where all are certain. top: places that count."""
        if standings != self._standings:
            self._standings, self._top = standings, top
            self.redraw()

    def set_places(self, places: Mapping[int, "DecidedPlace"]) -> None:
        """The places that decisions give problems, by number of the problem."""
        if places != self._places:
            self._places = places
            self.redraw()

    def set_lens_ranks(self, both: Mapping[int, tuple[int, int]]) -> None:
        """The customer rank and the business rank of what has both, by number; nothing leaves their columns out."""
        if both != self._both:
            self._both = both
            self._lens_digits = len(str(max(map(max, both.values()), default=0)))
            self._lenses_width = len(" cust/biz") + 2 * max(0, self._lens_digits - 2) + 1 if both else 0
            self.redraw()

    def put_confidences(self, confidences: Mapping[int, float]) -> None:
        """How well evidence supports some problems, 0 to 10 by number."""
        for number, confidence in confidences.items():
            if self._confidences.get(number) != confidence:
                self._confidences[number] = confidence
                self.redraw_row(number)

    def forget_figures(self) -> None:
        """Show nothing beside the scores until it is given anew."""
        self._confidences.clear()
        self.set_standings({}, 0)
        self.set_places({})
        self.set_lens_ranks({})
        self.redraw()

    def set_scale(self, highest: float) -> None:
        """The score that fills a bar."""
        if highest != self._highest:
            self._highest = highest
            self.redraw()

    def header(self, width: int) -> list[Strip]:
        """The names of the columns."""
        columns = self.columns(width)
        names = (
            " "
            + fit_right("#", columns.rank)
            + " "
            + fit_left("key", columns.key)
            + fit_left("problem", columns.title)
            + fit_right("score", SCORE)
            + (" " + " " * columns.bar)
            + fit_right("cust/biz", columns.lenses)
            + fit_right("gap", columns.gap)
            + (fit_right(f"top {self._top}", columns.top) if columns.top else "")
            + fit_right("evid.", EVIDENCE)
            + fit_right("conf.", columns.confidence)
            + (fit_left("  tags", columns.tags + 1) if columns.tags else "")
        )
        return [Strip([Segment(fit_left(names, width), self.style_of("row--muted"))], width)]

    def heading(self, words: str, width: int) -> list[Strip]:
        """A rule with its words near the left."""
        room = max(0, width - self._rank_width - 3)
        name = fit(words, room)
        rule = "─" * max(0, room - cell_len(name) - 1)
        muted = self.style_of("row--muted")
        line = [
            Segment(f" {'─' * self._rank_width} ", muted),
            Segment(name, self.style_of("row--heading")),
            Segment(f" {rule}", muted),
        ]
        return [Strip(line).adjust_cell_length(width, self.style_of("row"))]

    def row(self, number: int, item: ProblemRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One problem on one line."""
        columns = self.columns(width)
        selected = number in self.selected
        mark = "✓" if selected else "▌" if highlighted else " "
        segments = [
            Segment(mark, self.style_of("row--success" if selected else "row--accent", highlighted)),
            *self._rank(item, highlighted),
            Segment(fit_left(str(problem_key(number)), columns.key), self.style_of("row--key", highlighted)),
        ]
        if item is not None:
            segments += self._words(item, columns, highlighted)
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]

    def _rank(self, item: ProblemRow | None, highlighted: bool) -> list[Segment]:
        if item is None:
            words, style = "", "row--muted"
        elif item.rank is not None and item.id in self._places:
            words, style = f"›{item.rank}", "row--warning"
        elif item.rank is not None:
            standing = self._standings.get(item.id)
            close = "≈" if standing is not None and standing.too_close else ""
            words, style = f"{close}{'=' if item.tied else ''}{item.rank}", "row--muted"
        else:
            words, style = ("?", "row--warning") if item.missing else ("–", "row--muted")
        return [Segment(fit_right(words, self._rank_width) + " ", self.style_of(style, highlighted))]

    def _title(self, item: ProblemRow, width: int, highlighted: bool) -> list[Segment]:
        style = self.style_of("row--strong" if highlighted else "row", highlighted)
        decided = self._places.get(item.id)
        if decided is None:
            return [Segment(fit_left(item.title, width), style)]
        mark = f" #{decided.by_score} by score" if decided.by_score is not None else ""
        mark += f", {decision_key(decided.decision)}" if mark and width >= ROOM_FOR_DECISION else ""
        words = fit(item.title, max(0, width - len(mark)))
        return [
            Segment(words, style),
            Segment(fit_left(mark, width - cell_len(words)), self.style_of("row--warning", highlighted)),
        ]

    def _lenses(self, item: ProblemRow, columns: Columns, highlighted: bool) -> list[Segment]:
        if not columns.lenses:
            return []
        muted, strong = self.style_of("row--muted", highlighted), self.style_of("row--warning", highlighted)
        both = self._both.get(item.id)
        if both is None:
            return [Segment(" " * (columns.lenses + columns.gap), muted)]
        customer, business = both
        gap = abs(customer - business)
        ranks = f"{customer} / {business:<{self._lens_digits}}"
        return [
            Segment(fit_right(ranks, columns.lenses), muted),
            Segment(fit_right(str(gap), columns.gap), strong if gap >= WIDE_GAP else muted),
        ]

    def _words(self, item: ProblemRow, columns: Columns, highlighted: bool) -> list[Segment]:
        title_style = self.style_of("row--strong" if highlighted else "row", highlighted)
        muted = self.style_of("row--muted", highlighted)
        if item.score is None:
            missing = "needs " + ", ".join(item.needs) if item.needs else ""
            room = SCORE + 1 + columns.bar
            lent = min(max(0, len(missing) + 1 - room), columns.title // 3)
            middle = [
                Segment(fit_left(item.title, columns.title - lent) + " ", title_style),
                Segment(fit_left(missing, room + lent - 1), self.style_of("row--warning", highlighted)),
            ]
        else:
            part = item.score / self._highest if self._highest > 0 else 0.0
            middle = [
                *self._title(item, columns.title, highlighted),
                Segment(fit_right(show_score(item.score), SCORE) + " ", title_style),
                Segment(fit_left(bar(part, columns.bar), columns.bar), self.style_of("row--accent", highlighted)),
            ]
        end = self._lenses(item, columns, highlighted)
        if columns.top:
            standing = self._standings.get(item.id) if item.rank is not None else None
            sure = "" if standing is None else show_share(standing.top)
            style = title_style if standing and standing.top >= 0.5 else muted
            end.append(Segment(fit_right(sure, columns.top), style))
        end.append(Segment(fit_right(f"{item.evidence_count:,}", EVIDENCE), muted))
        if columns.confidence:
            known = self._confidences.get(item.id)
            end.append(Segment(fit_right("" if known is None else f"{known:.1f}", columns.confidence), muted))
        if columns.tags:
            tags = " ".join(f"#{tag}" for tag in item.tags)
            end.append(Segment("  " + fit_left(tags, columns.tags - 1), muted))
        return middle + end
