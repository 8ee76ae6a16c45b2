"""The opportunity tree at 100 and 10,000 problems: opening it from the list, the cursor, folding."""

import shutil
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import OUT, make_workspace
from benchmarks.measure import app, bare_list, opened, press, topics
from benchmarks.report import Row, ratio_row
from pmtui.domain.changes import Outcome
from pmtui.services.objectives import AddObjective
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork

SIZES = (100, 10_000)
PRESSES = 40
HOME = "\x1b[H"
OPEN = "open the tree"
FULL = topics(30)
_DAY = "2026-01-15T09:00:00Z"


@dataclass(frozen=True, slots=True)
class Grow:
    """An objective for a third of the problems, a larger problem for a tenth, two solutions for a fifth."""

    problems: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add them to the generated problems."""
        numbers = range(1, self.problems + 1)
        for number in range(1, 6):
            AddObjective(f"Objective {number}").run(uow)
        insert = uow.connection.executemany
        insert(
            "INSERT INTO problem_objective (problem_id, objective_id, fit) VALUES (?, ?, 2.0)",
            ((number, number % 5 + 1) for number in numbers[::3]),
        )
        insert(
            "INSERT INTO sub_problem (problem_id, parent_id) VALUES (?, ?)",
            ((number, number - 1) for number in numbers[9::10]),
        )
        solved = [number for number in numbers[::5] for _ in range(2)]
        insert(
            "INSERT INTO solution (id, problem_id, title, description, effort, position, created_at, updated_at, "
            f"custom) VALUES (?, ?, 'A way out', '', '1..3', ?, '{_DAY}', '{_DAY}', '{{}}')",
            ((place, number, place % 2) for place, number in enumerate(solved, 1)),
        )
        insert(
            "INSERT INTO experiment (solution_id, title, method, success_limit, result, outcome, started_on, ended_on, "
            f"created_at, updated_at) VALUES (?, 'A check', '', '', '', '', '', '', '{_DAY}', '{_DAY}')",
            ((place,) for place in range(1, len(solved) + 1)),
        )
        return Outcome("Grew a tree")


def rows() -> list[Row]:
    """The rows of this part."""
    mine: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    floor: dict[int, list[float]] = defaultdict(list)
    with ExitStack() as open_now:
        ours, bare = {}, {}
        for size in SIZES:
            ours[size] = open_now.enter_context(opened(app(_grown(size)), FULL))
            bare[size] = open_now.enter_context(opened(bare_list(size, 1), FULL))
        for number in range(PRESSES):
            for size in SIZES:
                floor[size].append(press(bare[size], "jjk"[number % 3]).last)
                press(ours[size], "V")
                mine[OPEN][size].append(press(ours[size], "t").last)
                press(ours[size], HOME)  # where the cursor is, its key would scroll one tree and not the other
                mine["cursor down the tree"][size].append(press(ours[size], "j").last)
                press(ours[size], HOME)
                mine["fold an objective"][size].append(press(ours[size], "h").last)
                mine["unfold an objective"][size].append(press(ours[size], "l").last)
                press(ours[size], "V")
    found = []
    for what, sizes in mine.items():
        # Another screen is restyled as a whole: its opening says something beside that of fewer problems alone.
        for size, last in sizes.items() if what != OPEN else ():
            found.append(
                ratio_row(f"{what}, {size:,}", f"cursor in a bare list of {size:,}", 5, last, floor[size], "ms", 0.95)
            )
        small, large = sizes.values()
        found.append(ratio_row(f"{what}, {SIZES[-1]:,}", f"{what}, 100", 1.2, large, small, "ms", 0.95))
    return found


def _grown(size: int) -> Path:
    path = OUT / f"tree-{size}.pmtui"
    shutil.copyfile(make_workspace(OUT / f"tree-{size}-problems.pmtui", size), path)
    workspace = Workspace.open(path)
    workspace.run(Grow(size))
    workspace.close()
    return path
