from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.board import MoveCards
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.history import newest_steps
from pmtui.services.lists import problem_list
from pmtui.services.problems import AddProblem, DeleteProblems, EditProblem, TagProblems
from pmtui.services.step_changes import StepChange, step_changes
from pmtui.services.together import Together
from pmtui.services.views import ProblemFilter
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


def test_a_step_tells_which_records_it_made_changed_and_removed(memory: Workspace) -> None:
    add_problem(memory, "Keys get lost")
    memory.run(EditProblem(1, {"title": "Keys vanish"}))
    memory.run(DeleteProblems((1,)))
    deleted, edited, added = (step.id for step in memory.ask(newest_steps))
    assert memory.ask(step_changes, added).shown == (StepChange("made", "P-1 Keys get lost"),)
    assert memory.ask(step_changes, edited).shown == (
        StepChange("changed", "P-1 Keys vanish", (("title", "Keys get lost", "Keys vanish"),)),
    )
    assert memory.ask(step_changes, deleted).shown == (StepChange("removed", "P-1 Keys vanish"),)


def test_a_step_is_told_as_it_was_whatever_came_later(memory: Workspace) -> None:
    add_problem(memory)
    steps = [memory.run(EditProblem(1, {"title": title})).step for title in ("one", "two", "three")]
    memory.undo()
    memory.run(DeleteProblems((1,)))
    told = [memory.ask(step_changes, step or 0).shown[0].fields for step in steps]
    assert told[1:] == [(("title", "one", "two"),), (("title", "two", "three"),)]


def test_estimates_lanes_tags_and_links_are_told_in_words(memory: Workspace) -> None:
    add_problem(memory)
    evidence = memory.run(AddEvidence("It rained", problems=(1,))).step or 0
    tagged = memory.run(TagProblems((1,), ("trust",))).step or 0
    scored = memory.run(SetEstimates(1, {"reach": "200..800", "rice_confidence": "80%"})).step or 0
    again = memory.run(SetEstimates(1, {"reach": "400"})).step or 0
    moved = memory.run(MoveCards((1,), 2)).step or 0
    assert [change.name for change in memory.ask(step_changes, evidence).shown] == ["E-1 It rained", "P-1 and E-1"]
    assert [change.name for change in memory.ask(step_changes, tagged).shown] == ["#trust", "P-1 and #trust"]
    assert [change.name for change in memory.ask(step_changes, scored).shown] == [
        "P-1 reach 200..800",
        "P-1 confidence 80%",
    ]
    assert ("value", "200..800", "400") in memory.ask(step_changes, again).shown[0].fields
    assert ("lane", "Inbox", "Discovering") in memory.ask(step_changes, moved).shown[0].fields


def test_of_a_large_step_the_first_records_are_told_and_the_others_counted(memory: Workspace) -> None:
    memory.run(Together(tuple(AddProblem(f"p{number}") for number in range(10))))
    (step,) = memory.ask(newest_steps)
    told = memory.ask(step_changes, step.id, 4)
    assert told.shown[0] == StepChange("made", "P-1 p0")
    assert told.others == 16


def test_what_was_changed_outside_is_told_as_such(path: Path, workspace: Workspace) -> None:
    with closing(foreign(path)) as other:
        other.execute("INSERT INTO tag (name) VALUES ('a')")
    (step,) = workspace.ask(newest_steps)
    assert (step.source, step.label) == ("outside", "Changed outside pmtui")
    assert workspace.ask(step_changes, step.id).shown == (StepChange("made", "#a"),)


def step_called(workspace: Workspace, label: str) -> int:
    return next(step.id for step in workspace.ask(newest_steps) if step.label == label)


def newest(workspace: Workspace) -> int:
    return workspace.ask(newest_steps)[0].id


def listed(workspace: Workspace) -> tuple[int | str, ...]:
    return workspace.ask(problem_list, ProblemFilter()).entries


def test_the_history_leads_back_to_any_step_and_forward_again_as_steps_of_their_own(memory: Workspace) -> None:
    for title in ("one", "two", "three"):
        memory.run(AddProblem(title))
    assert memory.go_to(step_called(memory, "Added P-1"), newest(memory)).label == "Took 2 steps back"
    assert listed(memory) == (1,)
    assert memory.go_to(step_called(memory, "Added P-2"), newest(memory)).label == "Did 1 step again"
    assert listed(memory) == (1, 2)
    memory.redo()
    assert listed(memory) == (1, 2, 3)


def test_the_history_leads_back_to_the_beginning(memory: Workspace) -> None:
    memory.run(AddProblem("one"))
    memory.go_to(0, newest(memory))
    assert listed(memory) == ()


def test_a_step_that_was_undone_for_good_is_refused_and_nothing_changes(memory: Workspace) -> None:
    memory.run(AddProblem("one"))
    memory.run(AddProblem("two"))
    gone = step_called(memory, "Added P-2")
    memory.undo()
    memory.run(AddProblem("three"))
    before = memory.ask(newest_steps)
    with pytest.raises(Refusal, match="other changes were made since"):
        memory.go_to(gone, newest(memory))
    assert memory.ask(newest_steps) == before


def test_going_back_is_refused_when_a_change_came_that_was_not_seen(memory: Workspace) -> None:
    memory.run(AddProblem("one"))
    seen = newest(memory)
    memory.run(AddProblem("two"))
    with pytest.raises(Refusal, match="Meanwhile another change was made: Added P-2"):
        memory.go_to(0, seen)


def test_going_where_one_is_is_refused(memory: Workspace) -> None:
    memory.run(AddProblem("one"))
    with pytest.raises(Refusal, match="Everything is as it was"):
        memory.go_to(newest(memory), newest(memory))
