"""Who is heard is told by shares, and shares that are known add up to the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.bias import hearings

NUMBERS = st.integers(1, 20)
EVIDENCE = st.dictionaries(NUMBERS, st.integers(1, 1000))
PEOPLE = st.dictionaries(NUMBERS, st.one_of(st.none(), st.floats(0.5, 1e9)))


@given(EVIDENCE, PEOPLE)
def test_shares_that_are_known_add_up_to_one(evidence: dict[int, int], people: dict[int, float | None]) -> None:
    found = hearings(evidence, people)
    for shares in ([one.evidence_share for one in found], [one.population_share for one in found]):
        known = [share for share in shares if share is not None]
        assert sum(known) == pytest.approx(1) if known else True
    assert {one.persona for one in found} == people.keys()


@given(EVIDENCE, PEOPLE)
def test_nobody_is_under_heard_unless_somebody_is_heard_more(
    evidence: dict[int, int], people: dict[int, float | None]
) -> None:
    found = hearings(evidence, people)
    for one in found:
        if one.in_words == "not heard":
            assert one.evidence == 0
        if one.in_words in ("over-heard", "under-heard", "in proportion"):
            assert one.evidence_share
            assert one.population_share


def test_those_of_most_people_come_first_and_unknown_ones_last() -> None:
    found = hearings({1: 8, 2: 1, 3: 1}, {1: 10.0, 2: 30.0, 3: None, 4: 60.0})
    assert [(one.persona, one.in_words) for one in found] == [
        (4, "not heard"),
        (2, "under-heard"),
        (1, "over-heard"),
        (3, ""),
    ]


def test_without_evidence_nobody_is_heard() -> None:
    assert [one.in_words for one in hearings({}, {1: 5.0})] == ["not heard"]
