"""What a user does with the roadmap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import parse_amount
from pmtui.domain.keys import problem_key, release_key, solution_key
from pmtui.domain.ordering import GAP
from pmtui.domain.plan import loop_through
from pmtui.domain.problem import HORIZONS
from pmtui.domain.roadmap import PLANNED_HORIZONS, Capacity, Dependency, RoadmapItem
from pmtui.domain.solution import EFFORT
from pmtui.domain.text import clean_line
from pmtui.services.problems import keys_in_words
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
        _put(uow, numbers, self.horizon, clean_line(self.reason), before)
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
            _put(uow, numbers, target, clean_line(self.reason))
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


@dataclass(frozen=True, slots=True)
class PinItems:
    """Pin problems: a proposed plan leaves them in their horizon. reason: why."""

    numbers: tuple[int, ...]
    reason: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Pin them. Raises Refusal without a reason, and for what is not in now, next or later."""
        reason = clean_line(self.reason)
        if not reason:
            raise Refusal("A pin needs a reason.", "Say why it stays there, whatever a plan says.")
        for number in self.numbers:
            horizon = uow.problems.get(number).horizon
            if horizon not in ("now", "next", "later"):
                raise Refusal(f"{problem_key(number)} is not in now, next or later.", "Put it there, then pin it.")
            keep_item(uow, evolve(item_of(uow, number), pinned=1, pin_reason=reason))
        return Outcome(f"Pinned {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class UnpinItems:
    """Take the pins of problems off."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Take them off."""
        for number in self.numbers:
            for item in uow.roadmap_items.all(problem_id=number, pinned=1):
                uow.roadmap_items.save(evolve(item, pinned=0, pin_reason=""))
        return Outcome(f"Took the pin off {keys_in_words(self.numbers)}")


@dataclass(frozen=True, slots=True)
class SetCapacity:
    """Set how much work fits into now or next, in person-months as typed; "" for unknown. By horizon."""

    texts: Mapping[str, str]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it. Raises Refusal for what is no number from 0 up."""
        words = []
        for horizon, text in self.texts.items():
            if horizon not in PLANNED_HORIZONS:
                raise Refusal(f"{horizon} has no capacity.", "Now and next have one.")
            uow.capacities.delete_where(horizon=horizon)
            if text.strip():
                amount = parse_amount(text, EFFORT)
                if not amount.is_constant:
                    raise Refusal("A capacity is one number.", "Type person-months such as 6 or 4.5.")
                uow.capacities.add(Capacity(0, horizon, amount.low))
            words.append(f"{horizon} {text.strip() or 'unknown'}")
        return Outcome(f"Capacity: {', '.join(words)}")


@dataclass(frozen=True, slots=True)
class ChooseSolution:
    """Choose the solution of a problem that is planned; None for none yet."""

    problem: int
    solution: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Choose it. Raises Refusal for a solution of another problem."""
        key = problem_key(uow.problems.get(self.problem).id)
        if self.solution is not None and uow.solutions.get(self.solution).problem_id != self.problem:
            raise Refusal(f"{solution_key(self.solution)} is not a solution of {key}.")
        keep_item(uow, evolve(item_of(uow, self.problem), solution_id=self.solution))
        if self.solution is None:
            return Outcome(f"No solution is chosen for {key}")
        return Outcome(f"Chose {solution_key(self.solution)} for {key}")


@dataclass(frozen=True, slots=True)
class AssignRelease:
    """Put problems into a release; None takes them out."""

    numbers: tuple[int, ...]
    release: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them in. Raises Refusal when the release is gone."""
        if self.release is not None:
            uow.releases.get(self.release)
        for number in self.numbers:
            uow.problems.get(number)
            keep_item(uow, evolve(item_of(uow, number), release_id=self.release))
        where = "no release" if self.release is None else str(release_key(self.release))
        return Outcome(f"Put {keys_in_words(self.numbers)} into {where}")


@dataclass(frozen=True, slots=True)
class AddNeed:
    """Say that a problem can't be solved before another one."""

    problem: int
    needs: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Say it. Raises Refusal for a loop, which it names."""
        key, other = problem_key(uow.problems.get(self.problem).id), problem_key(uow.problems.get(self.needs).id)
        kept = dependencies_of(uow)
        if self.needs in kept.get(self.problem, ()):
            return Outcome(f"{key} needs {other} already")
        dependency = Dependency(0, self.problem, self.needs)
        if loop := loop_through(self.problem, self.needs, kept):
            words = ", which needs ".join(str(problem_key(number)) for number in loop)
            raise Refusal(f"{key} can't need {other}: that closes a loop.", f"{words}.")
        uow.dependencies.add(dependency)
        return Outcome(f"{key} needs {other}")


@dataclass(frozen=True, slots=True)
class RemoveNeed:
    """Say that a problem no longer needs another one."""

    problem: int
    needs: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Say it."""
        uow.dependencies.delete_where(problem_id=self.problem, needs_id=self.needs)
        return Outcome(f"{problem_key(self.problem)} no longer needs {problem_key(self.needs)}")


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """One difference between a plan and the roadmap. before: the horizon as it was seen, which protects a newer one."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TakePlan:
    """Put problems where a proposed plan has them, as one step. reason: what is kept as the reason of each move."""

    moves: tuple[PlannedMove, ...]
    reason: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them there. Raises Refusal when one of them was moved or pinned meanwhile."""
        pinned = roadmap.pinned_items(uow.connection)
        for move in self.moves:
            if uow.problems.get(move.number).horizon != move.before or move.number in pinned:
                raise Refusal(f"{problem_key(move.number)} was moved or pinned meanwhile.", "Propose a plan again.")
        for horizon in HORIZONS:
            numbers = [move.number for move in self.moves if move.after == horizon]
            _put(uow, roadmap.items_in_order(uow.connection, numbers), horizon, clean_line(self.reason))
        return Outcome(f"Took the plan: {len(self.moves):,} moved")


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


def dependencies_of(uow: UnitOfWork) -> dict[int, frozenset[int]]:
    """What each problem needs, by problem."""
    found: dict[int, set[int]] = {}
    for problem, needed in roadmap.dependencies(uow.connection):
        found.setdefault(problem, set()).add(needed)
    return {problem: frozenset(needed) for problem, needed in found.items()}


def _put(uow: UnitOfWork, numbers: Sequence[int], horizon: str, reason: str, before: int | None = None) -> None:
    if not numbers:
        return
    if horizon:
        _place(uow, numbers, horizon, before)
    for number in numbers:
        problem = uow.problems.get(number)
        uow.problems.save(evolve(problem, horizon=horizon, horizon_reason=reason, updated_at=uow.now))
    if horizon not in ("now", "next", "later"):
        UnpinItems(tuple(numbers)).run(uow)


def _place(uow: UnitOfWork, numbers: Sequence[int], horizon: str, before: int | None = None) -> None:
    places = roadmap.places_in(uow.connection, horizon, before, numbers)
    if places is None:
        for number, place in roadmap.fresh_places(uow.connection, horizon).items():
            keep_item(uow, evolve(item_of(uow, number), position=place))
        places = roadmap.places_in(uow.connection, horizon, before, numbers) or []
    for number, place in zip(numbers, places, strict=True):
        keep_item(uow, evolve(item_of(uow, number), position=place))
