import math

from hypothesis import assume, given
from hypothesis import strategies as st

from pmtui.domain.ranking import rank_scores

SCORES = st.lists(st.floats(0, 1e12), max_size=12).map(lambda scores: list(enumerate(scores, start=1)))


def order(scores: list[tuple[int, float]]) -> list[int]:
    return list(rank_scores(scores))


def test_the_highest_score_is_rank_one() -> None:
    assert rank_scores([(1, 400), (2, 800), (3, 675)]) == {2: (1, False), 3: (2, False), 1: (3, False)}


def test_ties_share_a_rank_are_marked_and_stand_by_number() -> None:
    ranks = rank_scores([(9, 5.0), (3, 5.0), (7, 8.0), (1, 5.0), (2, 1.0)])
    assert list(ranks) == [7, 1, 3, 9, 2]
    assert ranks == {7: (1, False), 1: (2, True), 3: (2, True), 9: (2, True), 2: (5, False)}


def test_nothing_is_rounded_before_sorting() -> None:
    smaller = 675.0
    larger = math.nextafter(smaller, math.inf)
    assert rank_scores([(1, smaller), (2, larger)]) == {2: (1, False), 1: (2, False)}


@given(SCORES, st.floats(0, 1e12), st.integers(0, 11), st.floats(0, 1e12))
def test_adding_removing_or_editing_one_never_swaps_two_others(
    scores: list[tuple[int, float]], added: float, place: int, edited: float
) -> None:
    before = order(scores)
    with_one_more = order([*scores, (99, added)])
    assert [number for number in with_one_more if number != 99] == before
    assume(scores)
    changed = scores[place % len(scores)][0]
    without = order([pair for pair in scores if pair[0] != changed])
    assert without == [number for number in before if number != changed]
    with_edited = order([(number, edited if number == changed else score) for number, score in scores])
    assert [number for number in with_edited if number != changed] == without


@given(SCORES)
def test_a_rank_is_one_more_than_how_many_score_higher(scores: list[tuple[int, float]]) -> None:
    ranks = rank_scores(scores)
    for number, score in scores:
        equal = sum(1 for _, other in scores if other == score)
        assert ranks[number] == (1 + sum(1 for _, other in scores if other > score), equal > 1)
