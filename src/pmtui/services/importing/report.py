"""What an import did, or would do."""

import re
from dataclasses import dataclass, field
from typing import Any

from pmtui.importers import Complaint, Trouble

REFUSED_SHOWN = 1_000
KINDS_NAMED = NUMBERS_NAMED = 8
_VARYING = re.compile(r"“[^”]*”|\d+")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The counts of an import.

    preset, runner_up: which one was taken, and which fits next. source: the label of the place the file comes from.
    rows: records in the file. created, updated: by kind. unchanged: as they were at the last import, or without effect
    here. skipped: left out, each with a warning that says why. refused: could not be read; refusals holds the first of
    them. unit: what the numbers of the refusals count, line or item. refused_file: where they were written to, or None.
    step: None when nothing was changed (a preview, say).
    """

    preset: str
    runner_up: str
    source: str
    rows: int
    created: dict[str, int]
    updated: dict[str, int]
    unchanged: int
    skipped: int
    refused: int
    warnings: tuple[Trouble, ...]
    notes: tuple[str, ...] = ()
    refusals: tuple[Complaint, ...] = field(default=())
    unit: str = "line"
    refused_file: str | None = None
    step: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As `import --json` prints it."""
        return {
            "preset": self.preset,
            "runner_up": self.runner_up,
            "source": self.source,
            "rows": self.rows,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "refused": self.refused,
            "warnings": [
                {"kind": trouble.kind, "column": trouble.column, "count": trouble.count, "example": trouble.example}
                for trouble in self.warnings
            ],
            "refused_file": self.refused_file,
            "step": self.step,
        }


def warning_in_words(warning: Trouble) -> str:
    """A warning as people read it: how often, what, in which column, and the first cell that had it."""
    where = f" ({warning.column})" if warning.column else ""
    example = f", such as “{warning.example}”" if warning.example else ""
    return f"{warning.count:,} × {warning.kind}{where}{example}"


def refusals_in_words(report: ImportReport) -> tuple[str, ...]:
    """What was refused, a line a kind, with the first records it befell: `3 × It has no title. (line 4, 9, 12)`.

    Reasons that differ only in figures and in what stands in the cell are one kind, of which the first is told.
    """
    kinds: dict[str, list[Complaint]] = {}
    for complaint in report.refusals:
        kinds.setdefault(_VARYING.sub("", complaint.reason), []).append(complaint)
    named = list(kinds.values())[:KINDS_NAMED]
    lines = [_refused_for(found[0].reason, [one.number for one in found], report.unit) for found in named]
    if others := report.refused - sum(map(len, named)):
        lines.append(f"and {others:,} more")
    return tuple(lines)


def _refused_for(reason: str, numbers: list[int], unit: str) -> str:
    if len(numbers) == 1:
        return f"{unit} {numbers[0]}: {reason}"
    named = ", ".join(map(str, numbers[:NUMBERS_NAMED])) + (", …" if len(numbers) > NUMBERS_NAMED else "")
    return f"{len(numbers):,} × {reason} ({unit} {named})"


def in_words(counts: dict[str, int]) -> str:
    """Counts by kind as people say them: `3 problems`, `1 piece of evidence`, or `nothing`."""
    names = {
        "problem": ("problem", "problems"),
        "evidence": ("piece of evidence", "pieces of evidence"),
        "persona": ("persona", "personas"),
        "decision": ("decision", "decisions"),
        "strategy_box": ("box of the strategy", "boxes of the strategy"),
        "objective": ("objective", "objectives"),
        "key_result": ("key result", "key results"),
        "problem_objective": ("problem that serves one", "problems that serve one"),
    }
    parts = [f"{count:,} {names[kind][count != 1]}" for kind, count in counts.items() if count]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:]))) or "nothing"


def step_label(created: dict[str, int], updated: dict[str, int], file_name: str) -> str:
    """The name of the step that an import is."""
    new, changed = in_words(created), in_words(updated)
    if new == changed == "nothing":
        return f"Nothing new in {file_name}"
    if new == "nothing":
        return f"Changed {changed} from {file_name}"
    return f"Imported {new} from {file_name}" + (f"; changed {changed}" if changed != "nothing" else "")
