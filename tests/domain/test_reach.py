"""What a sum of ranges becomes, and what over-heard means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.estimate import Amount, central_value, check_amount
from pmtui.domain.hearing import heard_in_words
from pmtui.domain.reach import reach_of
from pmtui.domain.scale import Share, read_share

REACH = RICE_CRITERIA[0]


def share(population: str, affected: str) -> Share:
    return read_share(population, affected, "", "")


def test_values_make_a_value() -> None:
    assert reach_of([share("4200", "50%"), share("1000", "10%")]) == Amount(2200, 2200)


def test_a_range_times_a_value_keeps_its_ends() -> None:
    assert reach_of([share("1000..4000", "50%")]) == Amount(500, 2000, 1000)


def test_ends_of_several_ranges_do_not_all_come_true_at_once() -> None:
    found = reach_of([share("100..400", "50%")] * 4)
    assert found is not None
    assert found.middle == 400
    assert found.low == pytest.approx(400 - math.sqrt(4 * 50**2))
    assert found.high == pytest.approx(400 + math.sqrt(4 * 100**2))


def test_what_is_unknown_adds_nothing() -> None:
    assert reach_of([share("4200", ""), share("", "50%")]) is None
    assert reach_of([share("4200", ""), share("100", "50%")]) == Amount(50, 50)
    assert reach_of([]) is None


def test_a_range_of_people_begins_at_one_or_more() -> None:
    found = reach_of([share("1..10000", "0%..100%")])
    assert found == Amount(1, 5000, 50)


populations = st.tuples(st.integers(1, 10**9), st.integers(0, 10**6)).map(lambda ends: f"{ends[0]}..{sum(ends)}")
parts = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda ends: f"{min(ends)}%..{max(ends)}%")


@given(st.lists(st.builds(share, populations, parts), min_size=1, max_size=6))
def test_it_is_always_an_estimate_of_reach_and_within_all_ends_at_once(shares: list[Share]) -> None:
    found = reach_of(shares)
    assert found is not None
    check_amount(found, REACH)
    known = [(each.population, each.affected) for each in shares if each.population and each.affected]
    assert found.low >= min(1, sum(people.low * part.low for people, part in known)) * 0.99
    assert found.high <= max(1, sum(people.high * part.high for people, part in known)) * 1.01
    assert central_value(found, REACH) == pytest.approx(sum(each.reach or 0 for each in shares), rel=1e-5, abs=0.5)


@pytest.mark.parametrize(
    ("evidence", "population", "words"),
    [
        (0.7, 0.4, "over-heard"),
        (0.5, 0.4, "in proportion"),
        (0.2, 0.4, "under-heard"),
        (0.0, 0.4, "not heard"),
        (0.0, None, "not heard"),
        (None, 0.4, ""),
        (0.4, None, ""),
        (0.4, 0.0, ""),
    ],
)
def test_a_share_of_evidence_is_held_against_the_share_of_people(
    evidence: float | None, population: float | None, words: str
) -> None:
    assert heard_in_words(evidence, population) == words
