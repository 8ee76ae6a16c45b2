"""Places in a lane: whole numbers with gaps, so that a card moves without touching its neighbours."""

GAP = 1 << 20


def places_between(before: int | None, after: int | None, count: int) -> list[int] | None:
    """Places for count cards, side by side and evenly apart, strictly between two neighbours.

    None stands for no neighbour on that side. Returns None when there is no room.
    """
    if before is None:
        return spread(count) if after is None else [after - GAP * (count - index) for index in range(count)]
    if after is None:
        return [before + GAP * (index + 1) for index in range(count)]
    places = [before + (after - before) * (index + 1) // (count + 1) for index in range(count)]
    return places if after - before > count else None


def spread(count: int) -> list[int]:
    """Fresh places for a whole lane of count cards."""
    return [index * GAP for index in range(count)]
