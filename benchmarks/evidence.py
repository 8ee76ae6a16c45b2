"""The Evidence screen at 100, 10,000 and 100,000 pieces: its start, the cursor, triage; and ten thousand at once."""

import json
import random
import shutil
import sqlite3
import statistics
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.generate import OUT
from benchmarks.measure import app, bare_list, opened, press, topics
from benchmarks.report import Row, ratio_row
from benchmarks.screen_start import start_rows
from pmtui.domain.changes import Outcome
from pmtui.services.evidence_triage import DismissEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace, now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

SIZES = (100, 10_000, 100_000)
PRESSES, ROUNDS = 30, 5
AT_ONCE, SECOND = 10_000, 1000.0  # pieces; milliseconds
FULL = topics(35)
_PARTS = ("in", "key", "visit", "win", "late", "price", "app", "pass", "cal", "team", "port", "slow", "miss", "photo")
_WORDS = [first + last for first in _PARTS for last in _PARTS]  # as many as a trade has, so that few are in most texts
COLUMNS = "text, created_at, kind, evidence_type, quote, source, url, author, occurred_on, dismissed_reason, custom"


@dataclass(frozen=True, slots=True)
class Fill:
    """So many pieces of evidence that nobody has looked at, and a problem."""

    pieces: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        chance = random.Random(self.pieces)
        AddProblem("Topic: keys get lost").run(uow)
        uow.connection.executemany(
            f"INSERT INTO evidence ({COLUMNS}) VALUES (?, '2026-01-15T09:00:00Z', 'review', 'anecdote', '', "
            "'App Store', '', ?, ?, '', '{}')",
            (
                (
                    f"Topic {number:06}: " + " ".join(chance.choices(_WORDS, k=25)),
                    f"author {chance.randint(1, self.pieces)}",
                    f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                )
                for number in range(1, self.pieces + 1)
            ),
        )
        return Outcome(f"Made {self.pieces} pieces")


def rows() -> list[Row]:
    """The rows of this part."""
    for size in SIZES:
        path = _path(size)
        path.unlink(missing_ok=True)
        Session.create(path, f"{size} pieces", now, fill=Fill(size).run).close()
    return [
        *start_rows("evidence", "2", FULL, 1.8, {size: _path(size) for size in SIZES}),
        *key_rows(),
        *at_once_rows(),
    ]


def key_rows() -> list[Row]:
    """The cursor goes down and the text follows; a piece is deleted and brought back, and one connected."""
    mine: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    floor: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as open_now:
        ours, bare = {}, {}
        for size in SIZES:
            copy = OUT / f"triaged-{size}.pmtui"
            shutil.copyfile(_path(size), copy)
            ours[size] = open_now.enter_context(opened(app(copy), FULL, "2"))
            bare[size] = open_now.enter_context(opened(bare_list(size, 2), FULL))
        for number in range(PRESSES):
            for size in SIZES:
                mine["cursor down the evidence"][size].append(press(ours[size], "jjk"[number % 3]).last)
                floor["cursor down the evidence"][size].append(press(bare[size], "jjk"[number % 3]).last)
                handed_over = press(bare[size], "LH"[number % 2]).last
                mine["delete a piece"][size].append(press(ours[size], "d").last)
                press(ours[size], "c")
                mine["connect a piece, from enter"][size].append(press(ours[size], "\r").last)
                for what in ("delete a piece", "connect a piece, from enter"):
                    floor[what][size].append(handed_over)
    found = []
    for what, sizes in mine.items():
        for size, last in sizes.items():
            found.append(
                ratio_row(f"{what}, {size:,}", f"bare list of {size:,}", 3, last, floor[what][size], "ms", 0.95)
            )
        small, *_, large = sizes.values()
        found.append(ratio_row(f"{what}, {SIZES[-1]:,}", f"{what}, 100", 1.2, large, small, "ms", 0.95))
    return found


def at_once_rows() -> list[Row]:
    """Ten thousand pieces of the largest inbox dismissed in one step, and that step taken back: at once is a second.

    What bare SQLite takes for as many rows stands beside it.
    """
    path = OUT / "dismissed.pmtui"
    shutil.copyfile(_path(SIZES[-1]), path)
    pieces = tuple(range(1, AT_ONCE + 1))
    series: dict[str, list[float]] = defaultdict(list)
    workspace, bare = Workspace.open(path), bare_inbox(OUT / "dismissed-bare.db", path)
    for number in range(ROUNDS):
        began = time.perf_counter()
        dismiss_bare(bare, pieces, f"round {number}")
        series["floor"].append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        workspace.run(DismissEvidence(pieces, "said before"))
        series["dismiss"].append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        workspace.undo()
        series["undo"].append((time.perf_counter() - began) * 1000)
    bare.close()
    workspace.close()
    bare_milliseconds = statistics.median(series["floor"])
    beside = f"; as many rows changed and noted in bare SQLite {bare_milliseconds:.4g} ms"
    found = []
    for what, taken in (("", series["dismiss"]), (": undo", series["undo"])):
        row = ratio_row(f"dismiss {AT_ONCE:,} pieces at once{what}", "a second", 1, taken, [SECOND], "ms")
        found.append(replace(row, spread=row.spread + beside))
    return found


def bare_inbox(path: Path, source: Path) -> sqlite3.Connection:
    """The same pieces and journal without triggers, indexes or full text, with the same care for the disk."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("ATTACH ? AS source", (str(source),))
    for table in ("evidence", "change"):
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM source.{table}")
    connection.execute("DETACH source")
    connection.execute("CREATE UNIQUE INDEX evidence_number ON evidence (id)")
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def dismiss_bare(connection: sqlite3.Connection, pieces: tuple[int, ...], reason: str) -> None:
    """One transaction that writes what dismissing these pieces writes."""
    these = json.dumps(pieces)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO change (step, kind, row, op, before) "
        "SELECT 1, 'evidence', value, 'U', json_object('dismissed_reason', '') FROM json_each(?)",
        (these,),
    )
    connection.execute(
        "UPDATE evidence SET dismissed_reason = ? WHERE id IN (SELECT value FROM json_each(?))", (reason, these)
    )
    connection.execute("COMMIT")


def _path(size: int) -> Path:
    return OUT / f"inbox-{size}.pmtui"
