from datetime import date

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.past import read_past

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-02-01", date(2026, 2, 1)),
        (" today ", date(2026, 3, 31)),
        ("Yesterday", date(2026, 3, 30)),
        ("last week", date(2026, 3, 24)),
        ("30 days ago", date(2026, 3, 1)),
        ("a week ago", date(2026, 3, 24)),
        ("last month", date(2026, 2, 28)),  # February has no 31st
        ("13 months ago", date(2025, 2, 28)),
        ("last quarter", date(2025, 12, 31)),
        ("2 years ago", date(2024, 3, 31)),
        ("step 12", 12),
        ("#3", 3),
    ],
)
def test_people_name_days_and_steps_in_many_ways(text: str, meant: date | int) -> None:
    assert read_past(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-02-30", "week", "last week ago", "3 weeks", "99999 years ago", "step", "step -1", "1.2.2026"],
)
def test_what_is_no_day_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refusal, match="no day of the past") as refused:
        read_past(text, TODAY)
    assert "30 days ago" in refused.value.hint


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(Refusal, match="yet to come"):
        read_past("2026-04-01", TODAY)
