"""Run as a program: kill a process that writes at random moments, open its file, check it. Arguments: file, times."""

import os
import random
import signal
import sys
from pathlib import Path

from pmtui.domain.changes import Outcome
from pmtui.services.board import MoveCards
from pmtui.services.estimates import SetEstimates
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import check_full_text, score_errors

TAGS = ("a", "b")
TEXTS = {"reach": "10", "impact": "1", "rice_confidence": "80%", "effort": "2"}


def write_for_ever(path: Path, acknowledge: int, seconds: float, once_it_writes: bool) -> None:
    """Run commands, and tell the number of each step when it is said to be saved, until the alarm.

    seconds: until the alarm, from now or from the first step on.
    """

    def set_alarm() -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody handles its signal: the process ends where it is

    if not once_it_writes:
        set_alarm()
    workspace = Workspace.open(path)
    dice = random.Random(os.getpid())

    def tell(step: int | None) -> None:
        if step is not None:  # a card that is moved to where it stands makes no step
            os.write(acknowledge, b"%d\n" % step)

    if once_it_writes:
        tell(workspace.run(AddProblem("first", tags=TAGS)).step)
        set_alarm()
    while True:
        change = workspace.run(AddProblem("word " * dice.randint(1, 500), tags=TAGS))
        tell(change.step)
        number = change.created or 0
        for command in (SetEstimates(number, TEXTS), MoveCards((number,), dice.randint(1, 7))):
            tell(workspace.run(command).step)
        if dice.random() < 0.3:
            tell(workspace.undo().step)


def killed_after(path: Path, seconds: float, once_it_writes: bool) -> list[int]:
    """The steps that a writer acknowledged before it was killed, so long after its start or its first step."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_for_ever(path, writing, seconds, once_it_writes)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        acknowledged = [int(line) for line in told.read().splitlines(keepends=True) if line.endswith(b"\n")]
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGALRM
    return acknowledged


def check(path: Path, acknowledged: list[int]) -> None:
    """Everything acknowledged is there, nothing is there in part, and work goes on."""
    workspace = Workspace.open(path)

    def partial(uow: UnitOfWork) -> None:
        steps = {row[0] for row in uow.connection.execute("SELECT id FROM step").fetchall()}
        assert set(acknowledged) <= steps
        changed = {row[0] for row in uow.connection.execute("SELECT DISTINCT step FROM change").fetchall()}
        assert changed == steps
        for problem in uow.problems.all():
            assert len(uow.problem_tags.all(problem_id=problem.id)) == len(TAGS)
            assert len(uow.estimates.all(problem_id=problem.id)) in (0, len(TEXTS))
            assert uow.lane_changes.all(problem_id=problem.id)[-1].to_lane_id == problem.lane_id
        assert uow.connection.execute("SELECT step FROM open_step").fetchall() == [(None,)]
        assert uow.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert uow.connection.execute("PRAGMA foreign_key_check").fetchall() == []

    workspace.ask(partial)
    assert workspace.ask(score_errors) == []
    check_full_text(path)
    if acknowledged:
        assert workspace.run(_Nothing()).step is None
        workspace.undo()
        workspace.redo()
    workspace.close()


class _Nothing:
    def run(self, uow: UnitOfWork) -> Outcome:
        return Outcome(f"Read {len(uow.problems.all())}")


def main() -> None:
    """Kill as often as asked, on one file that grows, and print how many steps were acknowledged."""
    path, times = Path(sys.argv[1]), int(sys.argv[2])
    Workspace.create(path, "Test").close()
    dice = random.Random(times)
    count = 0
    for number in range(times):
        acknowledged = killed_after(path, dice.uniform(0.002, 0.08), once_it_writes=number % 2 == 1)
        check(path, acknowledged)
        count += len(acknowledged)
    sys.stdout.write(str(count))


if __name__ == "__main__":
    main()
