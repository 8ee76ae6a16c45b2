"""What boards show: frozen values ready to be shown or printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card on a board.

    since: the ISO date work on it started, or it was added when it has not. age_days: the days since then. confidence:
    how well evidence supports it, 0 to 10; None until that was asked.
    """

    id: int
    title: str
    score: float | None
    evidence_count: int
    tags: tuple[str, ...]
    age_days: int
    since: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane and the numbers of its cards from the top. filtered_out: how many more it holds that are not shown."""

    id: int
    name: str
    phase: str
    wip_limit: int | None
    strict: bool
    card_ids: tuple[int, ...]
    filtered_out: int = 0

    @property
    def held(self) -> int:
        """How many cards it holds, shown or not."""
        return len(self.card_ids) + self.filtered_out

    @property
    def over_limit(self) -> bool:
        """Whether it holds more cards than its WIP limit."""
        return self.wip_limit is not None and self.held > self.wip_limit


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board from left to right."""

    id: int
    name: str
    lanes: tuple[LaneView, ...]
