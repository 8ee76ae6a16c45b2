"""The Strategy screen at 100 and 10,000 problems: its start, the cursor, a box that is written, the switch to it."""

import shutil
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import OUT, Fill
from benchmarks.measure import app, bare_list, opened, press, topics
from benchmarks.report import Row, ratio_row
from benchmarks.screen_start import start_rows
from pmtui.domain.changes import Outcome
from pmtui.domain.strategy import BOXES, LIFECYCLE
from pmtui.services.key_results import AddKeyResult
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.strategy import SetBox
from pmtui.services.workspace import now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

SIZES = (100, 10_000)
PRESSES = 40
WORDS = "Topic of a line that says what is meant, so that a box of the page looks as it does where people write. " * 3


@dataclass(frozen=True, slots=True)
class FillStrategy:
    """Every box written, three objectives with three key results each, and problems that serve them."""

    problems: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        outcome = Fill(self.problems).run(uow)
        for code in BOXES:
            SetBox(code, "growth" if code == LIFECYCLE else WORDS).run(uow)
        for number in (1, 2, 3):
            AddObjective(f"Topic {number}", notes=WORDS).run(uow)
            for measure in ("visits", "calls", "offices"):
                fields = {"baseline": "1", "target": "9", "current": "5"}
                AddKeyResult(number, f"Topic of {measure}", fields).run(uow)
            LinkObjective(tuple(range(number * 10, number * 10 + 4)), number).run(uow)
        return outcome


def rows() -> list[Row]:
    """The rows of this part."""
    for size in SIZES:
        _path(size).unlink(missing_ok=True)
        Session.create(_path(size), f"{size} problems", now, fill=FillStrategy(size).run).close()
    return [*start_rows("strategy", "6", topics(8), 1.6, {size: _path(size) for size in SIZES}), *key_rows()]


def key_rows() -> list[Row]:
    """The cursor goes from box to box; a key result is moved, which writes; the screen is left and come back to."""
    mine: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    floor: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as open_now:
        ours, bare = {}, {}
        for size in SIZES:
            copy = OUT / f"strategy-used-{size}.pmtui"
            shutil.copyfile(_path(size), copy)
            ours[size] = open_now.enter_context(opened(app(copy), topics(8), "6"))
            bare[size] = open_now.enter_context(opened(bare_list(size, 2), topics(30)))
        for number in range(PRESSES):
            for size in SIZES:
                mine["cursor from box to box"][size].append(press(ours[size], "ljkh"[number % 4]).last)
                floor["cursor from box to box"][size].append(press(bare[size], "jk"[number % 2]).last)
                press(ours[size], "G")
                floor["move an objective"][size].append(press(bare[size], "LH"[number % 2]).last)
                floor["switch to the strategy"][size].append(press(bare[size], "s").last)
                mine["move an objective"][size].append(press(ours[size], "KJ"[number % 2]).last)
                press(ours[size], "3")
                mine["switch to the strategy"][size].append(press(ours[size], "6").last)
                press(ours[size], "gg")
    return [
        ratio_row(f"{what}, {size:,}", f"bare list of {size:,}", 3, last, floor[what][size], "ms", 0.95)
        for what, sizes in mine.items()
        for size, last in sizes.items()
    ]


def _path(size: int) -> Path:
    return OUT / f"strategy-{size}.pmtui"
