"""Criteria of one's own: checked, described, and changed only where no estimate is left outside."""

import pytest

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.services.criteria import KeepCriterion, criteria_to_use, is_own
from pmtui.services.estimates import SetEstimates
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest

JOY = Criterion(0, "joy", "Joy", "points", "limited", 1, 5, 1, "5 most; 1 least", "How glad people are.")


def test_one_of_ones_own_is_added_and_comes_first(memory: Workspace) -> None:
    memory.run(KeepCriterion(JOY))
    first = memory.ask(criteria_to_use)[0]
    assert (first.code, first.steps, is_own(first)) == ("joy", "5 most; 1 least", True)


def test_it_is_changed_and_that_is_undone(memory: Workspace) -> None:
    memory.run(KeepCriterion(JOY))
    before = memory.ask(digest)
    memory.run(KeepCriterion(Criterion(0, "joy", "Delight", "%", "limited", 0, 1, -1, "", ""), is_new=False))
    assert memory.ask(criteria_to_use)[0].name == "Delight"
    memory.undo()
    assert memory.ask(digest) == before


@pytest.mark.parametrize(
    "criterion",
    [
        Criterion(0, "joy", "Joy", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "reach", "Reach", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "if", "If", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "sqrt", "Sqrt", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "x" * 41, "X", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "", "", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "fun", " ", "", "limited", 1, 5, 1, "", ""),
        Criterion(0, "fun", "Fun", "", "limited", 5, 5, 1, "", ""),
        Criterion(0, "fun", "Fun", "", "limited", 1, float("nan"), 1, "", ""),
        Criterion(0, "fun", "Fun", "", "positive", 1, None, 1, "", ""),
        Criterion(0, "fun", "Fun", "%", "limited", 0, 100, 1, "", ""),
        Criterion(0, "fun", "Fun", "", "limited", 0, 1, 0, "", ""),
    ],
)
def test_what_can_not_be_one_is_refused_and_leaves_nothing(memory: Workspace, criterion: Criterion) -> None:
    memory.run(KeepCriterion(JOY))
    before = memory.ask(digest)
    with pytest.raises(Refusal):
        memory.run(KeepCriterion(criterion))
    assert memory.ask(digest) == before


@pytest.mark.parametrize("code", ["reach", "unknown"])
def test_a_built_in_or_unknown_one_is_not_changed(memory: Workspace, code: str) -> None:
    with pytest.raises(Refusal):
        memory.run(KeepCriterion(Criterion(0, code, "Mine", "", "limited", 1, 5, 1, "", ""), is_new=False))


def test_a_scale_that_leaves_an_estimate_out_is_refused_with_its_problem(memory: Workspace) -> None:
    number = add_problem(memory, "a")
    memory.run(KeepCriterion(JOY))
    memory.run(SetEstimates(number, {"joy": "5"}))
    with pytest.raises(Refusal, match=f"P-{number} has an estimate outside the new scale"):
        memory.run(KeepCriterion(Criterion(0, "joy", "Joy", "", "limited", 1, 4, 1, "", ""), is_new=False))
