"""What a set of items that need others can be worth at most.

The bound puts a price on effort and lets items pay for what they need: value may move from an item to what it needs
without making any allowed set worth less (Lagrangian relaxation of both the capacity and the needs).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_FOLLOWED = (
    1_000  # of more items that need others, the needs are left out of account: the limit is higher, not wrong
)
PRICES = 24

Needs = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an item is worth, and its effort in whole units."""

    value: float
    effort: int


def reaching(start: Iterable[int], links: Needs) -> frozenset[int]:
    """These items and all that the links lead to from them."""
    found, waiting = set[int](), list(start)
    while waiting:
        if (item := waiting.pop()) not in found:
            found.add(item)
            waiting += links.get(item, ())
    return frozenset(found)


class Limits:
    """The limits of the sets of some items, within a capacity or less. One price is found for all of them."""

    def __init__(self, items: Mapping[int, Weighed], needs: Needs, capacity: int) -> None:
        self._items = items
        self._below: dict[int, list[int]] = {}
        if len(needs) <= MOST_FOLLOWED:
            below = {item: sorted(reaching(needed, needs)) for item, needed in needs.items()}
            # Who needs least pays first: the others have more to choose from.
            self._below = dict(sorted(below.items(), key=lambda pair: len(pair[1])))
        self._capacity = capacity
        self._price: float | None = None

    def of(self, left: frozenset[int], room: int) -> float:
        """What any set of the items that are left, within so much room, can be worth at most."""
        if self._price is None:
            self._price = self._best_price(left)
        return self._limit(left, room, self._price)

    def _best_price(self, left: frozenset[int]) -> float:
        highest = self._price_without_needs(left)
        for _ in range(3):  # ever closer
            step = highest / PRICES
            prices = [step * place for place in range(PRICES + 1)]
            best = min(prices, key=lambda price: self._limit(left, self._capacity, price))
            if best > step or not best:
                break
            highest = 2 * step
        near = [best + step * place / 4 for place in range(-3, 4)]
        return min(near, key=lambda price: self._limit(left, self._capacity, max(0.0, price)))

    def _price_without_needs(self, left: frozenset[int]) -> float:
        room = self._capacity
        rated = [self._items[item] for item in left if self._items[item].effort > 0 and self._items[item].value > 0]
        for one in sorted(rated, key=lambda one: -one.value / one.effort):
            room -= one.effort
            if room < 0:
                return one.value / one.effort
        return 0.0

    def _limit(self, left: frozenset[int], room: int, price: float) -> float:
        surplus = {item: self._items[item].value - price * self._items[item].effort for item in sorted(left)}
        for item, needed in self._below.items():
            rest = surplus.get(item, 0.0)
            if rest <= 0:
                continue
            for other in needed:
                owed = -surplus.get(other, 0.0)
                if owed > 0:
                    paid = min(owed, rest)
                    surplus[other] += paid
                    rest -= paid
                    if rest <= 0:
                        break
            surplus[item] = rest
        return price * room + sum(rest for rest in surplus.values() if rest > 0)
