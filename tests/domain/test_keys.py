from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import KEY_LETTERS, Key, Kind, evidence_key, problem_key


@given(st.sampled_from(list(KEY_LETTERS)), st.integers(1, 10**17))
def test_a_key_typed_as_shown_in_any_case_is_the_same_key(kind: Kind, number: int) -> None:
    key = Key(kind, number)
    assert Key.parse(str(key)) == key
    assert Key.parse(f" {str(key).lower()} ") == key
    assert Key.parse(str(key).replace("-", ""), kind) == key


@pytest.mark.parametrize("text", ["", "P", "12", "P-", "P--1", "P-1x", "Z-1", "P-1.5", "P 1", "P-1 2", "P-" + "9" * 19])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is not a key"):
        Key.parse(text)


@given(st.text(max_size=10))
def test_whatever_is_typed_is_a_key_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert Key.parse(text).kind in KEY_LETTERS


def test_a_key_of_another_kind_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="Evidence E-3 is not a problem"):
        Key.parse("E-3", Kind.PROBLEM)


def test_keys_are_ordered_by_number() -> None:
    assert sorted([problem_key(10), problem_key(9), problem_key(100)]) == [problem_key(n) for n in (9, 10, 100)]
    assert str(evidence_key(381)) == "E-381"
