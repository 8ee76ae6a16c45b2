"""Processes that write to one file at once, and processes that are killed while they write."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from pmtui.services.workspace import Workspace
from tests.builders import add_problem, check_full_text, score_errors

ROOT = Path(__file__).parents[2]


def start(module: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start one of the programs beside this file."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("writers", "edits"), [(2, 300), (8, 60), pytest.param(4, 500, marks=(pytest.mark.long, pytest.mark.timeout(600)))]
)
def test_writers_at_once_lose_no_edit_and_give_no_place_twice(path: Path, writers: int, edits: int) -> None:
    workspace = Workspace.create(path, "Test")
    for number in range(10):
        add_problem(workspace, f"Problem {number}", notes="0")
    workspace.close()
    started = [start("mixed_writer", path, edits, seed) for seed in range(writers)]
    for writer in started:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    told = [writer.communicate() for writer in started]
    assert [errors for _, errors in told] == [""] * writers
    counted, added = (sum(int(printed.split()[part]) for printed, _ in told) for part in (0, 1))
    workspace = Workspace.open(path)
    problems = workspace.ask(lambda uow: uow.problems.all())
    assert int(problems[0].notes) == counted > 0
    assert len(problems) == 10 + added
    places = Counter((problem.lane_id, problem.position) for problem in problems)
    assert [place for place, count in places.items() if count > 1] == []
    assert workspace.ask(score_errors) == []
    workspace.check()
    workspace.close()
    check_full_text(path)


@pytest.mark.parametrize("times", [60, pytest.param(1000, marks=(pytest.mark.long, pytest.mark.timeout(600)))])
def test_a_writer_killed_at_any_moment_leaves_what_it_acknowledged_and_nothing_in_part(path: Path, times: int) -> None:
    printed, errors = start("killed_writer", path, times).communicate()
    assert errors == ""
    assert int(printed) >= times // 2  # a busy machine kills the others before their first step
