from contextlib import closing
from pathlib import Path

from pmtui.services.history import StepChange, newest_steps, step_changes
from pmtui.services.problems import DeleteProblems, EditProblem
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, foreign


def test_steps_are_told_from_the_newest_back_with_their_state(memory: Workspace) -> None:
    for title in ("one", "two", "three"):
        add_problem(memory, title)
    memory.undo()
    memory.undo()
    memory.redo()
    steps = memory.ask(newest_steps)
    assert [(step.label, step.state, step.undoes) for step in steps if step.undoes is None] == [
        ("Added P-3", "undone", None),
        ("Added P-2", "done", None),
        ("Added P-1", "done", None),
    ]
    assert [step.label for step in steps if step.undoes is not None] == [
        "Redid: Added P-2",
        "Undid: Added P-2",
        "Undid: Added P-3",
    ]
    add_problem(memory, "four")
    assert [step.state for step in memory.ask(newest_steps) if step.label == "Added P-3"] == ["gone"]


def test_steps_are_read_page_by_page(memory: Workspace) -> None:
    for number in range(7):
        add_problem(memory, str(number))
    first = memory.ask(newest_steps, 3)
    second = memory.ask(newest_steps, 3, first[-1].id)
    assert [step.label for step in (*first, *second)] == [f"Added P-{number}" for number in range(7, 1, -1)]


def test_a_step_tells_which_rows_it_made_changed_and_removed(memory: Workspace) -> None:
    add_problem(memory)
    memory.run(EditProblem(1, {"title": "x"}))
    memory.run(DeleteProblems((1,)))
    deleted, edited, added = (step.id for step in memory.ask(newest_steps))
    assert memory.ask(step_changes, added) == (StepChange("problem", 1, "made"), StepChange("lane_change", 1, "made"))
    assert memory.ask(step_changes, edited) == (StepChange("problem", 1, "changed"),)
    assert {change.op for change in memory.ask(step_changes, deleted)} == {"removed"}
    assert len(memory.ask(step_changes, deleted, 1)) == 1


def test_what_was_changed_outside_is_told_as_such(path: Path, workspace: Workspace) -> None:
    with closing(foreign(path)) as other:
        other.execute("INSERT INTO tag (name) VALUES ('a')")
    (step,) = workspace.ask(newest_steps)
    assert (step.source, step.label) == ("outside", "Changed outside pmtui")
    assert workspace.ask(step_changes, step.id) == (StepChange("tag", 1, "made"),)
