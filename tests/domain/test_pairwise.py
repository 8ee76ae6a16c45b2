"""An order from answers about pairs, with how consistent they are."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.pairwise import next_question, pairwise_order, questions_needed

ITEMS = (1, 2, 3, 4, 5)
ANSWERS = st.lists(st.sampled_from([(one, other) for one in ITEMS for other in ITEMS if one != other]), max_size=25)


@given(st.permutations(ITEMS))
def test_answers_that_agree_with_an_order_give_that_order(order: list[int]) -> None:
    answers = list(combinations(order, 2))
    found = pairwise_order(ITEMS, answers)
    assert list(found.strengths) == order
    assert (found.agreeing, found.cycles, found.triples) == (1.0, 0, 10)


def test_a_circle_is_counted_and_no_order_agrees_with_all_of_it() -> None:
    found = pairwise_order((1, 2, 3), [(1, 2), (2, 3), (3, 1)])
    assert (found.cycles, found.triples) == (1, 1)
    assert found.agreeing is not None
    assert found.agreeing < 1


def test_without_answers_all_are_equal_and_stand_by_number() -> None:
    found = pairwise_order((3, 1, 2), [])
    assert list(found.strengths) == [1, 2, 3]
    assert len({round(strength, 9) for strength in found.strengths.values()}) == 1
    assert found.agreeing is None


def test_the_strengths_of_two_items_are_those_of_the_model() -> None:
    # With w wins of n, each half a win and half a loss against an item of strength 1: the root of the likelihood.
    found = pairwise_order((1, 2), [(1, 2)] * 3 + [(2, 1)])
    first, second = found.strengths.values()
    assert pytest.approx(4 * first / (first + second) + first / (first + 1), abs=1e-6) == 0.5 + 3
    assert pytest.approx(4 * second / (first + second) + second / (second + 1), abs=1e-6) == 0.5 + 1


@given(ANSWERS)
def test_one_more_win_never_makes_an_item_weaker_against_the_loser(answers: list[tuple[int, int]]) -> None:
    before = pairwise_order(ITEMS, answers).strengths
    after = pairwise_order(ITEMS, [*answers, (1, 2)]).strengths
    assert after[1] / after[2] >= before[1] / before[2] * (1 - 1e-6)


@given(ANSWERS)
def test_the_next_question_is_about_two_of_the_items(answers: list[tuple[int, int]]) -> None:
    question = next_question(pairwise_order(ITEMS, answers), answers)
    assert question is not None
    assert len({*question} & {*ITEMS}) == 2


def test_what_was_not_asked_yet_is_asked_first() -> None:
    answers = [(1, 2), (1, 3), (2, 3)]
    question = next_question(pairwise_order((1, 2, 3, 4), answers), answers)
    assert question is not None
    assert 4 in question


def test_the_questions_find_the_order_with_about_as_many_answers_as_a_sort() -> None:
    truth = (5, 2, 8, 1, 7, 3, 6, 4)
    answers: list[tuple[int, int]] = []
    for _ in range(questions_needed(len(truth))):
        question = next_question(pairwise_order(truth, answers), answers)
        assert question is not None
        answers.append(tuple(sorted(question, key=truth.index)))  # type: ignore[arg-type]
    found = list(pairwise_order(truth, answers).strengths)
    misplaced = sum(abs(found.index(item) - place) for place, item in enumerate(truth))
    assert misplaced <= 6


def test_one_item_leaves_nothing_to_ask() -> None:
    assert next_question(pairwise_order((1,), []), []) is None
    assert questions_needed(1) == 0
