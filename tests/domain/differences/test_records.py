"""What a stakeholder is told about decisions, strategy, solutions, releases and results."""

from dataclasses import replace
from typing import Any

import pytest

from pmtui.domain.decision import Decision
from pmtui.domain.differences.whole import differences
from pmtui.domain.keys import Key, Kind
from pmtui.domain.objective import KeyResult
from pmtui.domain.portrait import Portrait
from pmtui.domain.solution import Experiment

CHOSEN = Decision(5, "Keys first", "", "", choice="The key log.\nMore words.", reason="They leave over it.")
PREDICTED = replace(CHOSEN, prediction="Half as many are lost", probability=0.7)
CHECKED = Experiment(2, 4, "A log on paper", "", "", success_limit="No key lost in two weeks")
FEWER = KeyResult(3, 1, "Keys lost a month", "", "", unit="keys", baseline=10, target=2, current=8)


def told(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, ...]]:
    found = differences(Portrait(**before), Portrait(**after))
    return [(one.group, one.key, one.title, one.what, one.why) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            {"capacities": {"now": 6.0}},
            {"capacities": {"now": 8.5}},
            ("decided", "", "Capacity of now", "from 6 to 8.5 person-months", ""),
        ),
        (
            {},
            {"capacities": {"next": 4.0}},
            ("decided", "", "Capacity of next", "from unknown to 4 person-months", ""),
        ),
        (
            {},
            {"decisions": {5: CHOSEN}},
            ("decided", "D-5", "Keys first", "The key log.", "They leave over it."),
        ),
        (
            {"decisions": {5: CHOSEN}},
            {"decisions": {5: replace(CHOSEN, choice="Safes")}},
            ("decided", "D-5", "Keys first", "Safes", "They leave over it."),
        ),
        (
            {"decisions": {5: PREDICTED}},
            {
                "decisions": {
                    5: replace(PREDICTED, outcome="did not", reviewed_on="2026-11-01", learned="Too few safes")
                }
            },
            (
                "learned",
                "D-5",
                "Keys first",
                "Half as many are lost, held likely by 70%: did not",
                "Too few safes",
            ),
        ),
        (
            {"experiments": {2: CHECKED}},
            {"experiments": {2: replace(CHECKED, outcome="passed", result="None lost")}},
            (
                "learned",
                "X-2",
                "A log on paper",
                "passed (success was to be: No key lost in two weeks): None lost",
                "",
            ),
        ),
        ({"experiments": {2: CHECKED}}, {"experiments": {2: replace(CHECKED, method="Ask")}}, None),
        (
            {"key_results": {3: FEWER}},
            {"key_results": {3: replace(FEWER, current=4)}},
            ("learned", "K-3", "Keys lost a month", "from 8 to 4 keys, grade 0.75", ""),
        ),
        (
            {"key_results": {3: FEWER}},
            {"key_results": {3: replace(FEWER, target=1)}},
            ("decided", "K-3", "Keys lost a month", "target from 2 to 1 keys", ""),
        ),
        (
            {},
            {"named": {Key(Kind.SOLUTION, 4): "A key log"}},
            ("added", "S-4", "A key log", "new solution", ""),
        ),
        (
            {"named": {Key(Kind.KEY_RESULT, 4): "Keys lost"}},
            {},
            ("dropped", "K-4", "Keys lost", "key result deleted", ""),
        ),
        (
            {"releases": {Key(Kind.RELEASE, 1): ("Spring", "2027-03-01")}},
            {"releases": {Key(Kind.RELEASE, 1): ("Spring", "")}},
            ("moved", "R-1", "Spring", "from 2027-03-01 to no date", ""),
        ),
        (
            {"strategy": {"Vision": "Clean"}},
            {"strategy": {"Vision": "Calm homes\n\nfor all"}},
            ("decided", "", "Vision", "rewritten: Calm homes", ""),
        ),
        ({"strategy": {"Vision": "Clean"}}, {}, ("decided", "", "Vision", "emptied", "")),
    ],
)
def test_a_change_is_told_in_its_group(
    before: dict[str, Any], after: dict[str, Any], expected: tuple[str, ...] | None
) -> None:
    assert told(before, after) == ([expected] if expected else [])
    assert told(after, after) == []
