import math

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.services.board import MoveCards
from pmtui.services.decisions import AddDecision
from pmtui.services.details import problem_detail, why
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.full_records import problem_record
from pmtui.services.lists import problem_list
from pmtui.services.pages import problem_markdown
from pmtui.services.problems import SetField, TagProblems
from pmtui.services.ranking import RankBy
from pmtui.services.scorecards import KeepScorecard
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from tests.builders import Clock, add_problem


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    add_problem(memory, "First", "800", "2", "50%", "1")
    add_problem(memory, "Second", "450", "3", "100%", "2")
    add_problem(memory, "Third", "2000", "1", "80%", "4")
    add_problem(memory, "Empty", "5")
    return memory


def test_a_detail_shows_everything_about_a_problem(filled: Workspace) -> None:
    filled.run(AddEvidence("It is slow\nreally", author="Ann", occurred_on="2026-01-01", problems=(2,)))
    filled.run(AddEvidence("Too slow", author="Ann", company="Acme", occurred_on="2026-02-01", problems=(2,)))
    filled.run(TagProblems((2,), add=("ui", "Export")))
    filled.run(MoveCards((2,), 4))
    found = filled.ask(problem_detail, 2)
    assert (found.title, found.lane, found.tags) == ("Second", "Solving", ("Export", "ui"))
    assert (found.score, found.rank, found.ranked_count, found.missing) == (675, 2, 3, ())
    assert [piece.words for piece in found.evidence] == ["Too slow", "It is slow"]
    assert (found.evidence_count, found.customer_count) == (2, 2)
    assert [name for name, _ in found.lane_changes] == ["Inbox", "Solving"]
    assert [view.text for view in found.estimates] == ["450", "3", "100%", "2"]
    with pytest.raises(Refusal, match="There is no P-99"):
        filled.ask(problem_detail, 99)


def test_a_detail_says_what_is_missing(filled: Workspace) -> None:
    found = filled.ask(problem_detail, 4)
    assert (found.score, found.rank, found.missing) == (None, None, ("impact", "rice_confidence", "effort"))
    assert [view.text for view in found.estimates] == ["5", "", "", ""]


def test_customers_are_counted_by_company_else_author_else_source(filled: Workspace) -> None:
    for author, company, source in (
        ("Ann", "", ""),
        ("Ann", "", "x"),
        ("Bob", "Acme", ""),
        ("Cid", "Acme", ""),
        ("", "", "y"),
    ):
        filled.run(AddEvidence("a", author=author, company=company, source=source, problems=(1,)))
    assert filled.ask(problem_detail, 1).customer_count == 3


def test_an_estimate_of_long_ago_is_stale() -> None:
    clock = Clock()
    workspace = Workspace.in_memory(clock)
    add_problem(workspace)
    workspace.run(SetEstimates(1, {"reach": "5"}, made_on="2025-11-01"))
    workspace.run(SetEstimates(1, {"impact": "1"}))
    assert [view.stale for view in workspace.ask(problem_detail, 1).estimates] == [True, False, False, False]


def test_why_names_the_neighbours_and_what_would_swap_with_them(filled: Workspace) -> None:
    found = filled.ask(why, 2)
    assert (found.score, found.rank, found.ranked_count) == (675, 2, 3)
    assert found.above == (1, "First", 800)
    assert found.below == (3, "Third", 400)
    assert found.compared_with == 3
    reach, impact, confidence, effort = found.factors
    assert reach.swap_above is not None
    assert reach.swap_below is not None
    assert effort.swap_above is not None
    assert math.isclose(reach.swap_above, 450 * 800 / 675)
    assert math.isclose(reach.swap_below, 450 * 400 / 675)
    assert math.isclose(effort.swap_above, 2 * 675 / 800)
    assert impact.swap_above is None  # the scale ends at 3
    assert confidence.swap_above is None


def test_the_shares_of_why_add_up_to_the_distance_to_the_neighbour(filled: Workspace) -> None:
    shares = [factor.share for factor in filled.ask(why, 2).factors]
    assert math.isclose(sum(share for share in shares if share is not None), math.log(675 / 400))
    assert None not in shares


@pytest.mark.parametrize(("code", "place"), [("reach", 0), ("effort", 3)])
def test_a_swap_value_that_is_typed_brings_a_tie_with_the_neighbour(filled: Workspace, code: str, place: int) -> None:
    value = filled.ask(why, 2).factors[place].swap_above
    filled.run(SetEstimates(2, {code: repr(value)}))
    assert math.isclose(filled.ask(why, 2).score or 0, 800, rel_tol=1e-9)


def test_the_first_and_the_last_have_one_neighbour(filled: Workspace) -> None:
    first, last = filled.ask(why, 1), filled.ask(why, 3)
    assert (first.above, first.rank) == (None, 1)
    assert (last.below, last.rank, last.compared_with) == (None, 3, 2)
    assert all(factor.swap_above is None for factor in first.factors)


def test_why_of_what_can_not_be_scored_says_what_is_missing(filled: Workspace) -> None:
    found = filled.ask(why, 4)
    assert (found.score, found.rank, found.above, found.below) == (None, None, None, None)
    assert found.missing == ("impact", "rice_confidence", "effort")


def test_why_of_a_declined_problem_has_a_score_and_no_rank(filled: Workspace) -> None:
    filled.run(SetField((1,), "horizon", "declined", "no"))
    found = filled.ask(why, 1)
    assert (found.score, found.rank, found.above, found.below) == (800, None, None, None)


@pytest.mark.parametrize(("effort", "floored"), [("0", True), ("0.4", True), ("0.5", False), ("3", False)])
def test_why_says_when_the_floor_of_effort_was_used(filled: Workspace, effort: str, floored: bool) -> None:
    filled.run(SetEstimates(1, {"effort": effort}))
    assert filled.ask(why, 1).floored is floored


@pytest.mark.parametrize("formula", ["reach * impact", "reach * impact / effort"])
def test_a_formula_without_the_floor_of_effort_is_not_said_to_use_it(filled: Workspace, formula: str) -> None:
    filled.run(SetEstimates(1, {"effort": "0.2"}))
    filled.run(KeepScorecard(ScorecardText("Mine", formula)))
    filled.run(RankBy("Mine"))
    assert filled.ask(why, 1).floored is False


def test_list_detail_and_why_agree_on_every_rank(filled: Workspace) -> None:
    add_problem(filled, "Tie", "450", "3", "100%", "2")
    ranks = filled.ask(problem_list, ProblemFilter()).ranks
    for number, (rank, _) in ranks.items():
        assert filled.ask(problem_detail, number).rank == filled.ask(why, number).rank == rank


def test_the_decisions_about_a_problem_are_listed_the_newest_first(filled: Workspace) -> None:
    filled.run(AddDecision({"title": "Wait"}, problems=(1,)))
    filled.run(AddDecision({"title": "Act"}, problems=(1, 2), supersedes=1))
    decided = filled.ask(problem_detail, 1).decisions
    assert [(one.id, one.title, one.superseded) for one in decided] == [(2, "Act", False), (1, "Wait", True)]
    assert [one["key"] for one in filled.ask(problem_record, 1)["decisions"]] == ["D-2", "D-1"]
    assert "- D-2 Act, " in filled.ask(problem_markdown, 1)
    assert filled.ask(problem_detail, 3).decisions == ()
