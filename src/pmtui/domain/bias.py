"""Who is heard too much and who too little: how evidence is spread over personas, time and sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.hearing import heard_in_words

RECENT_DAYS = 30
"""Evidence that is no older than this counts as recent."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """How much one persona is heard.

    evidence: the pieces that speak for it; evidence_share: of those that speak for any persona. population_share: of
    all people the personas stand for. Shares are 0 to 1, None when unknown; those that are known add up to 1.
    """

    persona: int
    evidence: int
    evidence_share: float | None
    population_share: float | None

    @property
    def in_words(self) -> str:
        """Over-heard, under-heard, not heard or in proportion; "" when a share is unknown."""
        return "not heard" if not self.evidence else heard_in_words(self.evidence_share, self.population_share)


def hearings(evidence: Mapping[int, int], populations: Mapping[int, float | None]) -> tuple[Hearing, ...]:
    """How much each persona is heard, those of most people first.

    evidence: how many pieces speak for a persona, by its number. populations: the people each persona stands for, None
    when unknown; every persona is in it.
    """
    pieces = sum(evidence.get(persona, 0) for persona in populations)
    people = sum(population for population in populations.values() if population is not None)
    found = (
        Hearing(
            persona,
            evidence.get(persona, 0),
            evidence.get(persona, 0) / pieces if pieces else None,
            population / people if population is not None and people else None,
        )
        for persona, population in populations.items()
    )
    return tuple(
        sorted(
            found,
            key=lambda one: (one.population_share is None, -(one.population_share or 0), -one.evidence, one.persona),
        )
    )
