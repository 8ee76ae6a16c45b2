"""The command that takes files of other tools in."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmtui.cli.importing_strategy import import_strategy
from pmtui.cli.options import FILE_PATH, as_json, opened
from pmtui.cli.output import note, print_record, say
from pmtui.domain.errors import Refusal
from pmtui.domain.text import counted

if TYPE_CHECKING:
    from pmtui.services.importing.report import ImportReport
    from pmtui.services.imports import ReadFile


def _complete_preset(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    from pmtui.importers import all_presets

    return [name for name in all_presets() if name.startswith(incomplete)]


@click.command(
    "import",
    epilog="""\b
Examples:
  pmtui import jira-export.csv --dry-run
  pmtui import jira-export.csv
  pmtui import survey.csv --as evidence --map text="What is missing?" --source "Spring survey"
  pmtui import wishes.csv --set effort=2 --lane "On hold=Inbox" --lane "Never=declined" --drop Watchers
  pmtui import rice.csv --scale impact=ten --scale effort=weeks
  pmtui import personas.md
  pmtui import decisions/0002-hosting-platforms.md
  pmtui import strategy.md --dry-run
  pmtui import tickets.csv --preset zendesk --day-first --good-rows""",
)
@click.argument("file", type=FILE_PATH)
@click.option(
    "--as",
    "target",
    type=click.Choice(["problem", "evidence", "persona", "decision", "strategy"]),
    default=None,
    help="What the records become; if not given, what fits the file.",
)
@click.option(
    "--preset",
    default="",
    shell_complete=_complete_preset,
    help="The tool the file comes from, such as jira; if not given, it is recognised.",
)
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN",
    multiple=True,
    help="The column that a field is taken from, such as title=Summary; may be given several times.",
)
@click.option(
    "--set",
    "fixed",
    metavar="FIELD=VALUE",
    multiple=True,
    help="One value of a field for all records, such as effort=2; may be given several times.",
)
@click.option(
    "--lane",
    "lanes",
    metavar="STATUS=LANE",
    multiple=True,
    help="The lane (or declined) that a status of the file becomes; may be given several times.",
)
@click.option(
    "--scale",
    "scales",
    metavar="FIELD=SCALE",
    multiple=True,
    help="The scale that an estimate of the file is on, such as impact=ten; may be given several times.",
)
@click.option(
    "--drop",
    metavar="COLUMN",
    multiple=True,
    help="A column to leave out; else it is kept as a custom field. May be given several times.",
)
@click.option("--source", default="", metavar="LABEL", help="The name of the place the file comes from.")
@click.option(
    "--day-first/--month-first",
    default=None,
    help="How dates such as 3/4/2026 are written, if the file leaves it open.",
)
@click.option(
    "--good-rows",
    is_flag=True,
    default=False,
    help="Import the other records when some are refused; those are written to a file beside FILE, with the reasons.",
)
@click.option("--keep-contacts", is_flag=True, default=False, help="Keep e-mail addresses and phone numbers of people.")
@click.option("--dry-run", is_flag=True, default=False, help="Say what would happen, and change nothing.")
@as_json
@click.pass_context
def import_command(
    context: click.Context,
    file: Path,
    target: str | None,
    preset: str,
    columns: tuple[str, ...],
    fixed: tuple[str, ...],
    lanes: tuple[str, ...],
    scales: tuple[str, ...],
    drop: tuple[str, ...],
    source: str,
    day_first: bool | None,
    good_rows: bool,
    keep_contacts: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take in an export of another tool (CSV, TSV, JSON), or personas, decisions or a strategy in Markdown: one step.

    The same file, or a newer export of it, can be imported again: what is there already is brought up to date, and
    what you changed here stays. It is read as it was before, but for what you say now. Before an import a copy of the
    workspace is put aside. A strategy takes the place of what is written in the boxes it names, and says so.
    """
    gc.enable()  # a large file does leave garbage
    if target in (None, "strategy"):
        page = import_strategy(context, file, target is not None, dry_run)
        if page is not None:
            if as_json:
                print_record(page.as_json())
            else:
                _show_report(page, dry_run)
            return
    from pmtui.environment.config import read_settings
    from pmtui.importers import Choices
    from pmtui.services.imports import ImportFile, choices_before, preview_import, propose_again, read_file, run_import

    choices = Choices(
        preset=preset,
        target=target or "",
        columns=_columns_by_field(context, columns),
        fixed=dict(_pairs(context, fixed, "FIELD=VALUE, such as effort=2")),
        lanes=dict(_pairs(context, lanes, "STATUS=LANE, such as Doing=Building")),
        drop=drop,
        label=source,
        day_first=day_first,
        usual_day_first=read_settings().day_first,
        keep_contacts=keep_contacts,
        scales=dict(_pairs(context, scales, "FIELD=SCALE, such as impact=ten")),
    )
    with opened(context) as workspace:
        read = read_file(file, choices)
        before = workspace.ask(choices_before, read, choices)
        if before is not choices:
            read = propose_again(read, before)
        command = ImportFile(read, good_rows, progress=_show_progress)
        try:
            if dry_run:
                report = preview_import(workspace, command)
            else:
                workspace.back_up("before-import")
                report = run_import(workspace, command)
                if report.refused:
                    report = replace(report, refused_file=_write_refused(read))
        except Refusal as refusal:
            if not read.proposal.has_words:
                refusal.hint += " Name it, as in --map title=COLUMN or --map text=COLUMN."
            if command.reports and command.reports[-1].refused:
                if not as_json:
                    _note_refusals(command.reports[-1])
                refusal.hint = "Correct the file, or import the others with --good-rows."
            raise
        finally:
            _end_progress()
    if as_json:
        print_record(report.as_json())
        return
    if dry_run:
        _show_proposal(read)
    _show_report(report, dry_run)


def _columns_by_field(context: click.Context, mapped: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = {}
    for field, column in _pairs(context, mapped, "FIELD=COLUMN, such as title=Summary"):
        columns[field] = (*columns.get(field, ()), column) if column else ()
    return columns


def _pairs(context: click.Context, given: tuple[str, ...], wanted: str) -> Iterator[tuple[str, str]]:
    for words in given:
        name, mark, value = words.partition("=")
        if not mark:
            raise click.UsageError(f"“{words}” is not {wanted}.", context)
        yield name, value


def _write_refused(read: ReadFile) -> str | None:
    from pmtui.services.importing.refused import write_refused

    try:
        return str(write_refused(read.source, read.proposal, read.path))
    except Refusal as refusal:
        note(str(refusal))
        return None


def _show_proposal(read: ReadFile) -> None:
    from pmtui.importers.scales import scale_label

    proposal = read.proposal
    for field, columns in proposal.mapping.items():
        say(f"  {field} from {', '.join(column.name for column in columns)}")
    for field, value in proposal.fixed.items():
        say(f"  {field} is “{value}” for all")
    for scale in proposal.scales:
        say(f"  {scale.code} ({scale.seen}) on the scale {scale.scale}: {scale_label(scale)}")
    for plan in proposal.statuses:
        say(f"  status {plan.word} ({plan.count:,}): {plan.lane or 'the first lane, kept as a tag'}")
    if proposal.kept:
        say(f"  kept as custom fields: {', '.join(column.name for column in proposal.kept)}")
    if proposal.dropped:
        say(f"  left out: {', '.join(column.name for column in proposal.dropped)}")


def _show_report(report: ImportReport, dry_run: bool) -> None:
    from pmtui.services.importing.report import in_words, warning_in_words

    fits_too = f" (or {report.runner_up})" if report.runner_up else ""
    say(f"Read {counted(report.rows, 'record')} from {report.source} as {report.preset}{fits_too}.")
    created, changed = ("Would create", "change") if dry_run else ("Created", "changed")
    say(f"{created} {in_words(report.created)}, {changed} {in_words(report.updated)}.")
    say(f"Unchanged {report.unchanged:,}, skipped {report.skipped:,}, refused {report.refused:,}.")
    for trouble in report.warnings:
        note(warning_in_words(trouble))
    for words in report.notes:
        note(words)
    _note_refusals(report)
    if report.refused_file:
        note(f"the refused records are in {report.refused_file}: correct them there, and import that file")


def _note_refusals(report: ImportReport) -> None:
    from pmtui.services.importing.report import refusals_in_words

    for words in refusals_in_words(report):
        note(words)


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done:,} of {total:,}")
        sys.stderr.flush()


def _end_progress() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\n")
