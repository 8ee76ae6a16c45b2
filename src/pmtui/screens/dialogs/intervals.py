"""The rank of each problem with the interval it may lie in."""

from collections.abc import Mapping
from functools import partial

from pmtui.domain.contest import Uncertainty
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.rank_views import interval_lines
from pmtui.screens.sheet_pane import SheetPane


class RankIntervals(SheetDialog):
    """A line a problem, on one scale of ranks."""

    DEFAULT_CSS = "RankIntervals > Vertical { width: 90%; max-width: 130; }"

    def __init__(self, found: Uncertainty, titles: Mapping[int, str]) -> None:
        super().__init__(f"The ranks of nine draws in ten, of {found.runs:,}")
        self._found = found
        self._titles = titles

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(SheetPane).show("intervals", partial(interval_lines, self._found, self._titles))
