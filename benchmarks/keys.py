"""Key presses: time and bytes to the last paint against bare lists, lag of a held key, and the way to the disk."""

import shutil
import sqlite3
import statistics
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks.generate import OUT
from benchmarks.measure import Press, app, bare_list, held_lag, opened, press, settle, topics
from benchmarks.report import Row, ratio_row
from benchmarks.start import FULL_BOARD, FULL_LIST, SIZES
from tests.program.terminal import Terminal

PRESSES = 40
HELD_ROUNDS = 7
LANES = 7
LAG_ALLOWED = 50.0  # milliseconds
LOOK_SECONDS = 0.0003  # whoever looks without a pause takes the processor the disk needs
TO_THE_TOP = "gg"


def rows() -> list[Row]:
    """The rows of this part."""
    return [*cursor_rows(), *board_rows(), *durable_rows()]


def cursor_rows() -> list[Row]:
    """The cursor goes down the list of problems, and the detail beside it follows."""
    with ExitStack() as open_now:
        ours = {size: open_now.enter_context(opened(app(OUT / f"{size}.pmtui"), FULL_LIST)) for size in SIZES}
        bare = {size: open_now.enter_context(opened(bare_list(size, 1), FULL_LIST)) for size in SIZES}
        found = key_rows("cursor down the problems", "j" * 15 + "k" * 5, ours, bare)
        found += [lag_row(f"problems, {size:,}: lag after 2 s of j", ours[size], "j", TO_THE_TOP) for size in SIZES]
        return found


def board_rows() -> list[Row]:
    """The cursor goes down a lane; a card goes to the next lane and back; the screens are switched."""
    with ExitStack() as open_now:
        ours, bare = {}, {}
        for size in SIZES:
            copy = OUT / f"moved-{size}.pmtui"
            shutil.copyfile(OUT / f"{size}.pmtui", copy)
            ours[size] = open_now.enter_context(opened(app(copy), FULL_BOARD, "4"))
            bare[size] = open_now.enter_context(opened(bare_list(size, LANES), FULL_BOARD))
        found = key_rows("cursor down a lane", "jjjjjjkkkkkk", ours, bare)
        found += key_rows("move a card", "LH", ours, bare)
        switched: dict[int, list[float]] = {size: [] for size in SIZES}
        bare_switched: dict[int, list[float]] = {size: [] for size in SIZES}
        for number in range(PRESSES):
            for size in SIZES:
                switched[size].append(press(ours[size], "34"[number % 2]).last)
                bare_switched[size].append(press(bare[size], "s").last)
        for size in SIZES:
            what, against = f"switch the screen, {size:,}", f"bare lists of {size:,}"
            found.append(ratio_row(what, against, 3, switched[size], bare_switched[size], "ms", 0.95))
        small, *_, large = switched.values()
        found.append(ratio_row("switch the screen, 10,000", "switch the screen, 100", 1.2, large, small, "ms", 0.95))
        found += [lag_row(f"board, {size:,}: lag after 2 s of L and H", ours[size], "LH") for size in SIZES]
        return found


def key_rows(what: str, keys: str, ours: dict[int, Terminal], bare: dict[int, Terminal]) -> list[Row]:
    """The rows of some keys pressed over and over, in turn in every program."""
    mine: dict[int, list[Press]] = {size: [] for size in SIZES}
    floor: dict[int, list[Press]] = {size: [] for size in SIZES}
    for number in range(PRESSES):
        key = keys[number % len(keys)]
        for size in SIZES:
            mine[size].append(press(ours[size], key))
            floor[size].append(press(bare[size], key))
    found = []
    for size in SIZES:
        name, against = f"{what}, {size:,}", f"bare list of {size:,}"
        limit, last = [one.last for one in floor[size]], [one.last for one in mine[size]]
        first = statistics.median(one.first for one in mine[size])
        painted = [one.all_bytes for one in mine[size]], [one.all_bytes for one in floor[size]]
        row = ratio_row(name, against, 3, last, limit, "ms", 0.95)
        found += [
            replace(row, spread=f"{row.spread}; first frame after {first:.4g} ms"),
            ratio_row(f"{name}: bytes", against, 3, *painted, "bytes"),
        ]
    small, *_, large = ([one.last for one in series] for series in mine.values())
    return [*found, ratio_row(f"{what}, 10,000", f"{what}, 100", 1.2, large, small, "ms", 0.95)]


def durable_rows() -> list[Row]:
    """A card goes to the next lane: from the key to the end of the transaction, against the same rows written bare."""
    size = 1_000
    path = OUT / "durable.pmtui"
    shutil.copyfile(OUT / f"{size}.pmtui", path)
    bare = bare_workspace(OUT / "durable-bare.db", OUT / f"{size}.pmtui")
    ours, floor = [], []
    with opened(app(path), topics(35), "4") as terminal:
        for number in range(40):
            ours.append(durable_seconds(terminal, "LH"[number % 2], path) * 1000)
            floor.append(bare_seconds(bare, number + 1) * 1000)
    bare.close()
    return [ratio_row("a card moved, from key to durable", "the same rows in bare SQLite", 3, ours, floor, "ms")]


def lag_row(what: str, terminal: Terminal, keys: str, first: str = "") -> Row:
    """How far behind the screen is after keys at the rate of a held one, as a part of the 50 ms allowed.

    first: a key pressed before each round, so that there is somewhere to go.
    """
    lags = []
    for _ in range(HELD_ROUNDS):
        terminal.press(*first)
        lags.append(held_lag(terminal, keys) * 1000)
    return ratio_row(what, "50 ms", 1, lags, [LAG_ALLOWED], "ms")


def durable_seconds(terminal: Terminal, key: str, path: Path) -> float:
    """From a key to the removal of the rollback journal, which is when the change is committed."""
    settle(terminal, 0.2)
    journal = path.with_name(path.name + "-journal")
    before = path.stat().st_mtime_ns
    sent = time.perf_counter()
    terminal.press(key)
    while path.stat().st_mtime_ns == before or journal.exists():
        terminal.read(LOOK_SECONDS)
        if time.perf_counter() - sent > 10:
            raise RuntimeError(f"{key} changed nothing:\n{terminal.text}")
    return time.perf_counter() - sent


def bare_workspace(path: Path, source: Path) -> sqlite3.Connection:
    """The same tables and rows without triggers or indexes of the journal, with the same care for the disk."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("ATTACH ? AS source", (str(source),))
    for table in ("problem", "lane_change", "step", "change"):
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM source.{table}")
    connection.execute("DETACH source")
    connection.execute("CREATE UNIQUE INDEX problem_number ON problem (id)")
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def bare_seconds(connection: sqlite3.Connection, number: int) -> float:
    """One transaction that writes what moving a card writes."""
    before = "x" * 600
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE problem SET lane_id = ?, position = ? WHERE id = ?", (number % LANES, number, number))
    connection.execute("INSERT INTO lane_change VALUES (?, ?, 1, 2, '2026-01-15T09:00:00Z')", (number + 10**6, number))
    connection.execute("INSERT INTO step VALUES (?, '2026-01-15T09:00:00Z', 'Moved', 'app', NULL, 'done')", (number,))
    connection.execute(
        "INSERT INTO change VALUES (?, ?, 'problem', ?, 'update', ?)", (2 * number, number, number, before)
    )
    connection.execute(
        "INSERT INTO change VALUES (?, ?, 'lane_change', ?, 'insert', NULL)", (2 * number + 1, number, 1)
    )
    connection.execute("COMMIT")
    return time.perf_counter() - began
