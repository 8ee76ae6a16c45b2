"""Scorecards of one's own: checked, versioned, and shared as text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS
from pmtui.domain.scorecard_text import ScorecardText, read_scorecard, write_scorecard
from pmtui.services.estimates import SetEstimates
from pmtui.services.lists import problem_list
from pmtui.services.ranking import RankBy, scorecards
from pmtui.services.scorecards import KeepScorecard, numerator, scorecard_text, weighted_formula
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


def test_weights_make_a_formula() -> None:
    assert weighted_formula((("value", 0.6), ("fit", 0.4), ("cost", 0))) == "0.6 * value + 0.4 * fit"
    with pytest.raises(Refusal):
        weighted_formula(())


@given(st.text(max_size=200))
def test_any_text_is_a_scorecard_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert isinstance(read_scorecard(text), ScorecardText)


def test_every_built_in_criterion_can_be_written_down() -> None:
    text = ScorecardText("All", "reach", "", tuple(criterion for criterion in BUILT_IN_CRITERIA))
    assert len(read_scorecard(write_scorecard(text)).criteria) == len(BUILT_IN_CRITERIA)
