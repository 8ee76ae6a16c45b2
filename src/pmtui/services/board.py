"""What a user does on a board."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.board import Lane, LaneChange, check_room
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import problem_key
from pmtui.domain.text import clean_line
from pmtui.store.queries import board
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class MoveCards:
    """Move cards into a lane: right above a card of it, at its end, or (without either) to its top."""

    numbers: tuple[int, ...]
    lane: int
    above: int | None = None
    to_end: bool = False

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move them. Raises Refusal when the lane is full and strict, or a card or the lane is gone."""
        lane = uow.lanes.get(self.lane)
        cards = tuple(board.cards_in_order(uow.connection, self.numbers))
        for number in self.numbers:
            uow.problems.get(number)
        above = self.above if self.above not in cards else None
        if above is not None and uow.problems.get(above).lane_id != lane.id:
            raise Refusal(
                f"{problem_key(above)} is no longer in {lane.name}.", "Look where it stands now, then move again."
            )
        if above is None and not self.to_end:
            above = board.top_card(uow.connection, lane.id, cards)
        notice = _put(uow, cards, lane, above)
        return Outcome(f"Moved {_cards(cards)} to {lane.name}", notice)


@dataclass(frozen=True, slots=True)
class ShiftCards:
    """Move cards by so many lanes to the right (step 1) or left (step -1), to the top of the lane there."""

    numbers: tuple[int, ...]
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move them. Raises Refusal at the edge of the board or when a lane is full and strict."""
        targets: dict[int, list[int]] = {}
        for number in board.cards_in_order(uow.connection, self.numbers):
            here = uow.lanes.get(uow.problems.get(number).lane_id)
            lanes = uow.lanes.all(order="position", board_id=here.board_id)
            place = [lane.id for lane in lanes].index(here.id) + self.step
            if not 0 <= place < len(lanes):
                side, end = ("right", "last") if self.step > 0 else ("left", "first")
                raise Refusal(f"{problem_key(number)} can't move further {side}.", f"{here.name} is the {end} lane.")
            targets.setdefault(lanes[place].id, []).append(number)
        notices, names = [], []
        # From the far side, so that a lane is left before it is entered.
        for target, cards in reversed(targets.items()) if self.step > 0 else targets.items():
            lane = uow.lanes.get(target)
            notices.append(_put(uow, tuple(cards), lane, board.top_card(uow.connection, target, cards)))
            names.append(lane.name)
        where = names[0] if len(names) == 1 else f"{len(names)} lanes"
        return Outcome(f"Moved {_cards(self.numbers)} to {where}", "; ".join(filter(None, notices)))


@dataclass(frozen=True, slots=True)
class OrderCards:
    """Move cards one place up (step -1) or down (step 1) in their lanes. They keep their order among themselves."""

    numbers: tuple[int, ...]
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move them; those at the end of their lane stay. Raises Refusal when a card is gone."""
        for number in self.numbers:
            uow.problems.get(number)
        cards = board.cards_in_order(uow.connection, self.numbers)
        staying: set[int] = set()
        # The one that goes ahead moves first, so that the next one finds it gone.
        for number in reversed(cards) if self.step > 0 else cards:
            passed = board.neighbour(uow.connection, number, self.step)
            if passed is None or passed in staying:
                staying.add(number)
            else:
                _pass(uow, number, passed, self.step)
        if len(staying) == len(cards):
            end = "end" if self.step > 0 else "top"
            return Outcome(f"{_cards(cards)} can't go further: this is the {end} of the lane")
        return Outcome(f"Moved {_cards(cards)} {'down' if self.step > 0 else 'up'}")


@dataclass(frozen=True, slots=True)
class EditLane:
    """Change a lane's name, phase, WIP limit (None: no limit) or strictness."""

    number: int
    name: str
    phase: str
    wip_limit: int | None
    strict: bool

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal for an empty name, an unknown phase or a limit below 1."""
        lane = uow.lanes.get(self.number)
        changed = evolve(
            lane, name=clean_line(self.name), phase=self.phase, wip_limit=self.wip_limit, strict=int(self.strict)
        )
        _check_name(uow, changed)
        uow.lanes.save(changed)
        return Outcome(f"Edited lane {changed.name}")


@dataclass(frozen=True, slots=True)
class SetLaneLimit:
    """Set or lift (None) the WIP limit of a lane."""

    number: int
    wip_limit: int | None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it. Raises Refusal for a limit below 1."""
        lane = uow.lanes.get(self.number)
        uow.lanes.save(evolve(lane, wip_limit=self.wip_limit))
        return Outcome(f"{lane.name}: " + (f"limit {self.wip_limit}" if self.wip_limit else "no limit"))


@dataclass(frozen=True, slots=True)
class AddLane:
    """Add a lane at the right end of a board."""

    board: int
    name: str
    phase: str = "waiting"
    wip_limit: int | None = None
    strict: bool = False

    def run(self, uow: UnitOfWork) -> Outcome:
        """Add it. Raises Refusal for an empty name or one that is taken, an unknown phase or a limit below 1."""
        lanes = uow.lanes.all(order="position", board_id=uow.boards.get(self.board).id)
        position = lanes[-1].position + 1 if lanes else 0
        lane = Lane(
            0,
            self.board,
            clean_line(self.name),
            position,
            self.phase,
            wip_limit=self.wip_limit,
            strict=int(self.strict),
        )
        _check_name(uow, lane)
        return Outcome(f"Added lane {lane.name}", created=uow.lanes.add(lane))


@dataclass(frozen=True, slots=True)
class ShiftLane:
    """Move a lane one place to the right (step 1) or left (step -1)."""

    number: int
    step: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it. At the edge of the board nothing happens."""
        lane = uow.lanes.get(self.number)
        lanes = uow.lanes.all(order="position", board_id=lane.board_id)
        place = [other.id for other in lanes].index(lane.id)
        target = min(max(place + self.step, 0), len(lanes) - 1)
        lanes.insert(target, lanes.pop(place))
        for position, other in enumerate(lanes):
            uow.lanes.save(evolve(other, position=position))
        return Outcome(f"Moved lane {lane.name}")


@dataclass(frozen=True, slots=True)
class DeleteLane:
    """Delete an empty lane."""

    number: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal while it holds cards or is the last one, or is part of a card's history."""
        lane = uow.lanes.get(self.number)
        cards = board.count_cards(uow.connection, lane.id)
        if cards:
            raise Refusal(f"{lane.name} still holds {cards} cards.", "Move them to another lane first.")
        if len(uow.lanes.all(board_id=lane.board_id)) == 1:
            raise Refusal("A board needs a lane.", "Add another one first.")
        if board.has_history(uow.connection, lane.id):
            raise Refusal(
                f"Cards have passed through {lane.name}, and their history is kept.",
                "Rename it instead.",
            )
        uow.lanes.delete((lane.id,))
        return Outcome(f"Deleted lane {lane.name}")


def enter_lane(uow: UnitOfWork, card: int, left: int | None, entered: int) -> None:
    """Keep that a card entered a lane, with the time."""
    uow.lane_changes.add(LaneChange(0, card, left, entered, uow.now))


def _put(uow: UnitOfWork, cards: Sequence[int], lane: Lane, above: int | None) -> str:
    entering = [number for number in cards if uow.problems.get(number).lane_id != lane.id]
    notice = check_room(lane, board.count_cards(uow.connection, lane.id), len(entering)) if entering else ""
    places = board.make_room(uow.connection, lane.id, above, cards)
    for number, place in zip(cards, places, strict=True):
        card = uow.problems.get(number)
        uow.problems.save(evolve(card, lane_id=lane.id, position=place))
        if card.lane_id != lane.id:
            enter_lane(uow, number, card.lane_id, lane.id)
    return notice


def _pass(uow: UnitOfWork, number: int, passed: int, step: int) -> None:
    card = uow.problems.get(number)
    above = passed if step < 0 else board.neighbour(uow.connection, passed, 1)
    place = board.make_room(uow.connection, card.lane_id, above, [number])[0]
    uow.problems.save(evolve(uow.problems.get(number), position=place))  # read again: the lane may be renumbered


def _check_name(uow: UnitOfWork, lane: Lane) -> None:
    for other in uow.lanes.all(board_id=lane.board_id):
        if other.id != lane.id and other.name.casefold() == lane.name.casefold():
            raise Refusal(f"There is a lane {other.name} already.", "Choose another name.")


def _cards(numbers: Sequence[int]) -> str:
    return str(problem_key(numbers[0])) if len(numbers) == 1 else f"{len(numbers):,} cards"
