"""The whole text of a piece of evidence, in which words can be marked."""

from collections.abc import Sequence

from textual.content import Content

from pmtui.screens.evidence_sheet import CHARACTERS_SHOWN, evidence_sheet_content
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.duplicates import Duplicate
from pmtui.services.evidence_views import EvidenceSheet
from pmtui.widgets.marking import Marking


class EvidencePane(SheetPane):
    """Shows one piece; while words are being marked, they are in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: EvidenceSheet | None = None
        self.duplicates: Sequence[Duplicate] = ()
        self.marking: Marking | None = None
        self._line = 0

    def show_sheet(self, sheet: EvidenceSheet, duplicates: Sequence[Duplicate] = ()) -> None:
        """Show a piece. Marking goes on when it is the one that was shown, with the same text."""
        if self.sheet is None or (self.sheet.id, self.sheet.text) != (sheet.id, sheet.text):
            self.marking = None
        self.sheet, self.duplicates = sheet, duplicates
        self.show(sheet.id, self._drawn)

    def clear(self) -> None:
        """Show nothing."""
        self.sheet, self.marking = None, None
        super().clear()

    def begin_marking(self) -> None:
        """Begin at the first word."""
        if self.sheet is not None:
            self.mark(Marking.of(self.sheet.text[:CHARACTERS_SHOWN]))

    def mark(self, marking: Marking | None) -> None:
        """Show what is about to be marked, None for nothing."""
        self.marking = marking
        if self.sheet is None:
            return
        self.show(self.sheet.id, self._drawn)
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

    def _drawn(self, width: int) -> Content:
        if self.sheet is None:
            return Content("")
        chosen = self.marking.span if self.marking is not None else None
        content, self._line = evidence_sheet_content(self.sheet, self.duplicates, chosen, width)
        return content
