"""Moments on the clock of this place. They are kept in UTC; people read them as their own clock says them."""

from datetime import date, datetime


def local_moment(moment: str) -> str:
    """An ISO 8601 moment in UTC on the clock here: 2026-11-23 14:05. What is no moment stays as it is."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return moment


def local_day(moment: str) -> date:
    """The day here of an ISO 8601 date or moment. Raises ValueError for what is neither."""
    return datetime.fromisoformat(moment).astimezone().date()


def local_zone() -> str:
    """What the clock here is called: CET."""
    return datetime.now().astimezone().tzname() or "local time"
