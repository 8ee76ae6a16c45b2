"""What stands on the roadmap beside a problem's horizon."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal

PLANNED_HORIZONS = ("now", "next")


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """A problem's place in the plan.

    solution_id: the chosen solution. pinned: 1 when a proposed plan keeps it in its horizon, with the reason.
    position: its place in its horizon.
    """

    id: int
    problem_id: int
    solution_id: int | None = None
    release_id: int | None = None
    pinned: int = 0
    pin_reason: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Dependency:
    """A problem that can't be solved before another one: needs_id."""

    id: int
    problem_id: int
    needs_id: int

    def __post_init__(self) -> None:
        if self.problem_id == self.needs_id:
            raise Refusal("A problem can't depend on itself.")


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much work fits into a horizon, in person-months. horizon: one of PLANNED_HORIZONS."""

    id: int
    horizon: str
    person_months: float

    def __post_init__(self) -> None:
        if not self.person_months >= 0:
            raise Refusal("A capacity is a number of person-months from 0 on.")
