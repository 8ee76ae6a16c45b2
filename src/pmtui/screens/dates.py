"""Dates as people say them."""

from datetime import date, datetime


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def day(moment: str, now: date) -> str:
    """The day, here, of an ISO 8601 date or moment: 12 Nov; 12 Nov 2024 in another year; else as it is."""
    try:
        on = datetime.fromisoformat(moment).astimezone().date()
    except (ValueError, OverflowError):
        return moment  # a month or a year is all that is known
    words = f"{on.day} {on:%b}"
    return words if on.year == now.year else f"{words} {on.year}"


def days_ago(moment: str, now: date) -> str:
    """How long ago an ISO 8601 date or moment was, in days."""
    days = (now - date.fromisoformat(moment[:10])).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days:,} days ago"
