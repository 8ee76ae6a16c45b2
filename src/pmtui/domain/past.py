"""Points of the past as people name them: a day, how long ago, or a step of the history."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pmtui.domain.errors import Refusal

EXAMPLES = "2026-10-01, yesterday, last week, 30 days ago, step 12"
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_STEP = re.compile(r"(?:step|#)\s*([0-9]{1,15})")
_AGO = re.compile(r"([0-9]{1,5}|an?|last)\s+(day|week|month|quarter|year)s?(\s+ago)?")


@dataclass(frozen=True, slots=True)
class Past:
    """A point of the past. step: the last one that was done by then, 0 for none; at: its end, ISO 8601 in UTC.

    words: how people name it, such as “2026-10-01” or “step 12”.
    """

    step: int
    at: str
    words: str


def past_refusal(past: Past) -> Refusal:
    """Why nothing can be changed while the past is looked at."""
    return Refusal("The past can't be changed.", f"This is as of {past.words}; esc goes back to today.")


def read_past(text: str, today: date) -> date | int:
    """A day, or the number of a step, from what people type. Raises Refusal for what is neither, or is to come."""
    words = " ".join(text.casefold().split())
    if step := _STEP.fullmatch(words):
        return int(step[1])
    day = _day(words, today)
    if day is None:
        raise Refusal(f"“{text.strip()}” is no day of the past.", f"Type one like these: {EXAMPLES}.")
    if day > today:
        raise Refusal(f"{day} is yet to come.", f"Today is {today}.")
    return day


def _day(words: str, today: date) -> date | None:
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    try:
        if ago := _AGO.fullmatch(words):
            number, unit, is_ago = ago.groups()
            if (number == "last") == bool(is_ago):
                return None
            count = int(number) if number.isdigit() else 1
            if unit in _DAYS:
                return today - timedelta(days=count * _DAYS[unit])
            return _months_before(today, count * _MONTHS[unit])
        return date.fromisoformat(words)
    except (ValueError, OverflowError):
        return None


def _months_before(today: date, count: int) -> date:
    """The same day of an earlier month, or the last one it has."""
    from calendar import monthrange  # loaded with the app otherwise, which seldom needs it

    year, month = divmod(today.year * 12 + today.month - 1 - count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
