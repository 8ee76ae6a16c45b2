"""The list of evidence."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.keys import evidence_key
from pmtui.services.evidence_views import EvidenceRow
from pmtui.widgets.text import fit_left
from pmtui.widgets.virtual_list import VirtualList

DAY, STATE = 11, 3
KIND_FROM, KIND = 100, 13
CUSTOMER_FROM, CUSTOMER = 72, 16
TAGS_FROM, TAGS = 110, 22


class EvidenceRows(VirtualList[EvidenceRow]):
    """Pieces of evidence, one a line: when, what became of it, its words, and whose they are."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._key_width = 6

    def set_entries(self, entries: Sequence[int | str]) -> None:
        """Show this order, with room for the longest key."""
        super().set_entries(entries)
        width = max(6, len(f"{evidence_key(self.entries.highest)} "))
        if width > self._key_width:
            self._key_width = width
            self.redraw()

    def header(self, width: int) -> list[Strip]:
        """The names of the columns."""
        kind, customer, tags, words = self._columns(width)
        names = " " + fit_left("key", self._key_width) + fit_left("day", DAY) + " " * STATE + fit_left("words", words)
        names += fit_left("kind", kind) + fit_left("from", customer) + fit_left("tags", tags)
        return [Strip([Segment(fit_left(names, width), self.style_of("row--muted"))], width)]

    def row(self, number: int, item: EvidenceRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One piece on one line."""
        selected = number in self.selected
        mark = "✓" if selected else "▌" if highlighted else " "
        segments = [
            Segment(mark, self.style_of("row--success" if selected else "row--accent", highlighted)),
            Segment(fit_left(str(evidence_key(number)), self._key_width), self.style_of("row--key", highlighted)),
        ]
        if item is not None:
            kind, customer, tags, words = self._columns(width)
            muted = self.style_of("row--muted", highlighted)
            segments += [
                Segment(fit_left(item.day[: DAY - 1], DAY), muted),
                Segment(fit_left(_state(item), STATE), self.style_of(_state_style(item), highlighted)),
                Segment(
                    fit_left(item.words, words - 1) + " ",
                    self.style_of("row--strong" if highlighted else "row", highlighted),
                ),
                Segment(fit_left(item.kind, kind - 1) + " " if kind else "", muted),
                Segment(fit_left(item.customer, customer - 1) + " " if customer else "", muted),
                Segment(fit_left(" ".join(f"#{tag}" for tag in item.tags), tags), muted),
            ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]

    def _columns(self, width: int) -> tuple[int, int, int, int]:
        """The widths of kind, customer, tags and words in cells; 0 leaves one out."""
        kind = KIND if width >= KIND_FROM else 0
        customer = CUSTOMER if width >= CUSTOMER_FROM else 0
        tags = TAGS if width >= TAGS_FROM else 0
        return kind, customer, tags, max(8, width - 1 - self._key_width - DAY - STATE - kind - customer - tags)


def _state(item: EvidenceRow) -> str:
    if item.duplicate_of is not None:
        return "="
    if item.dismissed_reason:
        return "×"
    return f"→{item.problems}" if item.problems else ""


def _state_style(item: EvidenceRow) -> str:
    return "row--success" if item.problems else "row--muted"
