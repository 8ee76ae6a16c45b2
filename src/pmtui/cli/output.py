"""What commands print. Text from the workspace reaches the terminal only through here, cleaned."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_block, shown_line

if TYPE_CHECKING:
    from pmtui.domain.changes import ChangeSet
    from pmtui.domain.search_excerpt import Excerpt

Record = dict[str, Any]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def say(text: str) -> None:
    """Print a text of one or several lines as a result."""
    sys.stdout.write(shown_block(text) + "\n")


def say_marked(before: str, excerpt: Excerpt) -> None:
    """Print an excerpt after a few words, on a terminal with what was sought in bold."""
    shown, end = [shown_line(before)], 0
    for start, stop in excerpt.marks if sys.stdout.isatty() else ():
        shown += [shown_line(excerpt.text[end:start]), _BOLD, shown_line(excerpt.text[start:stop]), _PLAIN]
        end = stop
    sys.stdout.write("".join(shown) + shown_line(excerpt.text[end:]) + "\n")


def note(text: str) -> None:
    """Print one line that is not part of the result."""
    sys.stderr.write(shown_line(text) + "\n")


def shown_figure(value: float) -> str:
    """A number as people read it: whole ones whole, others with three significant digits."""
    from pmtui.domain.scorecard import show_score

    return show_score(value) if isinstance(value, float) else f"{value:,}"


def shown_moment(text: str) -> str:
    """A moment as the clock here says it, with the name of its zone; any other text as it is."""
    if not _MOMENT.fullmatch(text):
        return text
    from datetime import datetime

    return f"{datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M %Z}"


def print_record(record: Record) -> None:
    """Print one JSON object in plain ASCII."""
    import json  # what isn't asked for JSON, the app above all, starts sooner without

    sys.stdout.write(json.dumps(record, indent=2) + "\n")


def print_records(records: Iterable[Record]) -> None:
    """Print a JSON array in plain ASCII, one object a line."""
    import json

    lines = [json.dumps(record) for record in records]
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()) -> None:
    """Print rows under the names of their columns, aligned.

    right: the columns that are aligned to the right. The last column holds what has no known width.
    """
    cells = [list(columns), *([shown_line(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns) - 1)]
    for row in cells:
        aligned = [
            cell.rjust(width) if name in right else cell.ljust(width)
            for name, cell, width in zip(columns, row, widths, strict=False)
        ]
        say("  ".join([*aligned, row[-1]]).rstrip())


def report(change: ChangeSet, as_json: bool, **more: Any) -> None:
    """Print what a step did. more: what else its JSON object holds."""
    if as_json:
        print_record({"step": change.step, "label": change.label, "notice": change.notice, **more})
        return
    say(change.label)
    if change.notice:
        note(change.notice)


def complain(refusal: Refusal, as_json: bool) -> None:
    """Print what did not happen and what to do about it."""
    if as_json:
        error = {"title": shown_line(refusal.title), "hint": shown_line(refusal.hint)}
        import json

        sys.stderr.write(json.dumps({"error": error}) + "\n")
        return
    note(f"pmtui: {refusal.title}")
    if refusal.hint:
        note(refusal.hint)
