"""The whole text of a piece of evidence, in which words can be marked."""

from dataclasses import dataclass
from functools import partial

from textual.content import Content

from pmtui.screens.evidence_sheet import CHARACTERS_SHOWN, evidence_sheet_content
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.duplicates import Duplicate
from pmtui.services.evidence_views import EvidenceSheet
from pmtui.widgets.marking import Marking


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence with its likely duplicates, which draws itself for a width in cells."""

    sheet: EvidenceSheet
    duplicates: tuple[Duplicate, ...] = ()

    def __call__(self, width: int) -> Content:
        """Its lines."""
        return evidence_sheet_content(self.sheet, self.duplicates, None, width)[0]


class EvidencePane(SheetPane):
    """Shows one piece; while words are being marked, they are in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.piece: Piece | None = None
        self.marking: Marking | None = None
        self._line = 0

    @property
    def sheet(self) -> EvidenceSheet | None:
        """What is known of the piece that is shown."""
        return self.piece.sheet if self.piece is not None else None

    def show_piece(self, piece: Piece) -> None:
        """Show a piece. Marking goes on when it is the one that was shown, with the same text."""
        if self.sheet is None or (self.sheet.id, self.sheet.text) != (piece.sheet.id, piece.sheet.text):
            self.marking = None
        self.piece = piece
        self.show(piece.sheet.id, piece if self.marking is None else partial(self._marked, self.marking))

    def clear(self) -> None:
        """Show nothing."""
        self.piece, self.marking = None, None
        super().clear()

    def begin_marking(self) -> None:
        """Begin at the first word."""
        if self.sheet is not None:
            self.mark(Marking.of(self.sheet.text[:CHARACTERS_SHOWN]))

    def mark(self, marking: Marking | None) -> None:
        """Show what is about to be marked, None for nothing."""
        self.marking = marking
        if self.piece is None:
            return
        self.show_piece(self.piece)
        top, room = self.scroll_offset.y, self.size.height
        if marking is not None and not top <= self._line < top + room - 1:
            self.scroll_to(y=max(0, self._line - room // 3), animate=False)

    @property
    def chosen_words(self) -> str:
        """What is about to be marked with keys, else what the mouse has selected, else ""."""
        if self.sheet is not None and self.marking is not None:
            start, stop = self.marking.span
            return self.sheet.text[start:stop]
        selection = self.text_selection
        return "" if selection is None else self.get_selection(selection)[0]

    def _marked(self, marking: Marking, width: int) -> Content:
        if self.piece is None:
            return Content("")
        sheet, duplicates = self.piece.sheet, self.piece.duplicates
        content, self._line = evidence_sheet_content(sheet, duplicates, marking.span, width)
        return content
