"""Commands that must feel instant, against a Python that does nothing."""

import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.generate import OUT
from benchmarks.measure import Command, run_command
from benchmarks.report import Row, ratio_row

ROUNDS = 25


def rows() -> list[Row]:
    """The rows of this part."""
    program = Path(sys.executable).with_name("pmtui")
    workspace = {"PMTUI_WORKSPACE": str(OUT / "100.pmtui")}
    completion = {**workspace, "_PMTUI_COMPLETE": "bash_complete", "COMP_WORDS": "pmtui show P-", "COMP_CWORD": "2"}
    cases: dict[str, tuple[Command, dict[str, str], float]] = {
        "pmtui --version": ([program, "--version"], workspace, 3),
        "pmtui list problem --json, 100 problems": ([program, "list", "problem", "--json"], workspace, 8),
        "one completion of a key": ([program], completion, 8),
    }
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        seconds["floor"].append(run_command([sys.executable, "-c", "pass"])[0] * 1000)
        for name, (command, environment, _) in cases.items():
            seconds[name].append(run_command(command, environment)[0] * 1000)
    return [
        ratio_row(name, "python -c pass", target, seconds[name], seconds["floor"], "ms")
        for name, (_, _, target) in cases.items()
    ]
