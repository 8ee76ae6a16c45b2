"""Which scores moved by more than their own uncertainty."""

import math
from collections.abc import Iterator

from pmtui.domain.differences.difference import Difference
from pmtui.domain.keys import problem_key
from pmtui.domain.portrait import Portrait
from pmtui.domain.scorecard import show_score

MORE_THAN_NOISE = (
    "Told is a score that moved by more than its noise: the new one lies outside the range that the old one had (nine "
    "runs in ten), and the old one outside the range of the new. A score of single values has no range: there any "
    "change is told."
)
_EQUAL = 1e-9  # relative: what adding in another order may do


def scores_to_judge(before: Portrait, after: Portrait) -> list[int]:
    """The problems whose score is not what it was: their ranges are needed to tell a change from noise."""
    if before.ranked_by != after.ranked_by:
        return []
    both = sorted(before.problems.keys() & after.problems.keys())
    return [number for number in both if _differ(before.problems[number].score, after.problems[number].score)]


def score_differences(number: int, before: Portrait, after: Portrait) -> Iterator[Difference]:
    """What became of the score of a problem that is in both."""
    state_before, state = before.problems[number], after.problems[number]
    if before.ranked_by != after.ranked_by or not (state_before.is_open and state.is_open):
        return
    old, new = state_before.score, state.score
    key, title = str(problem_key(number)), state.title
    if old is None and new is not None:
        yield Difference("rescored", key, title, f"can be scored now: {_with_range(number, after)}")
    elif old is not None and new is None:
        yield Difference("rescored", key, title, "can't be scored any more: an estimate is missing")
    elif is_beyond_noise(number, before, after):
        what = f"from {_with_range(number, before)} to {_with_range(number, after)}"
        yield Difference("rescored", key, title, what)


def is_beyond_noise(number: int, before: Portrait, after: Portrait) -> bool:
    """Whether a score moved by more than its own uncertainty: see MORE_THAN_NOISE."""
    old, new = before.problems[number].score, after.problems[number].score
    if old is None or new is None or not _differ(old, new):
        return False
    (low, high), (new_low, new_high) = before.ranges.get(number, (old, old)), after.ranges.get(number, (new, new))
    return not (low <= new <= high or new_low <= old <= new_high)


def _differ(old: float | None, new: float | None) -> bool:
    return old is not None and new is not None and not math.isclose(old, new, rel_tol=_EQUAL)


def _with_range(number: int, at: Portrait) -> str:
    score = show_score(at.problems[number].score or 0.0)
    low, high = (show_score(end) for end in at.ranges.get(number, (0.0, 0.0)))
    return score if low == high else f"{score} ({low} to {high})"
