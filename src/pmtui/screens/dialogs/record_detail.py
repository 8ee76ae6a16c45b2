"""Everything about one record that is no problem, over another screen."""

from functools import partial

from textual.content import Content

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.record_pages import RecordPage, record_page
from pmtui.widgets.text import fit_left, line_content, lines_of

NAME = 13
CHARACTERS_SHOWN = 30_000


class RecordDetailDialog(SheetDialog):
    """Reads and shows one piece of evidence, persona or company."""

    DEFAULT_CSS = "RecordDetailDialog > Vertical { width: 100; }"

    def __init__(self, kind: Kind, number: int) -> None:
        super().__init__(str(Key(kind, number)))
        self._kind = kind
        self._number = number

    def on_mount(self) -> None:
        """Read the record."""
        self.run_worker(self._read())

    async def _read(self) -> None:
        try:
            page = await self.host.workspace.ask(record_page, self._kind, self._number)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.query_one(SheetPane).show(page.key, partial(_drawn, page))


def _drawn(page: RecordPage, width: int) -> Content:
    lines = [line_content(line, "bold $strong") for line in lines_of(page.title, width) if line]
    for name, value in page.facts:
        first, *more = lines_of(value[:CHARACTERS_SHOWN], max(8, width - NAME))
        lines.append(Content.assemble((fit_left(name, NAME), "$muted"), line_content(first)))
        lines += [Content.assemble(" " * NAME, line_content(line)) for line in more]
    for heading, words in page.texts:
        lines += [Content(""), Content.styled(heading, "bold $strong")] if heading else [Content("")]
        lines += map(line_content, lines_of(words[:CHARACTERS_SHOWN], width))
    return Content("\n").join(lines)
