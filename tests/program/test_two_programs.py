"""Two programs on one workspace see each other's changes."""

from pathlib import Path

from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.program.terminal import Terminal


def test_a_change_made_elsewhere_is_on_the_screen_within_two_seconds(running: Terminal, workspace: Path) -> None:
    other = Workspace.open(workspace)
    other.run(AddProblem("Added in another window"))
    other.close()
    running.wait_for("Added in another window", seconds=2)


def test_undo_refuses_to_take_back_what_another_program_did(running: Terminal, workspace: Path) -> None:
    running.press("4")
    running.wait_for("Discovering")
    running.press("L")
    running.wait_for("u undoes")
    other = Workspace.open(workspace)
    other.run(AddProblem("Added in another window"))
    running.press("u")
    running.wait_quiet(0.3)
    assert "Added in another window" in [problem.title for problem in other.ask(lambda uow: uow.problems.all())]
    other.close()
