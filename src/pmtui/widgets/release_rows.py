"""Releases on a time axis, each with the problems it groups."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.keys import problem_key, release_key
from pmtui.services.roadmap_views import ReleaseView, RoadmapRow
from pmtui.widgets.text import fit_left
from pmtui.widgets.virtual_list import VirtualList

NAMES, WIDE_NAMES, WIDE_FROM = 38, 64, 130
SHORTEST_SPAN = timedelta(days=60)
FARTHEST = timedelta(days=5 * 365)  # what is farther stands at the end of the axis
WITHOUT_RELEASE = "Planned, without a release"
MARK, TODAY = "◆", "│"
NARROWEST_MONTH = 5  # columns


class ReleaseRows(VirtualList["RoadmapRow | ReleaseView"]):
    """A line a release and a line a problem. A release stands under its number with a minus sign."""

    HEADER_HEIGHT: ClassVar[int] = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--line"}
    DEFAULT_CSS = "ReleaseRows { & > .row--line { color: $line; } }"

    def __init__(self) -> None:
        super().__init__()
        self._start = self._end = self._today = date.min
        self._widest_key = 0

    def show(self, releases: Sequence[ReleaseView], others: Sequence[int], today: date) -> None:
        """Show releases in their order, and what is planned without one."""
        found = (day for release in releases if (day := day_of(release)) is not None)
        days = [min(max(day, today - FARTHEST), today + FARTHEST) for day in found]
        self._today = today
        self._start = min([today, *days])
        self._end = max([today + SHORTEST_SPAN, *(day + timedelta(days=14) for day in days)])
        numbers = [number for release in releases for number in release.items] + [*others]
        self._widest_key = max((len(str(problem_key(number))) for number in numbers), default=0)
        entries: list[int | str] = []
        for release in releases:
            entries += [-release.id, *release.items]
        if others:
            entries += [WITHOUT_RELEASE, *others]
        self.set_entries(entries)
        self.forget()
        self.put({-release.id: release for release in releases})
        self.redraw_header()

    def header(self, width: int) -> list[Strip]:
        """The months, each where it begins."""
        names, axis = _columns(width)
        words = fit_left(" release", names) + _months(self._starts_of_months(axis), axis)
        return [Strip([Segment(words, self.style_of("row--muted"))]).adjust_cell_length(width, self.style_of("row"))]

    def _starts_of_months(self, axis: int) -> list[tuple[int, date]]:
        """Each month of the axis with its place; the one that has begun before it stands at its start."""
        months = [self._start.replace(day=1)]
        while (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= self._end:
            months.append(following)
        return [(self._place(month, axis), month) for month in months]

    def row(self, number: int, item: "RoadmapRow | ReleaseView | None", width: int, highlighted: bool) -> list[Strip]:
        """A release with its day and its checklist, or a problem under it."""
        names, axis = _columns(width)
        selected = number in self.selected
        mark = "✓" if selected else "▌" if highlighted else " "
        segments = [Segment(mark, self.style_of("row--success" if selected else "row--accent", highlighted))]
        if isinstance(item, ReleaseView):
            key = f"{release_key(item.id)} "
            done = f" {item.done}/{len(item.checklist)} " if item.checklist else " "
            segments += [
                Segment(key, self.style_of("row--key", highlighted)),
                Segment(
                    fit_left(item.name, max(1, names - 1 - len(key) - len(done))),
                    self.style_of("row--heading", highlighted),
                ),
                Segment(done, self.style_of("row--success" if _is_ready(item) else "row--muted", highlighted)),
                *self._axis(item, axis, highlighted),
            ]
        else:
            key = f"   {problem_key(number)!s:<{self._widest_key}} "
            segments.append(Segment(key, self.style_of("row--key", highlighted)))
            if item is not None:
                pin = "● " if item.pinned else ""
                effort = f"{item.effort} pm" if item.effort else "no effort"
                room = max(1, names - 2 - len(key) - len(pin))
                segments += [
                    Segment(pin, self.style_of("row--warning", highlighted)),
                    Segment(fit_left(item.title, room) + " ", self.style_of("row", highlighted)),
                    Segment(
                        fit_left(f"{item.horizon or 'not planned'} · {effort}", axis),
                        self.style_of("row--muted", highlighted),
                    ),
                ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]

    def _axis(self, release: ReleaseView, axis: int, highlighted: bool) -> list[Segment]:
        # The colour of lines is hardly seen on the colour of the cursor.
        muted = self.style_of("row--muted" if highlighted else "row--line", highlighted)
        strong = self.style_of("row--accent", highlighted)
        day = day_of(release)
        if not axis or day is None:
            words = fit_left(f"{release.release_on or 'no day yet'}", axis)
            return [Segment(words, self.style_of("row--muted", highlighted))]
        place = min(self._place(day, axis), axis - 1)
        today = min(self._place(self._today, axis), axis - 1)
        line = ["╌"] * place
        if today < place:
            line[today] = TODAY
        label = f" {day.day} {day:%b}" + (f" {day.year}" if day.year != self._today.year else "")
        before = ""
        if place + 1 + len(label) > axis and len(label) + 1 < place:
            del line[place - len(label) - 1 :]
            before, label = f"{label} ", ""
        late = day < self._today and not _is_ready(release)
        return [
            Segment("".join(line), muted),
            Segment(before, strong),
            Segment(MARK, self.style_of("row--warning" if late else "row--accent", highlighted)),
            Segment(fit_left(label, axis - place - 1), strong),
        ]

    def _place(self, day: date, axis: int) -> int:
        day = min(max(day, self._start), self._end)
        return (day - self._start).days * (axis - 1) // max(1, (self._end - self._start).days)


def day_of(release: ReleaseView) -> date | None:
    """The day of a release, or None without one that can be read."""
    try:
        return date.fromisoformat(release.release_on[:10])
    except ValueError:
        return None


def _months(starts: Sequence[tuple[int, date]], axis: int) -> str:
    """A line of so many columns with the months at their places, the year with the first and each January.

    A year that would take the room of the next month is left out; a month that has begun before the axis and has no
    room gives way to the next. Where months are too narrow for their names, years stand where they begin.
    """
    if axis < len(starts) * NARROWEST_MONTH:
        years = [(place, f"{month:%Y}") for place, month in starts if month.month == 1]
        return _labelled(years, axis)
    labels: list[tuple[int, str]] = []
    ends = [place for place, _ in starts[1:]] + [axis + 1]
    for (place, month), end in zip(starts, ends, strict=True):
        short, long = f"{month:%b}", f"{month:%b %Y}"
        says_year = month.month == 1 or not labels
        if place + len(short) < end:
            labels.append((place, long if says_year and place + len(long) < end else short))
    return _labelled(labels, axis)


def _labelled(labels: Sequence[tuple[int, str]], axis: int) -> str:
    line = ""
    for place, label in labels:
        if place + len(label) <= axis and (not line or place > len(line)):
            line = line.ljust(place) + label
    return line.ljust(axis)


def _is_ready(release: ReleaseView) -> bool:
    return bool(release.checklist) and release.done == len(release.checklist)


def _columns(width: int) -> tuple[int, int]:
    names = WIDE_NAMES if width >= WIDE_FROM else min(NAMES, width * 2 // 3)
    return names, max(0, width - names)
