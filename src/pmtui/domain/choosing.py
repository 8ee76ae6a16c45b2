"""Choosing one option of each group within a capacity, for the most value: exact, or with a bound of what is missed.

The core method of Pisinger ("A minimal algorithm for the multiple-choice knapsack problem", 1995): the options that are
best by a price of effort stand first, and only those are tried in their place that cost less than what can still be
gained. The bound is the Lagrangian one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

SMALLEST = 1e-12
"""Differences of value below this part of the whole count as none: they come from adding up in another order."""


class Option(NamedTuple):
    """A set of items that can be chosen together. effort: in whole units."""

    effort: int
    value: float
    items: tuple[int, ...] = ()


NOTHING = Option(0, 0.0)


@dataclass
class Search:
    """What was found so far. patience: how many more combinations are tried. bound: what those not tried may reach."""

    patience: int
    best: Option | None = None
    bound: float = float("-inf")

    def found(self, option: Option) -> None:
        """Keep an option that is the best so far."""
        if self.best is None or option.value > self.best.value:
            self.best = option

    def is_worth(self, reachable: float) -> bool:
        """Whether something that reaches no more than this may still be better than the best."""
        return self.best is None or reachable > self.best.value + SMALLEST * max(1.0, abs(self.best.value))


def undominated(options: Sequence[Option]) -> list[Option]:
    """The options that are worth more than every other one of no more effort, by effort."""
    kept: list[Option] = []
    for option in sorted(options, key=lambda one: (one.effort, -one.value)):
        if not kept or option.value > kept[-1].value:
            kept.append(option)
    return kept


def most_valuable(groups: Sequence[Sequence[Option]], capacity: int, taken: Option, search: Search) -> None:
    """Add to what is taken one option of each group, within what is left of the capacity, and keep it in the search.

    groups: undominated options by effort, each beginning with one of no effort.
    """
    room = capacity - taken.effort
    price = price_of_effort(groups, room)
    search.found(_in_order_of_price(groups, room, taken))
    base = [max(group, key=lambda one: (one.value - price * one.effort, -one.effort)) for group in groups]
    limit = reachable(groups, room, price) + taken.value
    others: list[_Group] = []
    for place, (chosen, group) in enumerate(zip(base, groups, strict=True)):
        losses = [
            (loss, option)
            for option in group
            if option is not chosen
            and search.is_worth(limit - (loss := _surplus(chosen, price) - _surplus(option, price)))
        ]
        if losses:
            others.append(_Group(min(loss for loss, _ in losses), place, chosen, [option for _, option in losses]))
    others.sort(key=lambda group: group.least_loss)
    whole = Option(sum(one.effort for one in base), taken.value + sum(one.value for one in base))
    if whole.effort <= room:
        search.found(_put_together(taken, base, whole.value))
    best_swaps = _swap(whole, room, price, others, search)
    if best_swaps is not None:
        swapped = dict(best_swaps)
        chosen_options = [swapped.get(place, one) for place, one in enumerate(base)]
        search.found(_put_together(taken, chosen_options, taken.value + sum(one.value for one in chosen_options)))


Swaps = tuple[tuple[int, Option], ...]


class _Group(NamedTuple):
    """A group in which others than the option chosen first may still be better. least_loss: what one of them costs."""

    least_loss: float
    place: int
    chosen: Option
    options: list[Option]


def _swap(whole: Option, room: int, price: float, others: Sequence[_Group], search: Search) -> Swaps | None:
    """Put other options in the place of those chosen first. Returns the best swaps, or None when none is better."""
    states: list[tuple[int, float, Swaps]] = [(whole.effort, whole.value, ())]
    best: float = search.best.value if search.best is not None else float("-inf")
    best_swaps: Swaps | None = None
    margin = SMALLEST * max(1.0, abs(best))
    for at, (_, place, chosen, options) in enumerate(others):
        least_loss = others[at + 1].least_loss if at + 1 < len(others) else 0.0
        search.patience -= len(states) * len(options)
        if search.patience < 0:
            reached = (value + price * (room - effort) for effort, value, _ in states)
            search.bound = max(search.bound, *reached, best)
            break
        ahead: list[tuple[int, float, Swaps]] = []
        for effort, value, swaps in states:
            for option in (chosen, *options):
                new_effort, new_value = effort + option.effort - chosen.effort, value + option.value - chosen.value
                new_swaps = swaps if option is chosen else (*swaps, (place, option))
                if new_effort <= room and new_value > best + margin:
                    best, best_swaps = new_value, new_swaps
                if new_value + price * (room - new_effort) - least_loss > best + margin:
                    ahead.append((new_effort, new_value, new_swaps))
        states = _undominated_states(ahead)
    return best_swaps


def _undominated_states(states: list[tuple[int, float, Swaps]]) -> list[tuple[int, float, Swaps]]:
    states.sort(key=lambda state: (state[0], -state[1]))
    kept: list[tuple[int, float, Swaps]] = []
    for state in states:
        if not kept or state[1] > kept[-1][1]:
            kept.append(state)
    return kept


def price_of_effort(groups: Sequence[Sequence[Option]], room: int) -> float:
    """What the last unit of effort is worth when the best value for effort comes first; 0 where all fits."""
    for rate, more, _, _ in _upgrades(groups):
        room -= more
        if room < 0:
            return rate
    return 0.0


def reachable(groups: Sequence[Sequence[Option]], room: int, price: float) -> float:
    """No choice within the room is worth more than this, whatever the price."""
    return price * room + sum(max(_surplus(option, price) for option in group) for group in groups)


def _surplus(option: Option, price: float) -> float:
    return option.value - price * option.effort


def _upgrades(groups: Sequence[Sequence[Option]]) -> list[tuple[float, int, int, Option]]:
    """The steps between options of a group that give most value for effort: value for effort, effort, group, option."""
    upgrades: list[tuple[float, int, int, Option]] = []
    for place, group in enumerate(groups):
        hull: list[Option] = []
        for option in group:
            while len(hull) > 1 and _rate(hull[-2], hull[-1]) <= _rate(hull[-1], option):
                hull.pop()
            hull.append(option)
        upgrades += [(_rate(low, high), high.effort - low.effort, place, high) for low, high in pairwise(hull)]
    return sorted(upgrades, key=lambda one: (-one[0], one[2], one[1]))


def _rate(low: Option, high: Option) -> float:
    return (high.value - low.value) / (high.effort - low.effort)


def _in_order_of_price(groups: Sequence[Sequence[Option]], room: int, taken: Option) -> Option:
    """A good choice at once: the best value for effort first, as long as it fits."""
    chosen = [group[0] for group in groups]
    for _, _, place, option in _upgrades(groups):
        if (more := option.effort - chosen[place].effort) <= room:
            room -= more
            chosen[place] = option
    return _put_together(taken, chosen, taken.value + sum(one.value for one in chosen))


def _put_together(taken: Option, options: Sequence[Option], value: float) -> Option:
    items = (*taken.items, *(item for option in options for item in option.items))
    return Option(taken.effort + sum(one.effort for one in options), value, items)
