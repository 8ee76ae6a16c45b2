"""The most valuable set of items within a capacity, when some items need others.

Items that need each other in no way are apart: small groups of connected items are chosen as a whole (choosing.py).
In a large group an item in the middle is once taken and once left out, until only small groups are left; what can't
become better is not followed. Johnson and Niemi, "On knapsacks, partitions, and a new dynamic programming technique for
trees", 1983, treat trees alone; roadmaps have few connections and no such order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pmtui.domain.choosing import NOTHING, Option, Search, most_valuable, undominated
from pmtui.domain.plan_limits import MOST_FOLLOWED, Limits, Needs, Weighed, reaching

PATIENCE = 100_000  # combinations tried: a small part of a second
PATIENCE_WITH_FEW = 300_000  # all the combinations there are of FEW
FEW = 18
COST_OF_LOOKING = 3  # beside trying one combination, for each item that is left
SMALL_GROUP = 10  # at most 1,024 sets
PER_PERSON_MONTH = 1_000_000


@dataclass(frozen=True, slots=True)
class BestSet:
    """The items chosen, their value, and what no set can exceed."""

    items: frozenset[int]
    value: float
    bound: float


def units(person_months: float) -> int:
    """Person-months in millionths, so that sums are exact."""
    return round(person_months * PER_PERSON_MONTH)


def turned_round(needs: Needs) -> Needs:
    """Who needs each item."""
    users: dict[int, set[int]] = {}
    for item, needed in needs.items():
        for other in needed:
            users.setdefault(other, set()).add(item)
    return {item: frozenset(found) for item, found in users.items()}


def best_set(
    items: Mapping[int, Weighed], needs: Needs, capacity: int, required: Iterable[int] = (), patience: int | None = None
) -> BestSet | None:
    """The most valuable set that holds what is required and all that its items need; None where that does not fit.

    needs: among the items alone.
    """
    users = turned_round(needs)
    search = Search(patience if patience is not None else PATIENCE_WITH_FEW if len(items) <= FEW else PATIENCE)
    limits = Limits(items, needs, capacity)
    taken = _take(NOTHING, items, reaching(required, needs))
    waiting = [(frozenset(items) - frozenset(taken.items), taken)]
    known: dict[frozenset[int], list[Option]] = {}
    while waiting:
        left, taken = waiting.pop()
        if taken.effort > capacity:
            continue
        groups, large = _groups(left, items, needs, users, known)
        if search.best is None and 0 < len(large) <= MOST_FOLLOWED:
            search.found(_best_rates_first(taken, left, items, needs, capacity))
        search.patience -= COST_OF_LOOKING * len(left)
        is_over = search.patience < 0 and search.best is not None
        if not large and not is_over:
            most_valuable(groups, capacity, taken, search)
            continue
        if not search.is_worth(limit := taken.value + limits.of(left, capacity - taken.effort)):
            continue
        if is_over:
            search.bound = max(search.bound, limit)
            continue
        middle = max(sorted(large), key=lambda item: len(large & (needs.get(item, _NONE) | users.get(item, _NONE))))
        waiting.append((left - reaching([middle], users), taken))
        with_middle = reaching([middle], needs) & left
        waiting.append((left - with_middle, _take(taken, items, with_middle)))
    if search.best is None:
        return None
    return BestSet(frozenset(search.best.items), search.best.value, max(search.bound, search.best.value))


_NONE: frozenset[int] = frozenset()


def _take(taken: Option, items: Mapping[int, Weighed], more: Iterable[int]) -> Option:
    added = sorted(more)
    return Option(
        taken.effort + sum(items[item].effort for item in added),
        taken.value + sum(items[item].value for item in added),
        (*taken.items, *added),
    )


def _best_rates_first(
    taken: Option, left: frozenset[int], items: Mapping[int, Weighed], needs: Needs, capacity: int
) -> Option:
    """A good set at once: again and again the item that, with all it needs, is worth most for its effort and fits."""
    below = {item: reaching([item], needs) & left for item in sorted(left)}
    while True:
        best_rate, best = 0.0, _NONE
        for wanted in below.values():
            value = sum(items[one].value for one in wanted)
            effort = sum(items[one].effort for one in wanted)
            if value > 0 and taken.effort + effort <= capacity and value / (effort + 1) > best_rate:
                best_rate, best = value / (effort + 1), wanted
        if not best:
            return taken
        taken = _take(taken, items, best)
        below = {item: wanted - best for item, wanted in below.items() if item not in best}


def _groups(
    left: frozenset[int],
    items: Mapping[int, Weighed],
    needs: Needs,
    users: Needs,
    known: dict[frozenset[int], list[Option]],
) -> tuple[list[list[Option]], frozenset[int]]:
    """The options of each small group of connected items, and the items of the large groups. known: of former calls."""
    groups: list[list[Option]] = []
    large, seen = set[int](), set[int]()
    for start in sorted(left):
        if start in seen:
            continue
        if start not in needs and start not in users:
            groups.append(_alone(items[start], (start,)))
            continue
        group, waiting = set[int](), [start]
        while waiting:
            if (item := waiting.pop()) not in group:
                group.add(item)
                waiting += (needs.get(item, _NONE) | users.get(item, _NONE)) & left
        seen |= group
        if len(group) > SMALL_GROUP:
            large |= group
        else:
            connected = frozenset(group)
            if connected not in known:
                known[connected] = _options(connected, items, needs)
            groups.append(known[connected])
    return groups, frozenset(large)


def _alone(item: Weighed, items: tuple[int, ...] = ()) -> list[Option]:
    return undominated([NOTHING, Option(item.effort, item.value, items)])


def _options(group: frozenset[int], items: Mapping[int, Weighed], needs: Needs) -> list[Option]:
    """Every set of a group that holds what its items need."""
    options = [NOTHING]
    done = set[int]()
    while waiting := [item for item in sorted(group) if item not in done and needs.get(item, _NONE) & group <= done]:
        for item in waiting:
            needed = needs.get(item, _NONE) & group
            options += [
                Option(one.effort + items[item].effort, one.value + items[item].value, (*one.items, item))
                for one in options
                if needed <= set(one.items)
            ]
            done.add(item)
    return undominated(options)
