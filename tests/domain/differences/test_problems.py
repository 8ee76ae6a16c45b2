"""What a stakeholder is told about problems."""

from dataclasses import replace
from typing import Any

import pytest

from pmtui.domain.differences.difference import Difference
from pmtui.domain.differences.whole import differences
from pmtui.domain.portrait import Portrait, ProblemState

KEYS = ProblemState("Keys get lost", "Solving", "next", score=100.0, rank=2, evidence=frozenset({1, 2}))


def told(before: dict[int, ProblemState], after: dict[int, ProblemState], **others: Any) -> list[tuple[str, str, str]]:
    old, new = Portrait("RICE v1", problems=before), Portrait("RICE v1", problems=after, **others)
    return [(one.group, one.what, one.why) for one in differences(old, new)]


def changed(**fields: Any) -> list[tuple[str, str, str]]:
    return told({1: KEYS}, {1: replace(KEYS, **fields)})


def test_nothing_changed_tells_nothing() -> None:
    assert changed() == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"horizon": "now"}, ("moved", "from next to now", "")),
        ({"horizon": "now", "horizon_reason": "two left over it"}, ("moved", "from next to now", "two left over it")),
        ({"horizon": ""}, ("moved", "from next to no horizon", "")),
        ({"lane": "Building"}, ("moved", "from Solving to Building on the board", "")),
        ({"rank": 1}, ("moved", "from #2 to #1 in the ranking", "")),
        ({"rank": 9}, ("moved", "from #2 to #9 in the ranking", "")),
        ({"rank": 3}, None),
        ({"release": "Spring"}, ("moved", "into the release Spring", "")),
        ({"solution": "A key log"}, ("decided", "to be solved by A key log", "")),
        ({"pinned": "promised"}, ("decided", "pinned to its horizon", "promised")),
        ({"needs": frozenset({7})}, ("decided", "needs P-7 first", "")),
        ({"evidence": frozenset({1})}, ("learned", "1 piece of evidence taken off", "")),
        ({"title": "Bunches of keys"}, None),
        ({"horizon_reason": "other words"}, None),
    ],
)
def test_a_change_is_told_in_its_group(fields: dict[str, Any], expected: tuple[str, str, str] | None) -> None:
    assert changed(**fields) == ([expected] if expected else [])


def test_a_declined_problem_is_dropped_with_the_reason() -> None:
    declined = replace(KEYS, horizon="declined", horizon_reason="too few", is_open=False, score=None, rank=None)
    assert told({1: KEYS}, {1: declined}) == [("dropped", "declined (Solving, next, #2)", "too few")]
    assert told({1: declined}, {1: KEYS}) == [("added", "taken up again (Solving, next, #2)", "")]
    assert told({}, {1: declined}) == [("dropped", "came in and was declined", "too few")]


def test_problems_come_and_go() -> None:
    assert told({}, {1: KEYS}) == [("added", "new (Solving, next, #2), with 2 pieces of evidence", "")]
    assert told({1: KEYS}, {}) == [("dropped", "deleted (Solving, next, #2)", "")]


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [(1, 2, True), (5, 6, True), (9, 1, True), (3, 4, False), (6, 7, False), (3, 3, False)],
)
def test_the_first_place_and_the_bound_of_the_first_places_are_told(old: int, new: int, is_told: bool) -> None:
    found = told({1: replace(KEYS, rank=old)}, {1: replace(KEYS, rank=new)})
    assert found == ([("moved", f"from #{old} to #{new} in the ranking", "")] if is_told else [])


def test_among_the_first_what_moved_by_its_own_score_is_told() -> None:
    groups = [group for group, *_ in told({1: replace(KEYS, rank=4)}, {1: replace(KEYS, rank=3, score=150.0)})]
    assert groups == ["moved", "rescored"]


def test_new_evidence_is_told_with_its_beginning_the_first_of_many() -> None:
    pieces = {number: f"words {number}" for number in range(10)}
    more = replace(KEYS, evidence=frozenset({1, 2, 3}))
    [(group, what, _)] = told({1: KEYS}, {1: more}, pieces=pieces)
    assert (group, what) == ("learned", "1 piece of evidence connected: E-3 “words 3”")
    [(_, what, _)] = told({1: KEYS}, {1: replace(KEYS, evidence=frozenset(range(1, 8)))}, pieces=pieces)
    assert what == "5 pieces of evidence connected: E-3 “words 3” and 4 more"


def test_what_is_no_longer_needed_is_told() -> None:
    assert told({1: replace(KEYS, needs=frozenset({7}))}, {1: KEYS}) == [("decided", "no longer needs P-7 first", "")]


def test_groups_stand_in_the_order_in_which_people_ask_then_by_number() -> None:
    before = {2: KEYS, 3: KEYS}
    after = {1: KEYS, 3: replace(KEYS, horizon="now", solution="A key log"), 4: KEYS}
    found = differences(Portrait(problems=before), Portrait(problems=after))
    assert [(one.group, one.key) for one in found] == [
        ("added", "P-1"),
        ("added", "P-4"),
        ("dropped", "P-2"),
        ("moved", "P-3"),
        ("decided", "P-3"),
    ]
    assert found[0] == Difference("added", "P-1", "Keys get lost", "new (Solving, next, #2), with 2 pieces of evidence")
