"""Decisions keep the moment they were made in, and are held against what happened."""

import json

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.decisions import AddDecision, DeleteDecisions, EditDecision, LinkDecision, ReviewDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import DeleteProblems
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


def test_an_unknown_decision_can_not_be_superseded(decided: Workspace) -> None:
    with pytest.raises(Refusal, match="no D-9"):
        decided.run(AddDecision({"title": "Wait"}, supersedes=9))
