"""How much work fits, and taking a proposed plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import parse_amount
from pmtui.domain.keys import problem_key
from pmtui.domain.problem import HORIZONS
from pmtui.domain.roadmap import PLANNED_HORIZONS, Capacity
from pmtui.domain.solution import EFFORT
from pmtui.domain.text import clean_line
from pmtui.services.roadmap import put_in_horizon
from pmtui.store.queries import roadmap
from pmtui.store.unit_of_work import UnitOfWork


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
            put_in_horizon(uow, roadmap.items_in_order(uow.connection, numbers), horizon, clean_line(self.reason))
        return Outcome(f"Took the plan: {len(self.moves):,} moved")
