"""Starting with a screen that is not the first: its key is typed before the first frame."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measure import Shown, app, floor_app, start_seconds
from benchmarks.report import Row, ratio_row

STARTS = 7


def start_rows(screen: str, key: str, shown: Shown, target: float, paths: Mapping[int, Path]) -> list[Row]:
    """The time to its first full frame against the empty app, and of the largest workspace against the smallest.

    shown: whether a frame is full. paths: the workspaces by how much is in them.
    """
    seconds: dict[int, list[float]] = defaultdict(list)
    floor = []
    for _ in range(STARTS):
        floor.append(start_seconds(floor_app(), lambda text: "Ready" in text) * 1000)
        for size, path in paths.items():
            seconds[size].append(start_seconds(app(path), shown, typed=key) * 1000)
    what = f"start to {screen}"
    found = [ratio_row(f"{what}, {size:,}", "empty app", target, seconds[size], floor, "ms") for size in paths]
    small, *_, large = paths
    against = f"{what}, {small:,}"
    return [*found, ratio_row(f"{what}, {large:,}", against, 1.1, seconds[large], seconds[small], "ms")]
