"""What changed, to be read, and to be handed over."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from pmtui.actions.action import CHANGES
from pmtui.domain.differences.difference import GROUPS, Difference
from pmtui.screens.dialogs.export_file import ExportFile
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.page import Page
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.change_pages import changes_page
from pmtui.services.changes import REMARKS, Changes
from pmtui.widgets.text import fit, fit_left, line_content, lines_of, wrap_lines

FILE_NAME = "changes.md"
SHOWN = 500  # of a group: what is longer is for the file
KEY, LINES = 6, 6


class ChangesDialog(SheetDialog):
    """The changes by group, as stakeholders ask."""

    NAME: ClassVar[str] = CHANGES
    KEY_LINE = "j k scroll   x write a file   y copy   / search   esc close"
    DEFAULT_CSS = "ChangesDialog > Vertical { width: 110; }"

    def __init__(self, changes: Changes) -> None:
        super().__init__(f"What changed from {changes.since} to {changes.until}")
        self._changes = changes

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(SheetPane).show("changes", partial(changes_text, self._changes))

    async def _page(self) -> str:
        return changes_page(self._changes)

    def action_export_changes(self) -> None:
        """Ask where to write the page."""
        self.app.push_screen(ExportFile([Page("What changed", FILE_NAME, self._page)]))

    async def action_copy_changes(self) -> None:
        """Copy the page through the terminal."""
        self.app.copy_to_clipboard(await self._page())
        self.say("Copied as Markdown · or x writes a file")


def changes_text(changes: Changes, width: int) -> Content:
    """All of it, for a width in cells."""
    return Content("\n").join(list(_lines(changes, width)))


def _lines(changes: Changes, width: int) -> Iterator[Content]:
    if changes.remark:
        yield from (line_content(line, "$warning") for line in lines_of(changes.remark, width))
        yield Content("")
    if not changes.found:
        yield Content.styled("Nothing that stakeholders ask about.", "$muted")
    for group, title in GROUPS.items():
        if found := changes.of_group(group):
            yield Content.assemble((title, "bold $accent"), (f"  {len(found):,}", "$muted"))
            yield from _group(found, width)
            yield from (line_content(line, "$muted") for line in lines_of(REMARKS.get(group, ""), width))


def _group(found: Sequence[Difference], width: int) -> Iterator[Content]:
    room = max(8, width - KEY)
    named = None
    for one in found[:SHOWN]:
        if (one.key, one.title) != named:  # of what changed in several ways the name stands there once
            named = one.key, one.title
            name = line_content(fit(one.title, room), "bold $strong")
            yield Content.assemble((fit_left(one.key, KEY), "$accent"), name)
        for line in wrap_lines(one.what, room, LINES):
            yield Content.assemble(" " * KEY, line_content(line))
        for line in wrap_lines(f"Why: {one.why}", room, LINES) if one.why else ():
            yield Content.assemble(" " * KEY, line_content(line, "italic $muted"))
    if len(found) > SHOWN:
        yield Content.styled(f"… and {len(found) - SHOWN:,} more: x writes all", "$muted")
