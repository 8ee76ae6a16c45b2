"""The commands about what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import Record, print_record, print_records, print_table, say, shown_moment

if TYPE_CHECKING:
    from pmtui.domain.changes import Step


@click.command(
    "undo",
    epilog="""\b
Example:
  pmtui undo""",
)
@as_json
@click.pass_context
def undo_command(context: click.Context, as_json: bool) -> None:
    """Take the newest step back, whoever made it; one undone step after the other, back to the first."""
    with opened(context) as workspace:
        step = workspace.newest_to_undo()
        change = workspace.undo(step.id if step else None)
    if as_json and step:
        print_record(_record(replace(step, state="undone")))
    else:
        say(change.label)


@click.command(
    "redo",
    epilog="""\b
Example:
  pmtui redo""",
)
@as_json
@click.pass_context
def redo_command(context: click.Context, as_json: bool) -> None:
    """Do the step again that was undone last."""
    with opened(context) as workspace:
        change = workspace.redo()
        step = workspace.newest_to_undo()
    if as_json and step:
        print_record(_record(step))
    else:
        say(change.label)


@click.command(
    "history",
    epilog="""\b
Examples:
  pmtui history
  pmtui history --limit 5 --json""",
)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many steps at most.")
@as_json
@click.pass_context
def history_command(context: click.Context, limit: int, as_json: bool) -> None:
    """What was done to the workspace, the newest step first."""
    from pmtui.services.history import newest_steps

    with opened(context) as workspace:
        records = [_record(step) for step in workspace.ask(newest_steps, limit)]
    if as_json:
        print_records(records)
    else:
        rows = (
            (
                str(step["step"]),
                shown_moment(step["at"]),
                step["source"],
                step["label"] + (" (undone)" if step["undone"] else ""),
            )
            for step in records
        )
        print_table(("step", "at", "source", "label"), rows, right=("step",))


def _record(step: Step) -> Record:
    return {
        "step": step.id,
        "at": step.at,
        "label": step.label,
        "source": step.source,
        "undone": step.state != "done",
    }
