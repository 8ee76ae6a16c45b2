"""Kano and MoSCoW put problems into classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.kano import kano_class, kano_result, read_answer
from pmtui.domain.moscow import must_share

PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=20)


def test_the_classes_are_those_of_the_published_table() -> None:
    table = [
        "".join(kano_class(functional, dysfunctional) for dysfunctional in range(1, 6)) for functional in range(1, 6)
    ]
    assert table == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_the_coefficients_are_shares_of_the_answers_that_tell_something() -> None:
    found = kano_result([(1, 5), (1, 3), (3, 5), (3, 3), (5, 1), (1, 1)])  # O A M I R Q
    assert found is not None
    assert (found.answers, found.satisfaction, found.dissatisfaction) == (6, 0.5, -0.5)
    assert found.letter == "M"  # of equal ones the one that asks for more


def test_without_answers_there_is_no_class() -> None:
    assert kano_result([]) is None


@given(PAIRS)
def test_every_answer_is_counted_once(answers: list[tuple[int, int]]) -> None:
    found = kano_result(answers)
    assert (found.answers if found else 0) == len(answers)
    if found:
        assert sum(found.counts.values()) == len(answers)
        assert found.counts[found.letter] == max(found.counts.values())
        assert found.satisfaction is None or 0 <= found.satisfaction <= 1
        assert found.dissatisfaction is None or -1 <= found.dissatisfaction <= 0


@pytest.mark.parametrize(("must", "too_much"), [(6.0, False), (6.1, True)])
def test_musts_may_take_sixty_percent_of_the_effort(must: float, too_much: bool) -> None:
    assert must_share([("must", must), ("should", 2.0), ("could", 10 - 2 - must)]).too_much is too_much


def test_what_is_not_done_or_not_known_does_not_count() -> None:
    found = must_share([("must", 3), ("should", 3), ("won't", 90), ("", 40), ("could", None)])
    assert found.share == 0.5
    assert must_share([]).share is None
    assert not must_share([]).too_much


def test_a_kano_answer_is_read_as_number_or_in_words_and_anything_else_refused() -> None:
    assert [read_answer(text) for text in ("1", "like it", " Can  live with it", "5")] == [1, 1, 4, 5]
    for text in ("0", "6", "", "love it"):
        with pytest.raises(Refusal, match="no answer"):
            read_answer(text)
