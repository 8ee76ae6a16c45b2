"""Objectives and the key results that tell whether they are reached."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

PILLARS = ("product design", "production", "go-to-market", "funding")


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
