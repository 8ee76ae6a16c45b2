"""Boards and lanes, and the rules of moving a card."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

LARGEST_LIMIT = 9999
PHASES = ("waiting", "active", "done")
PROBLEM_LANES = (
    ("Inbox", "waiting"),
    ("Discovering", "active"),
    ("Defined", "waiting"),
    ("Solving", "active"),
    ("Building", "active"),
    ("Launched", "done"),
    ("Learned", "done"),
)


@dataclass(frozen=True, slots=True)
class Board:
    """A named set of lanes. kind: what its cards are (problem)."""

    id: int
    name: str
    kind: str = "problem"


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a board.

    position: its place from the left, smaller first. wip_limit: how many cards it should hold at most, or None.
    strict: whether the limit refuses a further card instead of warning. phase: waiting, active or done.
    """

    id: int
    board_id: int
    name: str
    position: int
    phase: str = "waiting"
    wip_limit: int | None = None
    strict: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A lane needs a name.")
        one_of(self.phase, PHASES, "phase")
        if self.wip_limit is not None and not 1 <= self.wip_limit <= LARGEST_LIMIT:
            raise Refusal(f"A WIP limit is a whole number from 1 to {LARGEST_LIMIT}.", "Leave it empty for no limit.")


@dataclass(frozen=True, slots=True)
class LaneChange:
    """A card entered a lane. at: ISO 8601 moment. from_lane_id is None when the card was new."""

    id: int
    problem_id: int
    from_lane_id: int | None
    to_lane_id: int
    at: str


def check_room(lane: Lane, cards: int, entering: int = 1) -> str:
    """Whether further cards may enter a lane that holds so many.

    Returns what to tell the user ("" when there is nothing to say). Raises Refusal when the limit is strict.
    """
    after = cards + entering
    if lane.wip_limit is None or after <= lane.wip_limit:
        return ""
    if lane.strict:
        raise Refusal(
            f"{lane.name} is full ({cards} of {lane.wip_limit}, strict).",
            "Move one of its cards on, or raise its limit with W.",
        )
    return f"{lane.name} now holds {after}, over its limit of {lane.wip_limit}"
