"""Taking a strategy page in, for the command `import`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmtui.cli.options import opened

if TYPE_CHECKING:
    from pmtui.services.importing.report import ImportReport

PAGES = frozenset({".md", ".markdown"})


def import_strategy(context: click.Context, file: Path, surely: bool, dry_run: bool) -> ImportReport | None:
    """Import a file if it is a strategy page; None when it is something else. surely: whether the user says it is one.

    Raises Refusal.
    """
    if not surely and file.suffix.lower() not in PAGES:
        return None
    from pmtui.services.strategy_imports import ImportStrategy, read_strategy_file

    found = read_strategy_file(file, surely)
    if found is None:
        return None
    command = ImportStrategy(found)
    with opened(context) as workspace:
        if dry_run:
            workspace.rehearse(command)
            return command.reports[-1]
        workspace.back_up("before-import")
        change = workspace.run(command)
    return replace(command.reports[-1], step=change.step)
