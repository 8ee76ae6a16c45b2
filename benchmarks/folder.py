"""Writing everything into a folder, against reading the same rows and writing the same bytes."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.generate import OUT
from benchmarks.report import Row, ratio_row
from pmtui.environment.folders import write_pages
from pmtui.services.folder import workspace_folder
from pmtui.services.workspace import Workspace
from pmtui.store.tables import JOURNALED
from pmtui.store.unit_of_work import UnitOfWork

ROUNDS = 7
PROBLEMS = 10_000


def rows() -> list[Row]:
    """The row of this part."""
    workspace = Workspace.open(OUT / f"{PROBLEMS}.pmtui")
    folder, bare_folder = OUT / "pages", OUT / "bare-pages"
    ours, bare = list[float](), list[float]()
    for _ in range(ROUNDS):
        for each in (folder, bare_folder):
            shutil.rmtree(each, ignore_errors=True)
        began = time.perf_counter()
        made = workspace.snapshot().ask(workspace_folder)
        write_pages(folder, made.workspace, made.pages)
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        workspace.snapshot().ask(_read_all)
        _write_bare(bare_folder, made.pages)
        bare.append(time.perf_counter() - began)
    workspace.close()
    what = f"export everything, {PROBLEMS:,} problems and {PROBLEMS * 10:,} pieces"
    return [ratio_row(what, "the same rows read, the same bytes written", 3, ours, bare, "s")]


def _read_all(uow: UnitOfWork) -> int:
    return sum(len(uow.connection.execute(f"SELECT * FROM {table.name}").fetchall()) for table in JOURNALED)


def _write_bare(folder: Path, pages: Mapping[str, str]) -> None:
    for parent in {(folder / place).parent for place in pages}:
        parent.mkdir(parents=True, exist_ok=True)
    for place, text in pages.items():
        (folder / place).write_text(text, encoding="utf-8")
