"""Ranks under uncertainty against the same draws and sorting in bare numpy, in processes of their own."""

import random
import resource
import subprocess
import sys
import time
from collections import defaultdict

import numpy as np

from benchmarks.report import Row, ratio_row
from pmtui.domain.contest import RUNS, Contest
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.estimate import Amount
from pmtui.domain.scorecard import RICE_FORMULA
from pmtui.domain.simulation.ranks import simulate_ranks
from pmtui.domain.simulation.research import research_values

PROBLEMS, ROUNDS, AT_ONCE = 1_000, 7, 1_000
WHAT = f"ranks of {PROBLEMS:,} problems in {RUNS:,} runs"
CRITERIA = {criterion.code: criterion for criterion in RICE_CRITERIA}


def rows() -> list[Row]:
    """The rows of this part."""
    seconds: dict[str, list[float]] = defaultdict(list)
    megabytes: list[float] = []
    for _ in range(ROUNDS):
        for name in ("bare", "ranks", "research"):
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.ranks", name], capture_output=True, text=True, check=True
            )
            taken, peak = map(float, done.stdout.split())
            seconds[name].append(taken)
            if name == "ranks":
                megabytes.append(peak)
    return [
        ratio_row(WHAT, "the same draws and argsort in bare numpy", 2, seconds["ranks"], seconds["bare"], "s"),
        ratio_row(f"{WHAT}, peak memory", "300 MiB", 1, megabytes, [300.0], "MiB"),
        ratio_row("with what is worth finding out", "the same", 3, seconds["research"], seconds["bare"], "s"),
    ]


def contest() -> Contest:
    """Problems whose reach, impact and effort are ranges."""
    chance = random.Random(1)
    items = {}
    for number in range(1, PROBLEMS + 1):
        reach, impact, effort = chance.uniform(10, 1000), chance.uniform(0.25, 2), chance.uniform(0.5, 10)
        items[number] = {
            "reach": Amount(reach, reach * 4),
            "impact": Amount(impact, impact * 1.4),
            "rice_confidence": Amount(0.8, 0.8),
            "effort": Amount(effort, effort * 2),
        }
    return Contest(RICE_FORMULA, CRITERIA, items)


def bare() -> None:
    """The same distributions drawn and sorted, and nothing counted."""
    found = contest()
    amounts = {code: [found.items[number][code] for number in found.items] for code in CRITERIA}
    low = {code: np.array([amount.low for amount in each]) for code, each in amounts.items()}
    high = {code: np.array([amount.high for amount in each]) for code, each in amounts.items()}
    chance = np.random.default_rng(1)
    size = (AT_ONCE, PROBLEMS)
    for _ in range(RUNS // AT_ONCE):
        reach = np.sqrt(low["reach"] * high["reach"]) * np.exp(0.42 * chance.standard_normal(size))
        effort = np.sqrt(low["effort"] * high["effort"]) * np.exp(0.21 * chance.standard_normal(size))
        impact = low["impact"] + (high["impact"] - low["impact"]) * chance.beta(3.0, 3.0, size)
        np.argsort(-(reach * impact * 0.8 / np.maximum(effort, 0.5)), axis=1)


def main(name: str) -> None:
    """Run one of the three, and print the seconds it took and the peak of memory in MiB."""
    found = contest()
    began = time.perf_counter()
    if name == "bare":
        bare()
    else:
        ranked = simulate_ranks(found)
        if name == "research":
            research_values(found, ranked)
    print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main(sys.argv[1])
