"""Scorecards of one's own: checked, versioned, and shared as text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS
from pmtui.domain.scorecard_text import ScorecardText, read_scorecard, write_scorecard
from pmtui.services.criteria import criteria_to_use, is_own
from pmtui.services.decision_lists import decision_sheet
from pmtui.services.decisions import AddDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.lists import problem_list
from pmtui.services.ranking import RankBy, scorecards
from pmtui.services.scorecard_preview import preview_scorecard
from pmtui.services.scorecards import DeleteScorecard, KeepScorecard, numerator, scorecard_text
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from tests.builders import add_problem, digest

FIT = ScorecardText("Fit", "value * fit / max(effort, 0.5)")


def test_a_new_name_in_a_formula_becomes_a_criterion_that_can_be_estimated_and_ranked_by(memory: Workspace) -> None:
    number = add_problem(memory, "a")
    memory.run(KeepScorecard(FIT))
    memory.run(SetEstimates(number, {"value": "4", "fit": "5", "effort": "2"}))
    memory.run(RankBy("fit"))
    listed = memory.ask(problem_list, ProblemFilter())
    assert (listed.ranked_by, listed.highest) == ("Fit v1", 10)


def test_a_changed_formula_is_a_new_version_and_what_was_ranked_by_it_follows(memory: Workspace) -> None:
    memory.run(KeepScorecard(FIT))
    memory.run(RankBy("Fit"))
    memory.run(KeepScorecard(ScorecardText("fit", "value + fit")))
    assert memory.ask(problem_list, ProblemFilter()).ranked_by == "Fit v2"
    assert memory.run(KeepScorecard(ScorecardText("Fit", "value + fit"))).step is None
    assert [one.title for one in memory.ask(scorecards)][-1] == "Fit v2"


def test_keeping_one_is_undone_and_redone(memory: Workspace) -> None:
    before = memory.ask(digest)
    memory.run(KeepScorecard(FIT))
    after = memory.ask(digest)
    memory.undo()
    assert memory.ask(digest) == before
    memory.redo()
    assert memory.ask(digest) == after


@pytest.mark.parametrize("name", [scorecard.name for scorecard in BUILT_IN_SCORECARDS])
def test_the_text_of_a_scorecard_reads_back_the_same(memory: Workspace, name: str) -> None:
    found = memory.ask(scorecard_text, name)
    assert read_scorecard(write_scorecard(found)) == found
    assert memory.run(KeepScorecard(found)).step is None


@pytest.mark.parametrize(
    "scorecard",
    [
        ScorecardText("", "value"),
        ScorecardText("Blend", "value"),
        ScorecardText("Odd", "value *"),
        ScorecardText("Odd", "__import__('os')"),
        ScorecardText("Odd", "1 + 1"),
        ScorecardText("Odd", "Value_OF_x * 2"),
        ScorecardText("Odd", "value", "effort *"),
    ],
)
def test_what_can_not_be_a_scorecard_is_refused_and_leaves_nothing(memory: Workspace, scorecard: ScorecardText) -> None:
    before = memory.ask(digest)
    with pytest.raises(Refusal):
        memory.run(KeepScorecard(scorecard))
    assert memory.ask(digest) == before


def test_the_value_is_what_stands_before_the_division() -> None:
    assert numerator("(a + b) * c / max(effort, 0.5)") == "(a + b) * c"
    assert numerator("a + b") == "a + b"


def test_one_s_own_are_deleted_with_their_versions_and_unused_criteria_and_come_back(memory: Workspace) -> None:
    memory.run(KeepScorecard(FIT))
    memory.run(KeepScorecard(ScorecardText("Fit", "value + fit + joy")))
    memory.run(RankBy("Fit"))
    number = add_problem(memory, "a")
    memory.run(SetEstimates(number, {"joy": "5"}))
    before = memory.ask(digest)
    memory.run(DeleteScorecard("fit"))
    assert "Fit" not in [one.name for one in memory.ask(scorecards)]
    assert memory.ask(problem_list, ProblemFilter()).ranked_by == "RICE v1"
    assert [one.code for one in memory.ask(criteria_to_use) if is_own(one)] == ["joy"]  # it has an estimate
    memory.undo()
    assert memory.ask(digest) == before


def test_a_changed_built_in_scorecard_goes_back_and_an_unchanged_one_stays(memory: Workspace) -> None:
    memory.run(KeepScorecard(ScorecardText("RICE", "reach * impact")))
    assert memory.ask(problem_list, ProblemFilter()).ranked_by == "RICE v2"
    memory.run(DeleteScorecard("RICE"))
    assert memory.ask(problem_list, ProblemFilter()).ranked_by == "RICE v1"
    with pytest.raises(Refusal, match="built in"):
        memory.run(DeleteScorecard("RICE"))


def test_a_new_one_takes_no_name_and_an_edit_no_version_that_came_meanwhile(memory: Workspace) -> None:
    memory.run(KeepScorecard(FIT, version=0))
    with pytest.raises(Refusal, match="There is Fit v1 already"):
        memory.run(KeepScorecard(ScorecardText("fit", "value"), version=0))
    memory.run(KeepScorecard(ScorecardText("Fit", "value"), version=1))
    with pytest.raises(Refusal, match="There is Fit v2 already"):
        memory.run(KeepScorecard(ScorecardText("Fit", "fit"), version=1))
    memory.run(DeleteScorecard("Fit"))
    with pytest.raises(Refusal, match="deleted meanwhile"):
        memory.run(KeepScorecard(ScorecardText("Fit", "fit"), version=2))


def test_a_preview_scores_one_problem_and_names_what_is_new_or_missing(memory: Workspace) -> None:
    number = add_problem(memory, "Keys")
    memory.run(SetEstimates(number, {"value": "4"}))
    assert memory.ask(preview_scorecard, "value * 2", number).score == 8
    found = memory.ask(preview_scorecard, "value * fit", number)
    assert (found.title, found.score, found.missing, found.new) == ("Keys", None, ("fit",), ("fit",))
    assert memory.ask(preview_scorecard, "value *", None).at == 7
    assert memory.ask(preview_scorecard, "1", None).complaint == "The formula has no criterion."


@given(st.text(max_size=200))
def test_any_text_is_a_scorecard_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert isinstance(read_scorecard(text), ScorecardText)


def test_every_built_in_criterion_can_be_written_down() -> None:
    text = ScorecardText("All", "reach", "", tuple(criterion for criterion in BUILT_IN_CRITERIA))
    assert len(read_scorecard(write_scorecard(text)).criteria) == len(BUILT_IN_CRITERIA)


def test_a_frozen_ranking_keeps_the_version_it_was_made_with(memory: Workspace) -> None:
    number = add_problem(memory, "a")
    memory.run(KeepScorecard(ScorecardText("Fit", "value * 2")))
    memory.run(SetEstimates(number, {"value": "4"}))
    memory.run(RankBy("Fit"))
    memory.run(AddDecision({"title": "Go"}, freeze=True))
    memory.run(KeepScorecard(ScorecardText("Fit", "value * 3")))
    memory.run(DeleteScorecard("Fit"))
    frozen = memory.ask(decision_sheet, 1).ranking
    assert frozen is not None
    assert (frozen.ranked_by, frozen.formula, frozen.rows[0].score) == ("Fit v1", "value * 2", 8)
