"""Several programs on one workspace: none loses what another wrote."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run


def test_programs_that_add_at_once_lose_nothing_and_share_no_place(pmtui: Run, workspace_file: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "pmtui", "add", "problem", f"Problem {number}", "--tag", "same"],
            env=dict(os.environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(8)
    ]
    keys = set()
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        keys.add(out)
    assert len(keys) == 8
    rows = pmtui("list", "problem", "--order", "lane", "--json").json
    assert sorted(row["title"] for row in rows) == [f"Problem {number}" for number in range(8)]
    assert pmtui("list", "tag", "--json").json == [{"key": "same", "title": "same", "problems": 8}]
    assert len(pmtui("history", "--json").json) == 8


def test_undo_takes_back_the_newest_step_whoever_made_it(program: Run, pmtui: Run, workspace_file: Path) -> None:
    pmtui("add", "problem", "Mine")
    program("add", "problem", "Theirs")
    assert pmtui("undo", "--json").json["label"] == "Added P-2"
    assert [row["title"] for row in pmtui("list", "problem", "--json").json] == ["Mine"]
