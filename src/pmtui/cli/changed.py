"""The command about what changed between two moments."""

from pathlib import Path

import click

from pmtui.cli.options import FILE_PATH, as_json, opened
from pmtui.cli.output import print_record, say


@click.command(
    "changes",
    epilog="""\b
Examples:
  pmtui changes --since "last month"
  pmtui changes --since 2026-10-01 -o changes.md
  pmtui changes --since 2026-09-30 --until 2026-10-31
  pmtui changes --since "step 12" --json""",
)
@click.option("--since", required=True, metavar="DATE", help="The end of this day, or after a step: “step 12”.")
@click.option("--until", default="", metavar="DATE", help="The end of this day instead of now.")
@click.option("-o", "--output", metavar="FILE", type=FILE_PATH, default=None, help="Write into this file.")
@as_json
@click.pass_context
def changes_command(context: click.Context, since: str, until: str, output: Path | None, as_json: bool) -> None:
    """What changed, for people who ask: added, dropped and why, moved, re-scored, decided, learned.

    DATE is a day such as 2026-10-01, “yesterday”, “last week”, “30 days ago”, or a step of the history, “step 12”.
    A day means its end. Scores are told where they moved by more than their own uncertainty.
    """
    from pmtui.services.change_pages import changes_page
    from pmtui.services.changes import changes_between, changes_record

    with opened(context) as workspace:
        found = changes_between(workspace, since, until)
    if as_json:
        print_record(changes_record(found))
    elif output is None:
        say(changes_page(found).rstrip("\n"))
    else:
        from pmtui.environment.files import write_text

        write_text(output, changes_page(found))
        say(f"Wrote {output}")
