"""The reach of a problem as one estimate, from the personas that have it."""

import math
from collections.abc import Iterable

from pmtui.domain.estimate import Amount, central_value
from pmtui.domain.scale import AFFECTED, POPULATION, Share

FROM_PERSONAS = "personas"
"""The origin of an estimate that was taken over from the personas."""


def reach_of(shares: Iterable[Share]) -> Amount | None:
    """The people that a problem reaches, or None when no persona has both a population and a share affected.

    The middle is the sum of population * affected at their middles. Low ends do not all come true at once, so the
    ends of a sum of ranges are not the sums of the ends: each quantity in turn is put at its end while the others stay
    in the middle, and these distances add up as those of independent quantities do, as the root of the sum of their
    squares. A share's ends are its possible extremes, so the result is, if anything, wider than a 90 % interval. It
    never goes beyond all ends at once, and begins at one person or more, for reach has no range from 0. The ends keep
    three digits, which is all that a guess is worth; from 100 on the middle is a whole number.
    """
    known = [
        (share.population, share.affected)
        for share in shares
        if share.population is not None and share.affected is not None
    ]
    if not known:
        return None
    central = below = above = lowest = highest = 0.0
    for people, part in known:
        people_middle, part_middle = central_value(people, POPULATION), central_value(part, AFFECTED)
        central += people_middle * part_middle
        lowest += people.low * part.low
        highest += people.high * part.high
        below += ((people_middle - people.low) * part_middle) ** 2 + (people_middle * (part_middle - part.low)) ** 2
        above += ((people.high - people_middle) * part_middle) ** 2 + (people_middle * (part.high - part_middle)) ** 2
    middle = float(round(central)) if central >= 100 else float(f"{central:.6g}")
    if not middle or not (below or above):
        return Amount(middle, middle)
    low = max(central - math.sqrt(below), lowest, min(1.0, central))
    high = min(central + math.sqrt(above), highest)
    return Amount(min(float(f"{low:.3g}"), middle), max(float(f"{high:.3g}"), middle), middle)
