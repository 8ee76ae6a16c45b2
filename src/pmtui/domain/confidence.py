"""Confidence must be earned: how well evidence supports a problem, from 0 to 10.

What the evidence is counts, not how often it is repeated. After Itamar Gilad's confidence meter; the weights and caps
are the product's own and can be changed, each change making a new version of the ladder.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf

from pmtui.domain.errors import Refusal

HIGHEST = 10.0
STEPS: Mapping[str, tuple[float, float]] = {
    "self_conviction": (0.01, 0.01),
    "pitch": (0.03, 0.03),
    "theme": (0.05, 0.1),
    "opinion": (0.1, 0.2),
    "estimate": (0.4, 0.5),
    "anecdote": (0.35, 1),
    "interview": (0.35, 3),
    "market_data": (1, 3),
    "test": (2, 5),
    "launch_data": (5, 10),
}
"""The weight of each distinct customer and the cap, by evidence type."""


@dataclass(frozen=True, slots=True)
class ConfidenceLadder:
    """One version of the ladder. half_life_days: after so many days evidence counts half. steps: as STEPS, in JSON."""

    id: int
    version: int
    half_life_days: float
    steps: str

    def __post_init__(self) -> None:
        if not 0 < self.half_life_days < inf:
            raise Refusal("Evidence needs a half-life above 0 days.", "365 is what a new workspace has.")
        for name, (weight, cap) in self.by_type.items():
            if name not in STEPS or not 0 <= weight <= cap <= HIGHEST:
                raise Refusal(f"{name}: the weight and the cap have to stand in the order 0, weight, cap, 10.")

    @property
    def by_type(self) -> Mapping[str, tuple[float, float]]:
        """Weight and cap by evidence type. Raises Refusal where another program left no such thing."""
        try:
            return _read_steps(self.steps)
        except (ValueError, TypeError, AttributeError):
            raise Refusal(f"The confidence ladder v{self.version} can't be read.", "Undo what changed it.") from None


@lru_cache(maxsize=8)
def _read_steps(steps: str) -> Mapping[str, tuple[float, float]]:
    return {name: (float(weight), float(cap)) for name, (weight, cap) in json.loads(steps).items()}


FIRST_LADDER = ConfidenceLadder(1, 1, 365, json.dumps(STEPS))


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a piece of evidence counts. customer: who said it, in any words that tell customers apart."""

    number: int
    evidence_type: str
    customer: str
    on: date


@dataclass(frozen=True, slots=True)
class TypePart:
    """What one type adds to the confidence. uncapped: before its cap. pieces: the numbers of those that make it."""

    evidence_type: str
    points: float
    uncapped: float
    pieces: tuple[int, ...]


def day_of(occurred_on: str) -> date | None:
    """The first day that a date or moment of any precision can mean (2026, 2026-03, 2026-03-01...), None for no date.

    The first, so that a date which is not known well never makes evidence look newer than it is.
    """
    padded = occurred_on[:10] + "0000-01-01"[len(occurred_on) :]
    try:
        return date.fromisoformat(padded)
    except ValueError:
        return None


def confidence_parts(pieces: Iterable[Piece], ladder: ConfidenceLadder, today: date) -> tuple[TypePart, ...]:
    """What each type adds, the most first: min(cap, weight * sum over customers of 0.5 ** (age / half-life)).

    Each customer counts once a type, by its newest piece (the lowest number among equals). Age is never below 0.
    """
    newest: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        place = (piece.evidence_type, piece.customer)
        kept = newest.get(place)
        if kept is None or (piece.on, -piece.number) > (kept.on, -kept.number):
            newest[place] = piece
    by_type: dict[str, list[Piece]] = {}
    for piece in sorted(newest.values(), key=lambda piece: piece.number):
        by_type.setdefault(piece.evidence_type, []).append(piece)
    parts = []
    for name, counted in by_type.items():
        weight, cap = ladder.by_type.get(name, (0.0, 0.0))
        ages = (max(0, (today - piece.on).days) for piece in counted)
        uncapped = weight * sum(0.5 ** (age / ladder.half_life_days) for age in ages)
        parts.append(TypePart(name, min(cap, uncapped), uncapped, tuple(piece.number for piece in counted)))
    return tuple(sorted(parts, key=lambda part: (-part.points, part.evidence_type)))


def evidence_confidence(parts: Iterable[TypePart]) -> float:
    """The confidence that parts add up to, from 0 to 10."""
    return min(HIGHEST, sum(part.points for part in parts))
