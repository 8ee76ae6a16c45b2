"""Importing tables against `sqlite-utils insert --csv` and `enable-fts` of the same file, in time and memory."""

import sys
from pathlib import Path

from benchmarks.generate import OUT, make_table
from benchmarks.measure import ROOT, run_command
from benchmarks.report import Row, ratio_row

ROUNDS = 7
TABLE_ROWS = 100_000
REAL_TABLE = ROOT / "tests" / "files" / "imports" / "evernote-reviews.csv"


def rows() -> list[Row]:
    """The rows of this part."""
    found = table_rows(make_table(OUT / "wishes.csv", TABLE_ROWS), f"{TABLE_ROWS:,} rows", ("title", "description"))
    return [*found, *table_rows(REAL_TABLE, "1,250 real reviews", ("Content",))]


def table_rows(table: Path, name: str, searched: tuple[str, ...]) -> list[Row]:
    """The rows of one file. searched: its columns of text."""
    seconds: dict[str, list[float]] = {"ours": [], "again": [], "peer": []}
    memory: dict[str, list[float]] = {"ours": [], "peer": []}
    for _ in range(ROUNDS):
        workspace, database = OUT / "imported.pmtui", OUT / "imported.db"
        for path in (workspace, database):
            path.unlink(missing_ok=True)
        run_command(pmtui("new", workspace))
        took, held = run_command(pmtui("-w", workspace, "import", table))
        seconds["ours"].append(took)
        memory["ours"].append(held)
        seconds["again"].append(run_command(pmtui("-w", workspace, "import", table))[0])
        inserted, held = run_command(sqlite_utils("insert", database, "items", table, "--csv"))
        indexed, also_held = run_command(sqlite_utils("enable-fts", database, "items", *searched))
        seconds["peer"].append(inserted + indexed)
        memory["peer"].append(max(held, also_held))
    peer = "sqlite-utils insert --csv, enable-fts"
    return [
        ratio_row(f"import {name}", peer, 2, seconds["ours"], seconds["peer"], "s"),
        ratio_row(f"import {name}: memory", peer, 1.5, memory["ours"], memory["peer"], "MiB"),
        ratio_row(f"import {name} again, unchanged", "the first import", 0.5, seconds["again"], seconds["ours"], "s"),
    ]


def pmtui(*words: str | Path) -> list[str | Path]:
    """A command of ours."""
    return [sys.executable, "-m", "pmtui", *words]


def sqlite_utils(*words: str | Path) -> list[str | Path]:
    """A command of the peer."""
    return [sys.executable, "-m", "sqlite_utils", *words]
