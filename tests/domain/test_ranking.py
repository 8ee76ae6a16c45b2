import math

from hypothesis import assume, given
from hypothesis import strategies as st

from pmtui.domain.criterion import RICE_CRITERIA, Criterion
from pmtui.domain.formula import parse_formula
from pmtui.domain.ranking import log_shares, rank_scores, swap_value
from pmtui.domain.scorecard import RICE

FORMULA = RICE.compiled
SCORES = st.lists(st.floats(0, 1e12), max_size=12).map(lambda scores: list(enumerate(scores, start=1)))
INPUTS = st.fixed_dictionaries(
    {
        "reach": st.floats(1e-3, 1e9),
        "impact": st.floats(0.25, 3),
        "rice_confidence": st.floats(0.01, 1),
        "effort": st.floats(0, 1e3),
    }
)


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


@given(INPUTS, INPUTS)
def test_the_shares_of_all_factors_add_up_to_the_distance(mine: dict[str, float], theirs: dict[str, float]) -> None:
    shares = log_shares(FORMULA, mine, theirs)
    score, other = FORMULA.evaluate(mine), FORMULA.evaluate(theirs)
    assert shares is not None
    assert score is not None
    assert other is not None
    assert set(shares) == set(FORMULA.names)
    assert math.isclose(sum(shares.values()), math.log(score / other), rel_tol=1e-9, abs_tol=1e-9)


def test_a_sum_and_a_factor_of_zero_have_no_shares() -> None:
    assert log_shares(parse_formula("(a + b) * c"), {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 1}) is None
    assert log_shares(parse_formula("a * b"), {"a": 0, "b": 1}, {"a": 2, "b": 1}) is None


@given(INPUTS, INPUTS, st.sampled_from(RICE_CRITERIA))
def test_a_swap_value_put_back_gives_the_score_of_the_neighbour(
    mine: dict[str, float], theirs: dict[str, float], criterion: Criterion
) -> None:
    target = FORMULA.evaluate(theirs)
    assert target is not None
    value = swap_value(FORMULA, mine, criterion, target)
    if value is None:
        return
    assert criterion.lowest <= value
    assert criterion.highest is None or value <= criterion.highest
    reached = FORMULA.evaluate({**mine, criterion.code: value})
    assert reached is not None
    assert math.isclose(reached, target, rel_tol=1e-9)


@given(INPUTS, st.floats(0.1, 10))
def test_reach_has_no_upper_end_so_it_can_always_swap(mine: dict[str, float], ratio: float) -> None:
    score = FORMULA.evaluate(mine)
    assert score is not None
    value = swap_value(FORMULA, mine, RICE_CRITERIA[0], score * ratio)
    assert value is not None
    assert math.isclose(value, mine["reach"] * ratio, rel_tol=1e-9)


def test_no_value_within_the_scale_is_no_swap_value() -> None:
    values = {"reach": 100.0, "impact": 2.0, "rice_confidence": 1.0, "effort": 1.0}
    _, impact, confidence, effort = RICE_CRITERIA
    assert swap_value(FORMULA, values, impact, 400) is None  # the scale ends at 3
    assert swap_value(FORMULA, values, confidence, 201) is None
    assert swap_value(FORMULA, values, effort, 500) is None  # the floor holds it
    assert swap_value(FORMULA, values, effort, 100) == 2


def test_effort_of_zero_can_rise_to_swap() -> None:
    values = {"reach": 100.0, "impact": 1.0, "rice_confidence": 1.0, "effort": 0.0}
    assert swap_value(FORMULA, values, RICE_CRITERIA[3], 100) == 1
