"""Imports a file: reads it, shows what was found and what would happen, and does it."""

import asyncio
import os
import threading
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from pmtui.domain.changes import ChangeSet
from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_block
from pmtui.environment.paths import typed_path
from pmtui.importers import Choices
from pmtui.screens.dialogs.base import Dialog
from pmtui.screens.dialogs.import_changes import change_row
from pmtui.screens.dialogs.import_rows import Row, all_toggled, rows
from pmtui.screens.dialogs.import_strategy import ImportStrategyPage
from pmtui.screens.dialogs.import_words import FIRST_WORDS, keys_of, report_text
from pmtui.services.importing.refused import write_refused
from pmtui.services.imports import ImportFile as ImportCommand
from pmtui.services.imports import ReadFile, choices_before, propose_again, read_file
from pmtui.services.strategy_imports import read_strategy_file
from pmtui.widgets.text import line_content

LONGEST_LABEL = 44
BAR_SECONDS = 0.1
NOTICE_SECONDS = 20
ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".json", ".ndjson", ".jsonl", ".md", ".markdown"})


class ImportFile(Dialog[ChangeSet]):
    """Everything that is decided about the file stands in a list in which enter changes it.

    Nothing is written before ctrl+s, and nothing remains of an import that is cancelled.
    """

    KEY_LINE: ClassVar[str] = "enter read it   ctrl+o look for it   esc close"
    DEFAULT_CSS = """
    ImportFile {
        & > Vertical { width: 110; }
        #decided { height: 1fr; margin: 1 0; display: none; }
        OptionList {
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
            & > .option-list--option-disabled { color: $strong; text-style: bold; }
        }
        #report { height: auto; max-height: 60vh; scrollbar-size-vertical: 1; &:focus { background: $cursor-blurred; } }
        #report Static { height: auto; }
        ProgressBar { display: none; }
        &.-read { #decided { display: block; } & > Vertical { height: 90%; } #report { max-height: 30vh; } }
        &.-busy ProgressBar { display: block; }
    }
    """

    def __init__(self, day_first: bool | None) -> None:
        """day_first: how dates such as 3/4/2026 are usually written, None when the user never said."""
        super().__init__("Import")
        self._file: ReadFile | None = None
        self._at_first = Choices(usual_day_first=day_first)
        self._choices = self._at_first
        self._good_rows = False
        self._rows: list[Row | None] = []
        self._stop = threading.Event()
        self._done = (0, 0)
        self._importing = False

    def compose_fields(self) -> ComposeResult:
        """The path, what was decided, and what would happen."""
        yield Input(placeholder="The path of a CSV, TSV, JSON or Markdown file", id="path")
        with Vertical(id="decided"):
            yield OptionList()
        with VerticalScroll(id="report"):
            yield Static(Content.styled(FIRST_WORDS, "$muted"))
        yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Keep the bar moving."""
        self.set_interval(BAR_SECONDS, self._show_progress)

    def on_unmount(self) -> None:
        """Whatever is under way is taken back."""
        self._stop.set()

    # Reading

    @work(exclusive=True, group="read")
    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the file."""
        self.say("")
        self._choices, self._good_rows = self._at_first, False
        path = typed_path(event.value)
        if os.path.isdir(path):  # noqa: PTH112 - see action_edit_field
            self.action_edit_field()
            return
        self._report("Reading …")
        try:
            if (strategy := await asyncio.to_thread(read_strategy_file, path)) is not None:
                self.app.switch_screen(ImportStrategyPage(strategy))
                return
            file = await asyncio.to_thread(read_file, path, self._choices)
            before = await self.host.workspace.ask(choices_before, file, self._choices)
            if before is not self._choices:
                file = await asyncio.to_thread(propose_again, file, before)
                self._choices = before
            self._file = file
        except Refusal as refusal:
            self._file = None
            self.remove_class("-read")
            self._report("")
            self._name_keys(self.KEY_LINE)
            self.say(str(refusal))
            return
        self.add_class("-read")
        self._show_rows(0)
        self.query_one(OptionList).focus()
        self._preview()

    def action_edit_field(self) -> None:
        """Look for the file."""
        from pmtui.screens.dialogs.file_picker import FilePicker

        typed = typed_path(self.query_one("#path", Input).value)
        # Path's own way to ask raises for a name that is too long and in a folder that may not be read.
        folder = next(filter(os.path.isdir, (typed, typed.parent)), Path.home())
        self.app.push_screen(FilePicker(folder, ENDINGS), self._picked)

    def _picked(self, path: Path | None) -> None:
        if path is not None:
            field = self.query_one("#path", Input)
            field.value = str(path)
            field.post_message(Input.Submitted(field, field.value))

    # Deciding

    def on_option_list_option_selected(self) -> None:
        """Change what the cursor is on."""
        self._change()

    def action_next_row(self) -> None:
        """One down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """One up."""
        self.query_one(OptionList).action_cursor_up()

    async def _on_key(self, event: Key) -> None:
        if event.character == "d" and self._file is not None:  # the field for the path takes its own
            event.stop()
            event.prevent_default()
            self.decide(all_toggled(self._file.proposal, self._choices))

    @work(exclusive=True, group="change")
    async def _change(self) -> None:
        place = self.query_one(OptionList).highlighted
        row = self._rows[place] if place is not None else None
        if row is not None and self._file is not None and not self._importing:
            await change_row(self, row, self._file, self._choices)

    def toggle_good_rows(self) -> None:
        """Import the good records although some are refused, or not."""
        self._good_rows = not self._good_rows
        self._show_rows(self.query_one(OptionList).highlighted or 0)

    def decide(self, choices: Choices) -> None:
        """Propose anew with other choices; choices that don't fit the file are told and not taken."""
        self._propose(choices)

    @work(exclusive=True, group="read")
    async def _propose(self, choices: Choices) -> None:
        if self._file is None:
            return
        try:
            self._file = await asyncio.to_thread(propose_again, self._file, choices)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.say("")
        self._choices = choices
        self._show_rows(self.query_one(OptionList).highlighted or 0)
        self._preview()

    def _show_rows(self, place: int) -> None:
        assert self._file is not None  # noqa: S101 - rows are shown of a file that was read
        self._rows = []
        options: list[Option] = []
        proposal = self._file.proposal
        self._name_keys(keys_of(proposal))
        label_cells = min(LONGEST_LABEL, self.app.size.width // 3)
        for row in rows(proposal, self._good_rows):
            if row.heading:
                self._rows.append(None)
                options.append(Option(row.heading, disabled=True))
            self._rows.append(row)
            options.append(Option(row.shown(label_cells)))
        listed = self.query_one(OptionList)
        listed.set_options(options)
        listed.highlighted = min(place, len(options) - 1)

    # Seeing what would happen, and doing it

    @work(exclusive=True, group="preview")
    async def _preview(self) -> None:
        assert self._file is not None  # noqa: S101 - only what was read is previewed
        command = self._command(self._file, good_rows=True)
        self._report("Trying out what would come of it … ctrl+s imports without waiting for that.")
        try:
            await self.host.workspace.rehearse(command)
        except Refusal as refusal:
            if not command.is_cancelled():
                self.remove_class("-busy")
                self._report(str(refusal))
            return
        if not command.is_cancelled():  # else another preview or the import has begun
            self.remove_class("-busy")
            self.query_one("#report Static", Static).update(report_text(command.reports[-1]))

    async def action_save(self) -> None:
        """Import the file."""
        if self._file is None:
            self.say("Name a file first; enter reads it.")
        elif not self._importing:
            self._importing = True
            self._import(self._command(self._file, self._good_rows))

    @work(exclusive=True, group="import")
    async def _import(self, command: ImportCommand) -> None:
        self.say("")
        self._report("Importing … esc cancels, and then nothing was changed.")
        try:
            await self.host.workspace.back_up("before-import")
            change = await self.host.carry_out(command)
        except Refusal as refusal:
            self.say(str(refusal))
            self._report("")
            if command.reports:
                self.query_one("#report Static", Static).update(report_text(command.reports[-1]))
            return
        finally:
            self._importing = False
            self.remove_class("-busy")
        if command.reports[-1].refused:
            await self._keep_refused(command.file)
        self.dismiss(change)

    async def _keep_refused(self, file: ReadFile) -> None:
        try:
            path = await asyncio.to_thread(write_refused, file.source, file.proposal, file.path)
        except Refusal as refusal:
            self.host.show_refusal(refusal)
        else:
            words = (
                f"The refused records are in {path}, each with the reason. Correct them there, and import that file."
            )
            self.notify(shown_block(words), timeout=NOTICE_SECONDS, markup=False)

    def action_close(self) -> None:
        """Cancel an import that is under way; else close."""
        self._stop.set()
        if not self._importing:
            self.dismiss(None)

    def _command(self, file: ReadFile, good_rows: bool) -> ImportCommand:
        """The import of a file, able to be stopped; what was under way before is stopped."""
        self._stop.set()
        self._stop = stop = threading.Event()
        self._done = (0, file.proposal.records)

        def progress(done: int, records: int) -> None:
            if not stop.is_set():
                self._done = (done, records)

        self.add_class("-busy")
        return ImportCommand(file, good_rows, progress, stop.is_set)

    # What is shown

    def _show_progress(self) -> None:
        done, records = self._done
        self.query_one(ProgressBar).update(total=records or None, progress=done)

    def _name_keys(self, keys: str) -> None:
        self.query_one(".dialog-keys", Static).update(Content(keys))

    def _report(self, words: str) -> None:
        self.query_one("#report Static", Static).update(line_content(words, "$muted"))
