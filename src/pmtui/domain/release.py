"""Named deliveries, and what has to be done before each."""

from dataclasses import dataclass
from datetime import date

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal
from pmtui.domain.launch import LAUNCH_TIERS

LAUNCH_AREAS = ("development", "marketing", "sales")


@dataclass(frozen=True, slots=True)
class Release:
    """A named delivery that groups roadmap items. release_on: ISO date or "". notes: Markdown.

    launch_tier: one of LAUNCH_TIERS or "".
    """

    id: int
    name: str
    created_at: str
    updated_at: str
    release_on: str = ""
    notes: str = ""
    launch_tier: str = ""
    position: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A release needs a name.", "Name it as people will say it, such as Spring launch.")
        one_of(self.launch_tier, tuple(LAUNCH_TIERS), "launch tier")
        if self.release_on:
            try:
                date.fromisoformat(self.release_on)
            except ValueError:
                raise Refusal(f"“{self.release_on}” is not a day.", "Write it as 2027-01-15.") from None


@dataclass(frozen=True, slots=True)
class LaunchItem:
    """One line of a release's launch checklist. area: one of LAUNCH_AREAS. done: 1 or 0."""

    id: int
    release_id: int
    area: str
    title: str
    done: int = 0
    position: int = 0

    def __post_init__(self) -> None:
        one_of(self.area, LAUNCH_AREAS, "part of the launch checklist")
        if not self.title.strip():
            raise Refusal("A line of the launch checklist needs words.", "Say what has to be done.")
