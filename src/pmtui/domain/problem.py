"""A problem: a customer need, pain or wish; never a solution."""

from dataclasses import dataclass

from pmtui.domain.base import one_of
from pmtui.domain.errors import Refusal

NEEDS = ("current", "potential")
HORIZONS = ("now", "next", "later", "declined")
MOSCOW = ("must", "should", "could", "won't")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem and where its card stands on the problems board.

    title: one line. statement, notes: Markdown of any length. need: current, potential or "".
    horizon: now, next, later, declined or "", with horizon_reason (always given for declined). moscow: must, should,
    could, won't or "".
    lane_id, position: its lane and its place in it, smaller first. custom: JSON object of imported fields
    without a place of their own. created_at, updated_at: ISO 8601 moments, UTC.
    """

    id: int
    title: str
    lane_id: int
    position: int
    created_at: str
    updated_at: str
    statement: str = ""
    notes: str = ""
    need: str = ""
    horizon: str = ""
    horizon_reason: str = ""
    moscow: str = ""
    url: str = ""
    custom: str = "{}"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Refusal("A problem needs a title.", "Say in one line what the customer can't do or suffers from.")
        one_of(self.need, NEEDS, "need")
        one_of(self.horizon, HORIZONS, "horizon")
        one_of(self.moscow, MOSCOW, "MoSCoW word")
        if self.horizon == "declined" and not self.horizon_reason.strip():
            raise Refusal("A declined problem needs a reason.", "Say why it is not done, in one line.")
