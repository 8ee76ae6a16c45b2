"""Places in a lane: whole numbers with gaps, so that a card moves without touching its neighbours."""

GAP = 1 << 20


def between(before: int | None, after: int | None) -> int | None:
    """A place strictly between two neighbours (None: no neighbour on that side), or None when there is no room."""
    if before is None:
        return 0 if after is None else after - GAP
    if after is None:
        return before + GAP
    middle = (before + after) // 2
    return middle if before < middle < after else None


def spread(count: int) -> list[int]:
    """Fresh places for a whole lane of count cards."""
    return [index * GAP for index in range(count)]
