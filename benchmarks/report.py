"""Rows of figures, as a table on the screen and in results.md."""

import os
import platform
import sqlite3
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
_HEAD = ("What", "Against", "Target", "Figure", "Spread", "Met")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ratio: how many times the floor; target: the most it should be; spread: the absolute figures."""

    what: str
    against: str
    target: float
    ratio: float
    spread: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells as text."""
        met = "yes" if self.ratio <= self.target else "**no**"
        return self.what, self.against, f"≤ {self.target:g}", f"{self.ratio:.2f}", self.spread, met


def ratio_row(
    what: str, against: str, target: float, ours: Sequence[float], floor: Sequence[float], unit: str, part: float = 0.5
) -> Row:
    """The row of two series measured in turn, compared at a part of each: 0.5 the median, 0.95 the 95th percentile."""
    mine, theirs = quantile(ours, part), quantile(floor, part)
    name = "median" if part == 0.5 else f"p{part * 100:.0f}"
    spread = f"{name} {mine:.4g} {unit} ({min(ours):.4g} to {max(ours):.4g}, n={len(ours)}) against {theirs:.4g} {unit}"
    return Row(what, against, target, mine / theirs if theirs else float("inf"), spread)


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    if part == 0.5:
        return statistics.median(values)
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [_line(_HEAD), _line(["---"] * len(_HEAD)), *(_line(row.cells) for row in rows)]
    return "\n".join(lines) + "\n"


def write_results(rows: Iterable[Row]) -> None:
    """Keep the figures with what they were measured on."""
    parts = [
        "# Speed and memory",
        "",
        "Written by `make bench`. Every figure is a ratio of two things measured in turn in one run: absolute figures",
        "differ from machine to machine. Interface figures come from the real program in a pseudo-terminal, 140x45.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, Textual {version('textual')}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()}, {os.cpu_count()} processors.",
        "",
        markdown(rows),
    ]
    RESULTS.write_text("\n".join(parts), encoding="utf-8")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
