"""The inputs of many items, drawn together: what is typed, and the scale from the personas they share."""

from collections.abc import Mapping, Sequence

import numpy as np

from pmtui.domain.contest import Contest
from pmtui.domain.criteria import NO_FIT, SCALE, STRATEGIC_FIT, VALUE_PARTS, VALUE_PER_MONTH
from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount
from pmtui.domain.scale import AFFECTED, FREQUENCY, POPULATION, SEVERITY, Share
from pmtui.domain.simulation.draws import Draws, Floats

_PARTS = tuple(part.code for part in VALUE_PARTS)
_ABSENT = {**dict.fromkeys(_PARTS, Amount(0, 0)), STRATEGIC_FIT: Amount(NO_FIT, NO_FIT)}
_UNKNOWN = Amount(float("nan"), float("nan"))


class Inputs:
    """What the formula of a contest needs of some of its items."""

    def __init__(self, contest: Contest, numbers: Sequence[int]) -> None:
        self._typed = {
            code: Draws(
                contest.criteria[code],
                [contest.items[number].get(code, _ABSENT.get(code, _UNKNOWN)) for number in numbers],
            )
            for code in contest.codes
            if code != SCALE
        }
        self._scales = _Scales([contest.shares.get(number, {}) for number in numbers])

    def draw(self, code: str, runs: int, chance: np.random.Generator) -> Floats:
        """One input: one row a run, one column an item; one row for all where it is certain."""
        return self._scales.draw(runs, chance) if code == SCALE else self._typed[code].draw(runs, chance)


def complete(drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    """The inputs with the value a month, the sum of its parts."""
    parts = [drawn[code] for code in _PARTS if code in drawn]
    return {**drawn, VALUE_PER_MONTH: sum(parts[1:], start=parts[0])} if parts else dict(drawn)


class _Scales:
    """The scale of each item. A persona's population is drawn once a run for all items that share it."""

    def __init__(self, shares: Sequence[Mapping[int, Share]]) -> None:
        links = [
            (item, persona, share)
            for item, found in enumerate(shares)
            for persona, share in found.items()
            if len(share.known) == len(_QUANTITIES) + 1
        ]
        populations = {persona: share.population for _, persona, share in links}
        places = {persona: place for place, persona in enumerate(populations)}
        self._items = len(shares)
        self._item_of_link = np.array([item for item, _, _ in links], dtype=np.int64)
        self._persona_of_link = np.array([places[persona] for _, persona, _ in links], dtype=np.int64)
        self._populations = Draws(POPULATION, [amount or _UNKNOWN for amount in populations.values()])
        self._quantities = [
            Draws(quantity, [getattr(share, name) for _, _, share in links]) for name, quantity in _QUANTITIES
        ]

    def draw(self, runs: int, chance: np.random.Generator) -> Floats:
        """The pain a month: one row a run, one column an item; NaN where no persona's share is known."""
        pain = self._populations.draw(runs, chance)[:, self._persona_of_link]
        for quantity in self._quantities:
            pain = pain * quantity.draw(runs, chance)
        scale = np.full((pain.shape[0], self._items), np.nan)
        linked = np.unique(self._item_of_link)
        if len(linked):
            starts = np.searchsorted(self._item_of_link, linked)
            scale[:, linked] = np.add.reduceat(pain, starts, axis=1)
        return scale


_QUANTITIES: tuple[tuple[str, Criterion], ...] = (
    ("affected", AFFECTED),
    ("frequency", FREQUENCY),
    ("severity", SEVERITY),
)
