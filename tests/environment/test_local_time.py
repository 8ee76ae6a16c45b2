"""Moments are kept in UTC and said on the clock of the place."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from pmtui.environment.local_time import local_day, local_moment, local_zone


@pytest.fixture(autouse=True)
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "EST5EDT")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_is_said_on_the_clock_here() -> None:
    assert local_moment("2026-01-10T02:30:00Z") == "2026-01-09 21:30"
    assert local_moment("2026-07-10T02:30:00Z") == "2026-07-09 22:30"
    assert local_zone() in ("EST", "EDT")


def test_a_day_stays_the_day_it_is() -> None:
    assert local_day("2026-01-10") == date(2026, 1, 10)
    assert local_day("2026-01-10T02:30:00Z") == date(2026, 1, 9)


@pytest.mark.parametrize("text", ["yesterday", "", "2026-13-40T00:00:00Z"])
def test_what_is_no_moment_stays_as_it_is(text: str) -> None:
    assert local_moment(text) == text
