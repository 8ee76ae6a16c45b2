"""MoSCoW: what must, should, could and won't be done, and whether the musts leave room for trouble.

The limit of 60 % of the effort is that of the DSDM handbook.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pmtui.domain.problem import MOSCOW

MUST_LIMIT = 0.6


@dataclass(frozen=True, slots=True)
class MustShare:
    """The part of the effort that is in musts. share: of must, should and could together; None without any effort."""

    must: float
    planned: float

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.must / self.planned if self.planned else None

    @property
    def too_much(self) -> bool:
        """Whether the musts leave too little room."""
        return self.share is not None and self.share > MUST_LIMIT


def must_share(efforts: Iterable[tuple[str, float | None]]) -> MustShare:
    """The musts' part of the effort, from pairs of a MoSCoW word and an effort (None when unknown: it adds nothing)."""
    must = planned = 0.0
    for word, effort in efforts:
        if word in MOSCOW[:3] and effort is not None:
            planned += effort
            must += effort if word == MOSCOW[0] else 0.0
    return MustShare(must, planned)
