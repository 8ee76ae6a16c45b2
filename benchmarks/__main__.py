"""Run the benchmarks: all of them and keep the figures, or those named: start keys evidence imports ...

A CSV file after suggestions (text, category) is asked instead of the one in the project.
"""

import compileall
import os
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import (
    as_of,
    commands,
    evidence,
    folder,
    imports,
    keys,
    ranks,
    roadmap,
    search,
    start,
    strategy,
    suggestions,
    tree,
)
from benchmarks.generate import OUT, make_workspace
from benchmarks.measure import ROOT
from benchmarks.report import markdown, write_results

PARTS = {
    "start": start.rows,
    "keys": keys.rows,
    "imports": imports.rows,
    "commands": commands.rows,
    "search": search.rows,
    "suggestions": suggestions.rows,
    "ranks": ranks.rows,
    "evidence": evidence.rows,
    "folder": folder.rows,
    "tree": tree.rows,
    "strategy": strategy.rows,
    "roadmap": roadmap.rows,
    "as_of": as_of.rows,
}


def main(names: list[str]) -> None:
    """Make the files, run the parts, print a table for each."""
    if names and names[-1].endswith(".csv"):
        PARTS["suggestions"] = partial(suggestions.rows, Path(names.pop()))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "src", quiet=1)  # as it is when it is installed
    with tempfile.TemporaryDirectory() as home:
        for name in ("DATA", "STATE", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = home
        for size in start.SIZES:
            make_workspace(OUT / f"{size}.pmtui", size)
        rows = []
        for name in names or PARTS:
            part = PARTS[name]()
            print(markdown(part), flush=True)
            rows += part
    if not names:
        write_results(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
