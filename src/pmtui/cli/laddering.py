"""The command about the confidence ladder."""

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import print_record, print_table, report, say


@click.command(
    "ladder",
    epilog="""\b
Examples:
  pmtui ladder
  pmtui ladder interview=0.5,4 anecdote=0.3,1
  pmtui ladder --half-life 180""",
)
@click.argument("steps", metavar="[TYPE=WEIGHT,CAP]...", nargs=-1)
@click.option("--half-life", default="", metavar="DAYS", help="After so many days evidence counts half.")
@as_json
@click.pass_context
def ladder_command(context: click.Context, steps: tuple[str, ...], half_life: str, as_json: bool) -> None:
    """What each type of evidence is worth: for each distinct customer (weight), and at most (cap).

    With arguments it is changed: a new version that counts from now on. undo takes it back.
    """
    from pmtui.services.confidence import EditLadder, newest_ladder

    changed: dict[str, tuple[str, str]] = {}
    for words in steps:
        name, mark, figures = words.partition("=")
        weight, comma, cap = figures.partition(",")
        if not mark or not comma:
            raise click.UsageError(f"“{words}” is not TYPE=WEIGHT,CAP, such as interview=0.35,3.", context)
        changed[name.strip().casefold().replace(" ", "_")] = weight, cap
    with opened(context) as workspace:
        change = workspace.run(EditLadder(changed, half_life)) if changed or half_life else None
        ladder = workspace.ask(newest_ladder)
    rows = ladder.by_type
    if change is not None:
        report(change, as_json, version=ladder.version)
    elif as_json:
        print_record(
            {
                "version": ladder.version,
                "half_life_days": ladder.half_life_days,
                "steps": {name: {"weight": weight, "cap": cap} for name, (weight, cap) in rows.items()},
            }
        )
    else:
        columns = ("type", "weight", "cap")
        lines = ([name, f"{weight:g}", f"{cap:g}"] for name, (weight, cap) in rows.items())
        print_table(columns, lines, right=("weight", "cap"))
        say(f"\nVersion {ladder.version}. After {ladder.half_life_days:g} days evidence counts half.")
