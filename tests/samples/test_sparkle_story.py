"""The example tells a story of choosing: what is close, where the lenses differ, what to find out, what was decided."""

import pytest

from pmtui.services.classifications import kano_classes, must_in_words
from pmtui.services.decision_lists import decision_sheet
from pmtui.services.example import LoadExample
from pmtui.services.uncertainty import present_contest, rank_uncertainty, what_to_find_out
from pmtui.services.workspace import Workspace


@pytest.fixture
def sparkle(memory: Workspace) -> Workspace:
    memory.run(LoadExample())
    return memory


def test_the_last_of_the_top_and_the_first_below_are_too_close_to_call(sparkle: Workspace) -> None:
    found = rank_uncertainty(sparkle.ask(present_contest))
    assert list(found.standings.values())[found.top - 1].too_close


def test_two_estimates_are_worth_finding_out_more_than_the_others(sparkle: Workspace) -> None:
    contest = sparkle.ask(present_contest)
    first, second, third, *_ = what_to_find_out(contest, rank_uncertainty(contest))
    assert {(first.number, first.code), (second.number, second.code)} == {(14, "reach"), (31, "effort")}
    assert min(first.gain, second.gain) > 1.2 * third.gain


def test_the_decision_about_the_close_call_keeps_the_ranking_of_its_day(sparkle: Workspace) -> None:
    sheets = [sparkle.ask(decision_sheet, number) for number in (1, 2, 3)]
    assert [sheet.ranking is not None for sheet in sheets] == [False, False, True]
    kept = sheets[2].ranking
    assert kept is not None
    assert kept.at == sheets[2].created_at
    assert [row.key for row in kept.rows[3:5]] == ["P-31", "P-2"]


def test_the_musts_take_too_much_and_answers_put_problems_into_classes(sparkle: Workspace) -> None:
    assert "over the limit of 60%" in sparkle.ask(must_in_words)
    assert sparkle.ask(kano_classes) == {12: "must-be", 7: "one-dimensional", 32: "attractive", 44: "indifferent"}
