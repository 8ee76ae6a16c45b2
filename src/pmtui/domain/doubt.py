"""Ranges from evidence: what little evidence there is for a single value makes it a range."""

from pmtui.domain.criterion import Criterion
from pmtui.domain.estimate import Amount

WIDEST = 2.5


def doubt_factor(evidence_confidence: float) -> float:
    """By how much a value may be off either way: 1 + 2.5 / (1 + evidence_confidence), from 3.5 down to 1.23.

    The formula is the product's own.
    """
    return 1 + WIDEST / (1 + evidence_confidence)


def range_from_evidence(amount: Amount, criterion: Criterion, evidence_confidence: float) -> Amount:
    """A single value as a range around itself, cut to the scale. Ranges that were typed and 0 stay as they are."""
    if not amount.is_constant or amount.low == 0:
        return amount
    factor = doubt_factor(evidence_confidence)
    low = max(criterion.lowest, amount.low / factor)
    high = amount.low * factor if criterion.highest is None else min(criterion.highest, amount.low * factor)
    return Amount(low, high, amount.low)
