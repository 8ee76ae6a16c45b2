"""A score that moved is told when it moved by more than its own uncertainty."""

from dataclasses import replace

import pytest

from pmtui.domain.differences.scores import scores_to_judge
from pmtui.domain.differences.whole import differences
from pmtui.domain.portrait import Portrait, ProblemState

Range = tuple[float, float] | None


def portrait(score: float | None, between: Range = None, ranked_by: str = "RICE v1", is_open: bool = True) -> Portrait:
    state = ProblemState("Keys get lost", score=score, is_open=is_open)
    return Portrait(ranked_by, problems={1: state}, ranges={} if between is None else {1: between})


def told(before: Portrait, after: Portrait) -> list[str]:
    return [one.what for one in differences(before, after) if one.group == "rescored"]


@pytest.mark.parametrize(
    ("old", "old_range", "new", "new_range", "is_told"),
    [
        (100, None, 101, None, True),  # single values have no noise
        (100, None, 100.000000001, None, False),  # but for that of adding in another order
        (100, (50, 200), 150, (80, 300), False),  # each within the other's range
        (100, (50, 200), 250, (240, 260), True),  # each outside
        (100, (50, 200), 250, (90, 700), False),  # the old one is still possible
        (100, (90, 110), 150, (80, 300), False),
        (100, (50, 200), 150, None, False),  # the new one was possible before
        (100, None, 150, (120, 200), True),
        (100, (90, 110), 20, None, True),
    ],
)
def test_a_score_is_told_when_each_lies_outside_the_range_of_the_other(
    old: float, old_range: Range, new: float, new_range: Range, is_told: bool
) -> None:
    assert bool(told(portrait(old, old_range), portrait(new, new_range))) is is_told
    assert bool(told(portrait(new, new_range), portrait(old, old_range))) is is_told


def test_a_score_is_told_with_its_range() -> None:
    what = told(portrait(100, (50, 200)), portrait(1250, None))
    assert what == ["from 100 (50.0 to 200) to 1,250"]


def test_scores_that_begin_and_end_are_told() -> None:
    assert told(portrait(None), portrait(41.25)) == ["can be scored now: 41.2"]
    assert told(portrait(41.25), portrait(None)) == ["can't be scored any more: an estimate is missing"]
    assert told(portrait(41.25), portrait(None, is_open=False)) == []


def test_scores_by_different_scorecards_are_not_compared() -> None:
    before, after = portrait(1), portrait(2, ranked_by="ICE v1")
    assert told(before, after) == []
    assert scores_to_judge(before, after) == []


def test_only_scores_that_are_not_what_they_were_have_to_be_judged() -> None:
    before, after = portrait(1), portrait(2)
    assert scores_to_judge(before, after) == [1]
    assert scores_to_judge(before, replace(after, problems=before.problems)) == []
