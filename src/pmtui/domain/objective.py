"""Objectives and the key results that tell whether they are reached."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

PILLARS = ("product design", "production", "go-to-market", "funding")
GOOD = (0.6, 0.7)
"""The grades that say a goal was set well: more means that it was not ambitious enough."""


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective. notes: Markdown. pillar: one of PILLARS or "". position: its place on the page."""

    id: int
    title: str
    created_at: str
    updated_at: str
    notes: str = ""
    pillar: str = ""
    position: int = 0

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("An objective needs a title.", "Say in one line what is to be reached.")
        one_of(self.pillar, PILLARS, "pillar")


@dataclass(frozen=True, slots=True)
class KeyResult:
    """One measure of an objective. baseline, target, current: in its unit, None while unknown."""

    id: int
    objective_id: int
    title: str
    created_at: str
    updated_at: str
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    current: float | None = None
    position: int = 0

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("A key result needs a title.", "Say what is measured.")
        if self.baseline is not None and self.baseline == self.target:
            raise Refusal(
                "The target is where it stands already.", "Say where it starts and where it is to get: they differ."
            )

    @property
    def grade(self) -> float | None:
        """How far it got; None while one of its values is unknown."""
        if self.baseline is None or self.target is None or self.current is None:
            return None
        return grade_of(self.baseline, self.target, self.current)


def grade_of(baseline: float, target: float, current: float) -> float | None:
    """The part of the way from baseline to target that is done, 0 to 1, also where less is better.

    None where there is no way to go, or a number that can't be counted with.
    """
    # Halves, so that the way between two very large numbers is still a number.
    way, done = target / 2 - baseline / 2, current / 2 - baseline / 2
    if not way or not math.isfinite(way) or not math.isfinite(done):
        return None
    return max(0.0, min(1.0, done / way))


def mean_grade(grades: Iterable[float | None]) -> float | None:
    """The grade of an objective: the mean of those of its key results that are known; None without any."""
    known = [grade for grade in grades if grade is not None]
    return sum(known) / len(known) if known else None


def grade_in_words(grade: float | None) -> str:
    """What a grade says of the goal, judged as it is shown: to two decimals."""
    if grade is None:
        return "not graded yet"
    shown = round(grade, 2)
    if shown < GOOD[0]:
        return f"short of {GOOD[0]:g}"
    return "good" if shown <= GOOD[1] else "not ambitious enough"


def read_figure(text: str, name: str) -> float | None:
    """A number of a key result as people type it: 1,200 or 4.5 or 61%; None for nothing. Raises Refusal."""
    bare = text.strip().removesuffix("%").replace(",", "").strip()
    if not text.strip():
        return None
    try:
        value = float(bare)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Refusal(f"{name.capitalize()}: “{text.strip()}” is not a number.", "Type one such as 1,200 or 4.5.")
    return value


def show_figure(value: float | None) -> str:
    """A number of a key result as it can be typed again, to the last digit; "" for none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == round(value) and abs(value) < 1e15 else repr(value)
