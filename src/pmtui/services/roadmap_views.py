"""What is shown of the roadmap: frozen values ready to be shown or printed."""

from dataclasses import dataclass, field

from pmtui.domain.estimate import Amount
from pmtui.domain.release import LAUNCH_AREAS
from pmtui.services.board_views import BoardView, CardRow, LaneView

HORIZON_NAMES = {"now": "Now", "next": "Next", "later": "Later", "declined": "Declined"}


@dataclass(frozen=True, slots=True)
class Load:
    """The work in a horizon.

    efforts: what is certain in one sum, and each range, in person-months. unknown: how many have no effort. used: the
    central efforts together. capacity: None while unknown; left_over: what now leaves for next.
    """

    efforts: tuple[Amount, ...]
    used: float
    unknown: int
    capacity: float | None
    left_over: float = 0.0

    @property
    def room(self) -> float | None:
        """The capacity with what is left over, or None while it is unknown."""
        return None if self.capacity is None else max(0.0, self.capacity + self.left_over)

    @property
    def is_over(self) -> bool:
        """Whether the work is more than the room."""
        return self.room is not None and self.used > self.room * (1 + 1e-9)


@dataclass(frozen=True, slots=True)
class HorizonView(LaneView):
    """A horizon as a lane. load: None where there is no capacity to speak of."""

    load: Load | None = None


@dataclass(frozen=True, slots=True)
class RoadmapView(BoardView):
    """The horizons from left to right."""


@dataclass(frozen=True, slots=True)
class RoadmapRow(CardRow):
    """A problem on the roadmap. value: what a plan adds up; effort: as people read it; both empty while unknown.

    solution, release: number and name, or None. pin_reason: why it is pinned, "" when it is not. needs: what it
    can't be solved before.
    """

    horizon: str = ""
    horizon_reason: str = ""
    value: float | None = None
    effort: str = ""
    effort_months: float | None = None
    solution: tuple[int, str] | None = None
    release: tuple[int, str] | None = None
    pinned: bool = False
    pin_reason: str = ""
    needs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LaunchLine:
    """One line of a launch checklist."""

    id: int
    area: str
    title: str
    done: bool


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A release with what it groups (numbers of problems, in order) and its launch checklist, by area."""

    id: int
    name: str
    release_on: str
    launch_tier: str
    notes: str
    items: tuple[int, ...] = ()
    checklist: tuple[LaunchLine, ...] = field(default_factory=tuple)

    @property
    def done(self) -> int:
        """How many lines of the checklist are done."""
        return sum(line.done for line in self.checklist)

    def lines_of(self, area: str) -> tuple[LaunchLine, ...]:
        """The lines of one area."""
        return tuple(line for line in self.checklist if line.area == area)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas in their order, and after them what another program wrote."""
        return tuple(dict.fromkeys((*LAUNCH_AREAS, *(line.area for line in self.checklist))))
