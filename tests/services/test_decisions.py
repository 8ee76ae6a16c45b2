"""Decisions keep the moment they were made in, and are held against what happened."""

import json

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.decision_choices import link_choices
from pmtui.services.decision_lists import decided_places, decision_log, frozen_of
from pmtui.services.decision_views import DecidedPlace
from pmtui.services.decisions import AddDecision, DeleteDecisions, EditDecision, LinkDecision, ReviewDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import DeleteProblems
from pmtui.services.step_changes import step_changes
from pmtui.services.workspace import Command, Workspace
from tests.builders import add_problem, digest


@pytest.fixture
def decided(memory: Workspace) -> Workspace:
    add_problem(memory, "Keys get lost", "200..800", "2", "80%", "1")
    add_problem(memory, "Late invoices", "300", "1", "80%", "1")
    memory.run(AddEvidence("I gave my key to three people"))
    texts = {"title": "Buy key safes", "driver": "Ann", "approver": "Bo", "prediction": "Half as many are lost"}
    memory.run(AddDecision(texts, 0.8, (1,), (1,), freeze=True))
    return memory


@pytest.mark.parametrize(
    "command",
    [
        AddDecision({"title": "Wait"}, supersedes=1),
        AddDecision({"title": "Keys first", "reason": "The law"}, problems=(1,), place=2),
        EditDecision(1, {"reason": "Cheap"}, 0.7),
        ReviewDecision(1, came_true=True, learned="They fit most doors"),
        LinkDecision(1, (2,), (1,), linked=True),
        LinkDecision(1, (1,), (1,), linked=False),
        DeleteDecisions((1,)),
    ],
)
def test_every_command_is_undone_and_redone(decided: Workspace, command: Command) -> None:
    before = decided.ask(digest)
    assert decided.run(command).step is not None
    after = decided.ask(digest)
    decided.undo()
    assert decided.ask(digest) == before
    decided.redo()
    assert decided.ask(digest) == after


def test_later_edits_never_change_the_frozen_ranking(decided: Workspace) -> None:
    before = decided.ask(lambda uow: uow.decisions.get(1)).ranking
    decided.run(SetEstimates(2, {"reach": "90000"}))
    decided.run(DeleteProblems((1,)))
    assert decided.ask(lambda uow: uow.decisions.get(1)).ranking == before
    frozen = json.loads(before)
    assert frozen["ranked_by"] == "RICE v1"
    assert [(row["key"], row["rank"]) for row in frozen["rows"]] == [("P-1", 1), ("P-2", 2)]
    assert frozen["rows"][0]["estimates"]["reach"] == "200..800"


def test_a_review_tells_how_far_the_prediction_was_off(decided: Workspace) -> None:
    done = decided.run(ReviewDecision(1, came_true=False))
    assert done.label == "Reviewed D-1: did not, Brier score 0.64"


def test_what_was_not_predicted_can_not_be_reviewed(decided: Workspace) -> None:
    decided.run(AddDecision({"title": "Wait"}))
    with pytest.raises(Refusal, match="no prediction"):
        decided.run(ReviewDecision(2, came_true=True))


def test_a_field_that_someone_else_changed_is_not_overwritten(decided: Workspace) -> None:
    decided.run(EditDecision(1, {"reason": "Cheap"}, 0.8))
    with pytest.raises(Refusal, match="changed meanwhile"):
        decided.run(EditDecision(1, {"reason": "Quick"}, 0.8, seen={"reason": ""}))


def test_deleting_a_decision_leaves_the_one_that_superseded_it(decided: Workspace) -> None:
    decided.run(AddDecision({"title": "Wait"}, supersedes=1))
    decided.run(DeleteDecisions((1,)))
    assert decided.ask(lambda uow: uow.decisions.get(2)).supersedes is None


def test_a_decision_supersedes_an_earlier_one_only(decided: Workspace) -> None:
    decided.run(AddDecision({"title": "Wait"}, supersedes=1))
    for number, supersedes in ((1, 1), (1, 2)):
        with pytest.raises(Refusal, match="came after"):
            decided.run(EditDecision(number, {}, 0.8, supersedes))


def test_the_day_of_a_review_is_a_day(decided: Workspace) -> None:
    with pytest.raises(Refusal, match="is not a day"):
        decided.run(EditDecision(1, {"review_on": "soon"}, 0.8))


def test_the_newest_decision_that_stands_gives_a_problem_its_place(decided: Workspace) -> None:
    why = {"title": "Keys first", "reason": "The law"}
    decided.run(AddDecision(why, problems=(2,), place=1))
    decided.run(AddDecision(why, problems=(2,), place=2))
    assert decided.ask(decided_places) == {2: DecidedPlace(3, 2, by_score=2)}
    decided.run(AddDecision({"title": "By score again"}, supersedes=3))
    assert decided.ask(decided_places) == {2: DecidedPlace(2, 1, by_score=2)}
    decided.undo()
    assert decided.ask(decided_places) == {2: DecidedPlace(3, 2, by_score=2)}


def test_the_log_has_reviews_that_are_due_first_and_what_stands_newest_first(decided: Workspace) -> None:
    for title, day in (("Later", "2999-01-01"), ("Due", "2020-02-01"), ("Long due", "2020-01-01")):
        decided.run(AddDecision({"title": title, "review_on": day}))
    decided.run(AddDecision({"title": "In its place"}, supersedes=2))
    rows = decided.ask(decision_log).rows
    assert [(row.title, row.state) for row in rows] == [
        ("Long due", "review due"),
        ("Due", "review due"),
        ("In its place", ""),
        ("Later", "superseded"),
        ("Buy key safes", ""),
    ]


def test_a_frozen_ranking_that_another_program_broke_is_left_out() -> None:
    for text in ("", "{", "[]", "{}", '{"rows": [1]}', "null"):
        assert frozen_of(text) is None


def test_what_is_connected_stands_first_among_what_can_be(decided: Workspace) -> None:
    found = [(str(choice.key), choice.connected) for choice in decided.ask(link_choices, 1, "")]
    assert found == [("P-1", True), ("E-1", True), ("P-2", False)]
    assert [str(choice.key) for choice in decided.ask(link_choices, 1, "invoices")] == ["P-2"]


def test_the_history_calls_a_decision_by_its_title(decided: Workspace) -> None:
    step = decided.run(ReviewDecision(1, came_true=True)).step
    assert step is not None
    assert "D-1 Buy key safes" in str(decided.ask(step_changes, step))


def test_an_unknown_decision_can_not_be_superseded(decided: Workspace) -> None:
    with pytest.raises(Refusal, match="no D-9"):
        decided.run(AddDecision({"title": "Wait"}, supersedes=9))
