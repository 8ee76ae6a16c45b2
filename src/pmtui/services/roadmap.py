"""Where problems stand on the roadmap: moving them between horizons and in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import keys_in_words, problem_key
from pmtui.domain.ordering import GAP
from pmtui.domain.problem import HORIZONS
from pmtui.domain.roadmap import RoadmapItem
from pmtui.domain.text import clean_line
from pmtui.store.queries import roadmap
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PutInHorizon:
    """Put problems into a horizon, right before one of it, else at its end; "" takes them off the roadmap."""

    numbers: tuple[int, ...]
    horizon: str
    reason: str = ""
    before: int | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them there. Raises Refusal for an unknown horizon, or a declined problem without a reason."""
        numbers = roadmap.items_in_order(uow.connection, self.numbers)
        for number in self.numbers:
            uow.problems.get(number)
        before = self.before if self.before not in numbers else None
        if before is not None and uow.problems.get(before).horizon != self.horizon:
            raise Refusal(
                f"{problem_key(before)} is no longer in {self.horizon}.", "Look where it stands now, then move again."
            )
        put_in_horizon(uow, numbers, self.horizon, clean_line(self.reason), before)
        names = keys_in_words(self.numbers)
        if not self.horizon:
            return Outcome(f"Took {names} off the roadmap")
        return Outcome(f"Declined {names}" if self.horizon == "declined" else f"Moved {names} to {self.horizon}")


@dataclass(frozen=True, slots=True)
class ShiftHorizons:
    """Move problems by so many horizons to the right (step 1) or left (step -1). reason: why, where one is declined."""

    numbers: tuple[int, ...]
    step: int
    reason: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move them. Raises Refusal at the edge of the roadmap, and without a reason for what is declined."""
        targets: dict[str, list[int]] = {}
        for number in roadmap.items_in_order(uow.connection, self.numbers):
            horizon = uow.problems.get(number).horizon
            place = HORIZONS.index(horizon) + self.step if horizon in HORIZONS else -1
            if not 0 <= place < len(HORIZONS):
                side = "right" if self.step > 0 else "left"
                raise Refusal(f"{problem_key(number)} can't move further {side}.")
            targets.setdefault(HORIZONS[place], []).append(number)
        for target, numbers in targets.items():
            put_in_horizon(uow, numbers, target, clean_line(self.reason))
        where = next(iter(targets)) if len(targets) == 1 else f"{len(targets)} horizons"
        return Outcome(f"Moved {keys_in_words(self.numbers)} to {where}")


@dataclass(frozen=True, slots=True)
class OrderItems:
    """Move problems one place up (step -1) or down (step 1) in their horizons."""

    numbers: tuple[int, ...]
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move them; those at the end of their horizon stay."""
        for number in self.numbers:
            uow.problems.get(number)
        numbers = roadmap.items_in_order(uow.connection, self.numbers)
        staying: set[int] = set()
        # The one that goes ahead moves first, so that the next one finds it gone.
        for number in reversed(numbers) if self.step > 0 else numbers:
            passed = roadmap.neighbour(uow.connection, number, self.step)
            if passed is None or passed in staying:
                staying.add(number)
            else:
                before = passed if self.step < 0 else roadmap.neighbour(uow.connection, passed, 1)
                _place(uow, [number], uow.problems.get(number).horizon, before)
        way = "down" if self.step > 0 else "up"
        if len(staying) == len(numbers):
            return Outcome(f"{keys_in_words(self.numbers)} can't go further {way}")
        return Outcome(f"Moved {keys_in_words(self.numbers)} {way}")


def item_of(uow: UnitOfWork, problem: int) -> RoadmapItem:
    """What the roadmap holds of a problem; a new one where it holds nothing yet."""
    found = uow.roadmap_items.all(problem_id=problem)
    return found[0] if found else RoadmapItem(0, problem, position=problem * GAP)


def keep_item(uow: UnitOfWork, item: RoadmapItem) -> None:
    """Keep what the roadmap holds of a problem."""
    if item.id:
        uow.roadmap_items.save(item)
    else:
        uow.roadmap_items.add(item)


def leave_roadmap(uow: UnitOfWork, problem: int) -> None:
    """Remove what the roadmap holds of a problem, and the dependencies on it."""
    uow.roadmap_items.delete_where(problem_id=problem)
    uow.dependencies.delete_where(problem_id=problem)
    uow.dependencies.delete_where(needs_id=problem)


def take_pin_off(uow: UnitOfWork, problem: int) -> None:
    """Let plans move a problem again."""
    for item in uow.roadmap_items.all(problem_id=problem, pinned=1):
        uow.roadmap_items.save(evolve(item, pinned=0, pin_reason=""))


def put_in_horizon(
    uow: UnitOfWork, numbers: Sequence[int], horizon: str, reason: str, before: int | None = None
) -> None:
    """Put problems into a horizon, right before one of it, else at its end; what is declined is pinned no longer."""
    if not numbers:
        return
    if horizon:
        _place(uow, numbers, horizon, before)
    for number in numbers:
        problem = uow.problems.get(number)
        uow.problems.save(evolve(problem, horizon=horizon, horizon_reason=reason, updated_at=uow.now))
    if horizon not in ("now", "next", "later"):
        for number in numbers:
            take_pin_off(uow, number)


def _place(uow: UnitOfWork, numbers: Sequence[int], horizon: str, before: int | None = None) -> None:
    places = roadmap.places_in(uow.connection, horizon, before, numbers)
    if places is None:
        for number, place in roadmap.fresh_places(uow.connection, horizon).items():
            keep_item(uow, evolve(item_of(uow, number), position=place))
        places = roadmap.places_in(uow.connection, horizon, before, numbers) or []
    for number, place in zip(numbers, places, strict=True):
        keep_item(uow, evolve(item_of(uow, number), position=place))
