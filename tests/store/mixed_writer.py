"""Run as a program: make mixed edits to a file that another process edits too. Arguments: file, edits, seed."""

import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from pmtui.domain.changes import Outcome
from pmtui.services.board import MoveCards, OrderCards
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Command, Workspace
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Count:
    """Add one to the number in the notes of problem 1: an edit that is lost when two overwrite each other."""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add one."""
        problem = uow.problems.get(1)
        uow.problems.save(replace(problem, notes=str(int(problem.notes) + 1)))
        return Outcome("Counted")


def main() -> None:
    """Make the edits, and print how many of each kind were acknowledged."""
    path, edits, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    workspace = Workspace.open(path)
    sys.stdin.readline()
    dice = random.Random(seed)
    counted = added = 0
    for _ in range(edits):
        card = dice.randint(1, 10)
        kinds: list[Command] = [
            Count(),
            AddProblem(f"From {seed}"),
            MoveCards((card,), dice.randint(1, 3)),
            MoveCards((card,), 1, above=None, to_end=True),
            OrderCards((card,), dice.choice((-1, 1))),
        ]
        command = dice.choice(kinds)
        workspace.run(command)
        counted += isinstance(command, Count)
        added += isinstance(command, AddProblem)
    workspace.close()
    sys.stdout.write(f"{counted} {added}")


if __name__ == "__main__":
    main()
