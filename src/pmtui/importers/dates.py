"""Dates as exports write them, as ISO 8601 with the precision they have. What is not certain is not guessed."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from pmtui.importers.month_names import month_number

UNCLEAR = "unclear"
UNREADABLE = "unreadable"
_TIME = (
    r"(?:(?:,?\s+|T)(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp])?\.?(?:[Mm]\.?)?\s*"
    r"(?P<zone>Z|(?:UTC|GMT)?(?P<offset>[+-]\d{2}:?\d{2})?(?:UTC|GMT)?)?(?:\s*\([^)]*\))?)?"
)
_WEEKDAY = r"(?:[^\W\d]{2,10}\.?,?\s+)?"
_GAP = r"[\s/-]+(?:de\s+)?"
_NAME = r"(?P<name>[^\W\d]{3,12})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_DAY_NAME_YEAR = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?{_GAP}{_NAME},?{_GAP}{_YEAR}"
_NAME_DAY_YEAR = rf"{_NAME}[\s/-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[\s/-]+{_YEAR}"
_YEAR_FIRST = r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})"
_SHAPES = tuple(
    re.compile(shape + _TIME)
    for shape in (_WEEKDAY + _DAY_NAME_YEAR, _WEEKDAY + _NAME_DAY_YEAR, _DAY_NAME_YEAR, _NAME_DAY_YEAR, _YEAR_FIRST)
)
_NUMERIC = re.compile(rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second_part>\d{{1,2}})(?P=mark){_YEAR}" + _TIME)
_STAMP = re.compile(r"\d{8}T\d{6}Z")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_ZONE = re.compile(r"Z|[+-]\d{2}:?\d{2}")
_RANGE = re.compile(r"\s*(?:→|\.\.\.?)\s*")
_LONGEST = 100
_REMEMBERED = 20_000


@dataclass(slots=True)
class DateReader:
    """Reads the dates of one column.

    day_first: the order of `3/4/2026`, or None where it is not known. utc: moments without a zone are UTC, because
    the column's name says so.
    """

    day_first: bool | None = None
    utc: bool = False
    _known: dict[str, str] = field(default_factory=dict)

    def read(self, text: str) -> str:
        """The date as `2026-05-01`, `2026-05-01T10:00:00` (no zone given) or `2026-05-01T10:00:00Z`.

        UNCLEAR when the order of its numbers is not known, UNREADABLE when it is no date. A range gives its start.
        """
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._read(text.strip())
        return found

    def _read(self, text: str) -> str:
        if len(text) > _LONGEST:
            return UNREADABLE
        text = _RANGE.split(text, maxsplit=1)[0]
        try:
            return _iso(text, self.utc) or self._by_shape(text)
        except (ValueError, OverflowError):
            return UNREADABLE

    def _by_shape(self, text: str) -> str:
        for shape in _SHAPES:
            if match := shape.fullmatch(text):
                parts = match.groupdict()
                month = month_number(parts["name"]) if "name" in parts else int(parts["month"])
                if month is not None:
                    return _compose(match, month, int(parts["day"]), self.utc)
        match = _NUMERIC.fullmatch(text)
        if match is None:
            return UNREADABLE
        first, second = int(match["first"]), int(match["second_part"])
        day_first = True if match["mark"] == "." else _order(first, second)
        if day_first is None:
            day_first = self.day_first
        if day_first is None:
            return UNCLEAR
        day, month = (first, second) if day_first else (second, first)
        return _compose(match, month, day, self.utc)


@dataclass(slots=True)
class OrderCheck:
    """Tells from all dates of a file whether the numeric ones put the day first: by parts above 12.

    open: whether there are dates that could be read in both ways.
    """

    open: bool = False
    _orders: set[bool] = field(default_factory=set)

    def see(self, text: str) -> None:
        """Take one more date into account."""
        if text[4:5] == "-":
            return
        if (match := _NUMERIC.fullmatch(text.strip())) and match["mark"] != ".":
            first, second = int(match["first"]), int(match["second_part"])
            order = _order(first, second)
            if order is None:
                self.open = True
            elif first != second:
                self._orders.add(order)

    @property
    def day_first(self) -> bool | None:
        """The order; None when nothing tells it, or when the dates contradict each other."""
        return next(iter(self._orders)) if len(self._orders) == 1 else None


def names_utc(column: str) -> bool:
    """Whether the name of a column says that its moments are UTC."""
    return "(utc)" in column.casefold()


def lacks_zone(text: str, column: str) -> bool:
    """Whether a text is a moment, with a time of day, that names no time zone; nor does its column."""
    found = DateReader(day_first=True, utc=names_utc(column)).read(text)
    return "T" in found and not found.endswith("Z")


def _order(first: int, second: int) -> bool | None:
    if first == second or first > 12:
        return True
    return False if second > 12 else None


def _iso(text: str, utc: bool) -> str:
    """ISO 8601, a compact stamp, or Unix seconds or milliseconds; "" for anything else."""
    if _EPOCH.fullmatch(text):
        return _moment(datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), UTC), utc)
    if _STAMP.fullmatch(text):
        return _moment(datetime.fromisoformat(text), utc)
    if not _ISO_DAY.match(text):
        return ""
    if len(text) == len("2026-05-01") or _DAY_ZONE.fullmatch(text[10:]):
        return datetime.fromisoformat(text[:10]).date().isoformat()
    try:
        return _moment(datetime.fromisoformat(text.removesuffix(" UTC") + ("Z" if text.endswith(" UTC") else "")), utc)
    except ValueError:
        date, time = text[:10], text[10:]
        match = re.fullmatch(_TIME, time)
        if match is None or not match["hour"]:
            raise
        year, month, day = map(int, date.split("-"))
        return _moment(datetime(year, month, day, *_clock(match), tzinfo=_zone(match)), utc)


def _compose(match: re.Match[str], month: int, day: int, utc: bool) -> str:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= 70 else 2000
    if match["hour"] is None:
        return datetime(year, month, day).date().isoformat()
    return _moment(datetime(year, month, day, *_clock(match), tzinfo=_zone(match)), utc)


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    hour = int(match["hour"])
    if half := match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return hour, int(match["minute"]), int(match["second"] or 0)


def _zone(match: re.Match[str]) -> timezone | None:
    if not match["zone"]:
        return None
    if not (offset := match["offset"]):
        return UTC
    digits = offset.replace(":", "")
    shift = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-shift if offset.startswith("-") else shift)


def _moment(moment: datetime, utc: bool) -> str:
    moment = moment.replace(microsecond=0)
    if moment.tzinfo is None:
        return moment.isoformat() + ("Z" if utc else "")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
