"""The commands about objectives and their key results."""

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.domain.objective import PILLARS


@click.command(
    "objective",
    epilog="""\b
Example:
  pmtui add objective "A home keeps its cleaner" --pillar production
""",
)
@click.argument("text")
@click.option("--pillar", type=click.Choice(PILLARS), default=None, help="The part of the strategy it belongs to.")
@click.option("--notes", default="", help="Why now, and what it leaves for later; Markdown.")
@as_json
@click.pass_context
def add_objective(context: click.Context, text: str, pillar: str | None, notes: str, as_json: bool) -> None:
    """Add an objective: what is to be reached, in one line."""
    from pmtui.services.objectives import AddObjective

    with opened(context) as workspace:
        change = workspace.run(AddObjective(text, pillar or "", notes))
    report(change, as_json, key=f"O-{change.created}")


@click.command(
    "key-result",
    epilog="""\b
Example:
  pmtui add key-result O-1 "Visits by the usual cleaner" --unit % --baseline 58 --target 80 --current 71
""",
)
@click.argument("objective")
@click.argument("text")
@click.option("--unit", default="", help="What it is measured in.")
@click.option("--baseline", default="", help="Where it starts.")
@click.option("--target", default="", help="Where it is to get, above or below.")
@click.option("--current", default="", help="Where it is now.")
@as_json
@click.pass_context
def add_key_result(context: click.Context, /, objective: str, text: str, as_json: bool, **fields: str) -> None:
    """Add a key result to an objective: what is measured, and from where to where."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.key_results import AddKeyResult
    from pmtui.services.strategy_records import key_result_record

    found = Key.parse(objective, Kind.OBJECTIVE)
    with opened(context) as workspace:
        change = workspace.run(AddKeyResult(found.number, text, fields))
        grade = workspace.ask(key_result_record, change.created or 0)["grade"]
    report(change, as_json, key=f"K-{change.created}", objective=str(found), grade=grade)


@click.command(
    "current",
    epilog="""\b
Examples:
  pmtui current K-2 66
  pmtui current K-2 ""        it is not known any more""",
)
@click.argument("key")
@click.argument("value")
@as_json
@click.pass_context
def current_command(context: click.Context, key: str, value: str, as_json: bool) -> None:
    """Say where a key result is now."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.key_results import EditKeyResult
    from pmtui.services.strategy_records import key_result_record

    found = Key.parse(key, Kind.KEY_RESULT)
    with opened(context) as workspace:
        change = workspace.run(EditKeyResult(found.number, {"current": value}))
        grade = workspace.ask(key_result_record, found.number)["grade"]
    report(change, as_json, key=str(found), grade=grade)
