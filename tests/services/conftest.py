"""Importing texts as files into a workspace in memory."""

from pathlib import Path

import pytest

from pmtui.domain.keys import Kind
from pmtui.importers import Choices
from pmtui.services.imports import ImportFile, ImportReport, choices_before, propose_again, read_file, run_import
from pmtui.services.workspace import Workspace
from pmtui.store.import_records import tags_on


class Imports:
    """Writes a file and imports it into a workspace."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.folder = folder

    def command(
        self, text: str, name: str = "export.csv", good_rows: bool = False, choices: Choices | None = None
    ) -> ImportFile:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return ImportFile(read_file(path, choices or Choices()), good_rows)

    def run(
        self, text: str, name: str = "export.csv", good_rows: bool = False, choices: Choices | None = None
    ) -> ImportReport:
        return run_import(self.workspace, self.command(text, name, good_rows, choices))

    def run_as_before(self, text: str, name: str = "export.csv", choices: Choices | None = None) -> ImportReport:
        """Import as both interfaces do: as it was done before, but for what is chosen now."""
        file = self.command(text, name, choices=choices).file
        chosen = self.workspace.ask(choices_before, file, choices or Choices())
        return run_import(self.workspace, ImportFile(propose_again(file, chosen)))

    def problem_tags(self, number: int) -> list[str]:
        return self.workspace.ask(lambda uow: list(tags_on(uow.connection, Kind.PROBLEM_TAG, number)))


@pytest.fixture
def imports(memory: Workspace, tmp_path: Path) -> Imports:
    return Imports(memory, tmp_path)
