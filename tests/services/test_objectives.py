"""Objectives, their key results, and the boxes of the strategy page."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.fits import objectives_served
from pmtui.services.key_results import AddKeyResult, DeleteKeyResult, EditKeyResult, ShiftKeyResult
from pmtui.services.objectives import (
    AddObjective,
    DeleteObjective,
    EditObjective,
    LinkObjective,
    ShiftObjective,
    UnlinkObjective,
)
from pmtui.services.problems import AddProblem, DeleteProblems
from pmtui.services.strategy import SetBox
from pmtui.services.strategy_views import ObjectiveView, strategy_page
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE


@pytest.fixture
def served(memory: Workspace) -> Workspace:
    """Two problems and two objectives; the first problem serves both."""
    for command in (
        AddProblem("Keys get lost"),
        AddProblem("Late invoices"),
        AddObjective("Same cleaner", "production"),
        AddObjective("More offices"),
        AddKeyResult(1, "Visits by the same cleaner", {"unit": "%", "baseline": "38", "target": "78", "current": "62"}),
        AddKeyResult(1, "Cleaners who leave", {"baseline": "20", "target": "10", "current": "15"}),
        LinkObjective((1,), 1, 1),
        LinkObjective((1, 2), 2, 2),
    ):
        memory.run(command)
    return memory


def objectives(workspace: Workspace) -> tuple[ObjectiveView, ...]:
    return workspace.ask(strategy_page).objectives


def test_an_objective_has_its_key_results_its_problems_and_the_mean_grade(served: Workspace) -> None:
    first, second = objectives(served)
    assert [result.grade for result in first.key_results] == [0.6, 0.5]
    assert first.grade == pytest.approx(0.55)
    assert [(view.key, view.how) for view in second.problems] == [("P-1", "strongly"), ("P-2", "strongly")]
    assert second.grade is None


def test_a_problem_names_the_objectives_it_serves_the_best_first(served: Workspace) -> None:
    assert [(view.key, view.fit) for view in served.ask(objectives_served, 1)] == [("O-2", 2), ("O-1", 1)]


def test_linking_again_changes_how_well_it_serves(served: Workspace) -> None:
    served.run(LinkObjective((1,), 1, 2))
    assert [view.fit for view in served.ask(objectives_served, 1)] == [2, 2]
    with pytest.raises(Refusal, match="can't serve an objective by 3"):
        served.run(LinkObjective((1,), 1, 3))


def test_deleting_a_problem_or_an_objective_takes_their_links_with_it(served: Workspace) -> None:
    served.run(DeleteProblems((2,)))
    assert [view.key for view in objectives(served)[1].problems] == ["P-1"]
    served.run(DeleteObjective(2))
    assert [view.key for view in served.ask(objectives_served, 1)] == ["O-1"]
    served.run(UnlinkObjective((1,), 1))
    assert served.ask(objectives_served, 1) == ()


def test_objectives_and_key_results_are_moved_and_stay_at_the_ends(served: Workspace) -> None:
    served.run(ShiftObjective(2, -1))
    served.run(ShiftObjective(2, -1))
    assert [view.objective.id for view in objectives(served)] == [2, 1]
    served.run(ShiftKeyResult(1, 1))
    served.run(ShiftKeyResult(1, 1))
    assert [result.id for result in objectives(served)[1].key_results] == [2, 1]
    served.run(DeleteKeyResult(2))
    assert [result.id for result in objectives(served)[1].key_results] == [1]


def test_a_new_one_stands_below_the_others_also_after_one_was_deleted(served: Workspace) -> None:
    served.run(DeleteObjective(1))
    served.run(AddObjective("Third"))
    assert [view.objective.title for view in objectives(served)] == ["More offices", "Third"]


def test_the_label_says_where_a_key_result_is_now(served: Workspace) -> None:
    assert served.run(EditKeyResult(1, {"current": "66"}, {"current": "62"})).label == "K-1 is at 66 %"
    assert objectives(served)[0].key_results[0].grade == 0.7


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (SetBox("vision", "One"), SetBox("vision", "Two", ""), "Vision was changed meanwhile: its text is now “One”"),
        (
            EditObjective(1, {"title": "One"}),
            EditObjective(1, {"title": "Two"}, {"title": "Same cleaner"}),
            "O-1 was changed meanwhile: its title is now “One”",
        ),
        (
            EditKeyResult(1, {"current": "70"}),
            EditKeyResult(1, {"current": "66"}, {"current": "62"}),
            "K-1 was changed meanwhile: its current is now “70”",
        ),
    ],
)
def test_what_someone_else_changed_meanwhile_is_not_overwritten(
    served: Workspace, first: SetBox, second: SetBox, words: str
) -> None:
    served.run(first)
    with pytest.raises(Refusal, match=words):
        served.run(second)


def test_a_box_is_written_changed_and_emptied(memory: Workspace) -> None:
    assert memory.run(SetBox("vision", "Clean homes\n")).label == "Wrote Vision"
    assert memory.run(SetBox("vision", "Clean homes")).step is None
    assert memory.run(SetBox("vision", "  ", "Clean homes")).label == "Emptied Vision"
    assert memory.ask(strategy_page).boxes == {}
    with pytest.raises(Refusal, match="There is no box mission"):
        memory.run(SetBox("mission", "x"))
    with pytest.raises(Refusal, match="is not a life-cycle stage"):
        memory.run(SetBox("lifecycle_stage", "youth"))


def test_a_number_that_is_none_and_a_way_without_length_are_refused(served: Workspace) -> None:
    with pytest.raises(Refusal, match="is not a number"):
        served.run(EditKeyResult(1, {"target": "much"}))
    with pytest.raises(Refusal, match="stands already"):
        served.run(EditKeyResult(1, {"target": "38"}))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_any_text_is_kept_and_kept_clean(memory: Workspace, text: str) -> None:
    for command in (SetBox("vision", text), AddObjective(text, notes=text), AddKeyResult(1, text, {"unit": text})):
        memory.run(command)
    page = memory.ask(strategy_page)
    (view,) = page.objectives
    assert page.boxes == {"vision": clean_block(text).strip()}
    assert (view.objective.title, view.objective.notes) == (clean_line(text), clean_block(text).strip())
    assert (view.key_results[0].title, view.key_results[0].unit) == (clean_line(text), clean_line(text))
