"""Drawing the amounts of many items at once."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Z95, Amount

Floats = NDArray[np.float64]

ARRAY_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "min": np.minimum,
    "max": np.maximum,
    "sqrt": np.sqrt,
    "log": np.log,
    "**": np.power,
}
"""What a formula's functions do with arrays (domain.formula.Formula.over)."""


class Draws:
    """One criterion of many items: constants stay, ranges are drawn.

    A range is the 90 % interval of a log-normal where the criterion has no upper limit, else the ends of a PERT
    (domain.estimate).
    """

    def __init__(self, criterion: Criterion, amounts: Sequence[Amount]) -> None:
        self._criterion = criterion
        self._amounts = amounts
        self._ranged = [place for place, amount in enumerate(amounts) if not amount.is_constant]
        self.constants: Floats = np.array([amount.low for amount in amounts], dtype=np.float64)

    def draw(self, runs: int, chance: np.random.Generator) -> Floats:
        """So many runs: one row a run, one column an item; one row for all where no item has a range."""
        if not self._ranged:
            return self.constants[np.newaxis, :]
        drawn = np.repeat(self.constants[np.newaxis, :], runs, axis=0)
        drawn[:, self._ranged] = self._draw_ranged(runs, chance)
        return drawn

    def _draw_ranged(self, runs: int, chance: np.random.Generator) -> Floats:
        size = (runs, len(self._ranged))
        if self._criterion.shape == "positive":
            middle, sigma = self._log_normal
            return middle * np.exp(sigma * chance.standard_normal(size))
        low, width, alpha, beta = self._pert
        return low + width * chance.beta(alpha, beta, size)

    @cached_property
    def _log_normal(self) -> tuple[Floats, Floats]:
        ranges = [self._amounts[place] for place in self._ranged]
        middles = [math.sqrt(one.low * one.high) if one.middle is None else one.middle for one in ranges]
        return np.array(middles), np.array([math.log(one.high / one.low) / (2 * Z95) for one in ranges])

    @cached_property
    def _pert(self) -> tuple[Floats, Floats, Floats, Floats]:
        ranges = [self._amounts[place] for place in self._ranged]
        low = np.array([one.low for one in ranges])
        width = np.array([one.high for one in ranges]) - low
        modes = np.array([(one.low + one.high) / 2 if one.middle is None else one.middle for one in ranges])
        return low, width, 1 + 4 * (modes - low) / width, 1 + 4 * (low + width - modes) / width
