"""The command about who is heard and who is not."""

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import print_record, print_table, say


@click.command("bias", epilog="\b\nExamples:\n  pmtui bias\n  pmtui bias --json\n  pmtui export bias -o bias.md")
@as_json
@click.pass_context
def bias_command(context: click.Context, as_json: bool) -> None:
    """Who is heard and who is not: each persona's share of the evidence against its share of the people.

    Also how much evidence is recent, and the open problems that one customer alone speaks of.
    """
    from pmtui.services.bias import bias_record

    with opened(context) as workspace:
        found = workspace.ask(bias_record)
    if as_json:
        print_record(found)
        return
    recent = (
        ""
        if found["recent_share"] is None
        else f", {found['recent_share']:.0%} from the last {found['recent_days']} days"
    )
    say(f"{found['evidence']:,} pieces of evidence{recent}; {found['without_persona']:,} for no persona\n")
    columns = ("key", "people", "evidence", "pieces", "heard", "persona")
    rows = (
        [
            persona["key"],
            _percent(persona["population_share"]),
            _percent(persona["evidence_share"]),
            f"{persona['evidence']:,}",
            persona["heard"],
            persona["title"],
        ]
        for persona in found["personas"]
    )
    print_table(columns, rows, right=("people", "evidence", "pieces"))
    if found["single_source"]:
        say("\nOne customer alone speaks of")
        lines = ([one["key"], f"{one['evidence']}", one["customer"], one["title"]] for one in found["single_source"])
        print_table(("key", "pieces", "customer", "problem"), lines, right=("pieces",))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
