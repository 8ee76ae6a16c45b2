"""The neighbours of a problem in the ranking."""

from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.ranking import rank_scores
from pmtui.services.rank_order import RankOrder

SCORES = st.dictionaries(st.integers(1, 30), st.sampled_from([0.0, 1.0, 2.5, 2.5, 7.0]), min_size=1)


@given(SCORES, st.sets(st.integers(1, 30)), st.data())
def test_the_neighbours_are_the_undecided_ones_right_above_and_below_by_score(
    scores: dict[int, float], decided: set[int], data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(sorted(scores)))
    listed = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    ranks = rank_scores(listed)
    order = RankOrder(listed, [pair for pair in listed if pair[0] not in decided], ranks, ranks)
    rivals = [pair for pair in listed if pair[0] == number or pair[0] not in decided]
    place = rivals.index((number, scores[number]))
    expected = (rivals[place - 1] if place else None, rivals[place + 1] if place + 1 < len(rivals) else None)
    assert order.neighbours(number, scores[number]) == expected
