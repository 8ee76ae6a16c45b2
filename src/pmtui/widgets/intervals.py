"""A rank with its interval, drawn on a line of fixed width."""

from math import ceil


def interval(low: int, rank: int, high: int, last: int, width: int, top: int = 0) -> str:
    """The ranks low to high as a line with its rank as a point, on a scale from 1 to last, in so many cells.

    top: the last rank of the top, after which a mark stands where nothing else does; 0 for none.
    """

    def cell(place: int) -> int:
        return round((place - 1) / max(1, last - 1) * (width - 1))

    first, point, end = cell(low), cell(rank), cell(high)
    line = [" "] * width
    if 0 < top < last:
        line[ceil((top - 0.5) / (last - 1) * (width - 1))] = "┊"
    for place in range(first, end + 1):
        line[place] = "─"
    if first < end:
        line[first], line[end] = "├", "┤"
    line[point] = "●"
    return "".join(line)
