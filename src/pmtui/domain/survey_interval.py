"""How sure importance and satisfaction are when so many people answered: shares of answers have intervals."""

import math
from collections.abc import Mapping

from pmtui.domain.criteria import ANSWERS, IMPORTANCE, SATISFACTION
from pmtui.domain.estimate import Z95, Amount
from pmtui.domain.formula import Formula

SHARE_OF = 10
"""Importance and satisfaction are ten times a share."""

_ENDS = 3.0


def wilson_interval(share: float, answers: float, z: float = Z95) -> tuple[float, float]:
    """The interval of a share of so many answers; of 90 % unless another z is given.

    Edwin B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    middle = (share + z * z / (2 * answers)) / (1 + z * z / answers)
    half = z / (1 + z * z / answers) * math.sqrt(share * (1 - share) / answers + z * z / (4 * answers * answers))
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def range_from_answers(amount: Amount, answers: float) -> Amount:
    """A single value as the range that so many answers leave open. Ranges that were typed stay as they are.

    Its ends are three standard errors away, because a PERT's standard deviation is about a sixth of its width.
    """
    if not amount.is_constant or answers <= 0:
        return amount
    low, high = wilson_interval(amount.low / SHARE_OF, answers, _ENDS)
    return Amount(low * SHARE_OF, high * SHARE_OF, amount.low)


def survey_interval(formula: Formula, values: Mapping[str, float]) -> tuple[float, float] | None:
    """The lowest and highest score within the 90 % intervals of importance and satisfaction, all else as it is.

    None where the number of answers is not known, or the formula uses neither.
    """
    answers = values.get(ANSWERS, 0)
    surveyed = [code for code in (IMPORTANCE, SATISFACTION) if code in formula.names and code in values]
    if answers <= 0 or not surveyed or any(not 0 <= values[code] <= SHARE_OF for code in surveyed):
        return None
    scores = [formula.evaluate({**values, **corner}) for corner in _corners(values, surveyed, answers)]
    found = [score for score in scores if score is not None]
    return (min(found), max(found)) if found else None


def _corners(values: Mapping[str, float], surveyed: list[str], answers: float) -> list[dict[str, float]]:
    corners: list[dict[str, float]] = [{}]
    for code in surveyed:
        ends = wilson_interval(values[code] / SHARE_OF, answers)
        corners = [{**corner, code: end * SHARE_OF} for corner in corners for end in ends]
    return corners
