"""Starting: time to the first full frame, and memory once at rest, against an empty app."""

from collections import defaultdict

from benchmarks.generate import OUT
from benchmarks.measure import app, floor_app, opened, resident_mebibytes, start_seconds, topics
from benchmarks.report import Row, ratio_row

STARTS = 9
SIZES = (100, 1_000, 10_000)
FULL_LIST, FULL_BOARD = topics(25), topics(35)


def rows() -> list[Row]:
    """The rows of this part."""
    return [*start_rows(), *memory_rows()]


def start_rows() -> list[Row]:
    """Problems as they come up first, and the board with its key typed before the first frame."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(STARTS):
        seconds["floor"].append(start_seconds(floor_app(), lambda text: "Ready" in text))
        for size in SIZES:
            command = app(OUT / f"{size}.pmtui")
            seconds[f"problems, {size:,}"].append(start_seconds(command, FULL_LIST))
            seconds[f"board, {size:,}"].append(start_seconds(command, FULL_BOARD, typed="4"))
    milliseconds = {name: [value * 1000 for value in values] for name, values in seconds.items()}
    floor = milliseconds.pop("floor")
    found = [
        ratio_row(f"start to {name}", "empty app", 1.6, values, floor, "ms") for name, values in milliseconds.items()
    ]
    for screen in ("problems", "board"):
        large, small = milliseconds[f"{screen}, 10,000"], milliseconds[f"{screen}, 100"]
        found.append(ratio_row(f"start to {screen}, 10,000", f"start to {screen}, 100", 1.1, large, small, "ms"))
    return found


def memory_rows() -> list[Row]:
    """Memory after both screens have been looked at."""
    with opened(floor_app(), lambda text: "Ready" in text) as terminal:
        floor = [resident_mebibytes(terminal)]
    found = []
    for size in SIZES:
        with opened(app(OUT / f"{size}.pmtui"), FULL_LIST, "4", "3") as terminal:
            what = f"memory, {size:,} problems and {size * 10:,} pieces of evidence"
            found.append(ratio_row(what, "empty app", 2, [resident_mebibytes(terminal)], floor, "MiB"))
    return found
