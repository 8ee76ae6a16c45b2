"""The Roadmap screen at 100 and 10,000 problems: its start, the cursor, a move, the switch; and plans of 300 items."""

import random
import shutil
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import OUT, Fill
from benchmarks.measure import app, bare_list, opened, press, topics
from benchmarks.report import Row, ratio_row
from benchmarks.screen_start import start_rows
from pmtui.domain.changes import Outcome
from pmtui.domain.plan import PlanItem, PlanQuestion, propose_plan
from pmtui.domain.problem import HORIZONS
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.workspace import now
from pmtui.store.session import Session
from pmtui.store.unit_of_work import UnitOfWork

SIZES = (100, 10_000)
PRESSES, PLANS = 40, 9
FULL = topics(25)
PLAN_ALLOWED = 1000.0  # milliseconds


@dataclass(frozen=True, slots=True)
class FillRoadmap:
    """Every problem in a horizon, one after the other, so that each holds a quarter."""

    problems: int

    def run(self, uow: UnitOfWork) -> Outcome:
        """Put them into an empty workspace."""
        outcome = Fill(self.problems).run(uow)
        for place, horizon in enumerate(HORIZONS):
            uow.connection.execute(
                "UPDATE problem SET horizon = ?, horizon_reason = 'it is so' WHERE id % 4 = ?", (horizon, place)
            )
        SetCapacity({"now": "40", "next": "40"}).run(uow)
        return outcome


def rows() -> list[Row]:
    """The rows of this part."""
    for size in SIZES:
        _path(size).unlink(missing_ok=True)
        Session.create(_path(size), f"{size} problems", now, fill=FillRoadmap(size).run).close()
    return [*plan_rows(), *start_rows("roadmap", "7", FULL, 1.6, {size: _path(size) for size in SIZES}), *key_rows()]


def key_rows() -> list[Row]:
    """The cursor goes up a horizon; a problem goes to the next one and back; the screen is left and come back to."""
    mine: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    floor: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as open_now:
        ours, bare = {}, {}
        for size in SIZES:
            copy = OUT / f"roadmap-used-{size}.pmtui"
            shutil.copyfile(_path(size), copy)
            ours[size] = open_now.enter_context(opened(app(copy), FULL, "7"))
            press(ours[size], "G")
            bare[size] = open_now.enter_context(opened(bare_list(size, len(HORIZONS)), topics(30)))
        for number in range(PRESSES):
            for size in SIZES:
                mine["cursor up a horizon"][size].append(press(ours[size], "k").last)
                floor["cursor up a horizon"][size].append(press(bare[size], "jk"[number % 2]).last)
                mine["move to a horizon"][size].append(press(ours[size], "LH"[number % 2]).last)
                floor["move to a horizon"][size].append(press(bare[size], "LH"[number % 2]).last)
                floor["switch to the roadmap"][size].append(press(bare[size], "s").last)
                press(ours[size], "3")
                mine["switch to the roadmap"][size].append(press(ours[size], "7").last)
    found = [
        ratio_row(f"{what}, {size:,}", f"bare list of {size:,}", 3, last, floor[what][size], "ms", 0.95)
        for what, sizes in mine.items()
        for size, last in sizes.items()
    ]
    for what, sizes in mine.items():
        small, large = sizes[SIZES[0]], sizes[SIZES[-1]]
        found.append(ratio_row(f"{what}, {SIZES[-1]:,}", f"{what}, 100", 1.2, large, small, "ms", 0.95))
    return found


def plan_rows() -> list[Row]:
    """Plans of 300 items with few and with many dependencies, and of items that are worth just their effort."""
    found = []
    for what, needs, alike in (
        ("30 dependencies", 30, False),
        ("180 dependencies", 180, False),
        ("450 dependencies", 450, False),
        ("values like efforts, 30 dependencies", 30, True),
    ):
        taken, gaps = [], []
        for seed in range(PLANS):
            asked = _question(300, needs, alike, seed)
            began = time.perf_counter()
            plan = propose_plan(asked)
            taken.append((time.perf_counter() - began) * 1000)
            gaps.append(plan.gap)
        worst = f"at most {max(gaps):.2%} below the best"
        found.append(ratio_row(f"plan of 300, {what}, {worst}", "a second", 1, taken, [PLAN_ALLOWED], "ms"))
    return found


def _question(count: int, needs: int, alike: bool, seed: int) -> PlanQuestion:
    chance = random.Random(seed)
    items = {}
    for number in range(1, count + 1):
        effort = chance.choice((0.5, 1.0, 2.0, 3.0)) if not alike else round(chance.uniform(0.2, 6), 3)
        worth = effort * 100 if alike else chance.uniform(10, 3000)
        items[number] = PlanItem(number, worth, effort)
    links: dict[int, set[int]] = defaultdict(set)
    for _ in range(needs):
        number = chance.randrange(2, count + 1)
        links[number].add(chance.randrange(1, number))
    kept: Mapping[int, frozenset[int]] = {number: frozenset(found) for number, found in links.items()}
    return PlanQuestion(items, 20, 20, kept)


def _path(size: int) -> Path:
    return OUT / f"roadmap-{size}.pmtui"
