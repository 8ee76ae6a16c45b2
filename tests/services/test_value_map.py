"""Value against effort, with the ranges both may lie in."""

from math import sqrt

import pytest

from pmtui.services.ranking import RankBy
from pmtui.services.value_map import map_source, placed
from pmtui.services.workspace import Workspace
from tests.builders import add_problem


def test_the_best_problem_comes_first_with_what_it_is_worth_and_takes(memory: Workspace) -> None:
    add_problem(memory, "small", "100", "1", "50%", "2")
    add_problem(memory, "large", "300", "2", "50%", "3")
    source = memory.ask(map_source)
    assert source is not None
    assert (source.value_name, source.effort_name) == ("reach × impact × confidence", "effort, person-months")
    found = placed(source)
    assert [(one.number, one.value, one.effort) for one in found] == [
        (2, (300, 300, 300), (3, 3, 3)),
        (1, (50, 50, 50), (2, 2, 2)),
    ]


def test_ranges_make_it_wide_and_high(memory: Workspace) -> None:
    add_problem(memory, "unsure", "200..800", "1", "100%", "1..4")
    source = memory.ask(map_source)
    assert source is not None
    (found,) = placed(source)
    assert found.value == pytest.approx((200, sqrt(200 * 800), 800), rel=0.06)
    assert found.effort == pytest.approx((1, 2, 4), rel=0.06)


def test_a_scorecard_without_effort_has_no_map(memory: Workspace) -> None:
    memory.run(RankBy("Opportunity"))
    assert memory.ask(map_source) is None


def test_what_can_not_be_ranked_is_left_out(memory: Workspace) -> None:
    add_problem(memory, "no effort", "100", "1", "50%")
    source = memory.ask(map_source)
    assert source is not None
    assert placed(source) == ()
