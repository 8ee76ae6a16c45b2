"""The commands that record decisions and say how they turned out."""

from collections.abc import Sequence
from datetime import datetime

import click

from pmtui.cli.completing import complete_key, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.domain.keys import Key, Kind


@click.command(
    "decide",
    epilog="""\b
Examples:
  pmtui decide "Buy key safes" --problem P-1 --choice "Safes at every door" --reason "Cheapest way"
  pmtui decide "Buy key safes" --predict "Half as many keys are lost" --probability 80% --review-on 2027-01-15
  pmtui decide "Keys before invoices" --freeze
  pmtui decide "Invoices first after all" --problem P-7 --place 1 --reason "The law asks for it" """,
)
@click.argument("title")
@click.option("--context", "background", default="", help="What made a decision necessary; Markdown.")
@click.option("--options", "alternatives", default="", help="What could have been chosen; Markdown.")
@click.option("--choice", default="", help="What was chosen; Markdown.")
@click.option("--reason", default="", help="Why; Markdown.")
@click.option("--driver", default="", help="The one person who brings the decision about.")
@click.option("--approver", default="", help="The one person who approves it.")
@click.option("--contributors", default="", help="Who was asked.")
@click.option("--informed", default="", help="Who is told.")
@click.option("--predict", "prediction", default="", help="What will be true, and by when.")
@click.option("--probability", default="", metavar="PERCENT", help="How likely that is: 80% or 0.8.")
@click.option(
    "--review-on",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar="YYYY-MM-DD",
    help="The day to hold it against what happened.",
)
@click.option(
    "--problem", "problems", multiple=True, metavar="KEY", shell_complete=complete_problem,
    help="A problem it is about; may be given several times.",
)  # fmt: skip
@click.option(
    "--evidence", "pieces", multiple=True, metavar="KEY",
    help="A piece of evidence it rests on; may be given several times.",
)  # fmt: skip
@click.option("--supersedes", default="", metavar="KEY", help="The decision it takes the place of.")
@click.option(
    "--place", type=click.IntRange(min=1), default=None, help="The rank its problem takes, whatever the score says."
)
@click.option("--freeze", is_flag=True, default=False, help="Keep the ranking with its estimates as it is now.")
@as_json
@click.pass_context
def decide_command(
    context: click.Context,
    /,
    background: str,
    alternatives: str,
    probability: str,
    review_on: datetime | None,
    problems: Sequence[str],
    pieces: Sequence[str],
    supersedes: str,
    place: int | None,
    freeze: bool,
    as_json: bool,
    **texts: str,
) -> None:
    """Record a decision: what was chosen, why, by whom, and what is expected of it."""
    from pmtui.domain.decision import read_probability
    from pmtui.services.decisions import AddDecision

    command = AddDecision(
        {
            **texts,
            "context": background,
            "options": alternatives,
            "review_on": review_on.date().isoformat() if review_on else "",
        },
        probability=read_probability(probability),
        problems=tuple(Key.parse(key, Kind.PROBLEM).number for key in problems),
        evidence=tuple(Key.parse(key, Kind.EVIDENCE).number for key in pieces),
        freeze=freeze,
        supersedes=Key.parse(supersedes, Kind.DECISION).number if supersedes else None,
        place=place,
    )
    with opened(context) as workspace:
        change = workspace.run(command)
    report(change, as_json, key=f"D-{change.created}")


@click.command(
    "review",
    epilog="""\b
Examples:
  pmtui review D-1 --came-true --learned "They fit most doors"
  pmtui review D-1 --did-not""",
)
@click.argument("key", shell_complete=complete_key)
@click.option("--came-true/--did-not", "came_true", default=None, help="Whether what was predicted happened.")
@click.option("--learned", default="", help="What was learned; Markdown.")
@as_json
@click.pass_context
def review_command(context: click.Context, key: str, came_true: bool | None, learned: str, as_json: bool) -> None:
    """Say how the prediction of a decision turned out."""
    if came_true is None:
        raise click.UsageError("Say --came-true or --did-not.", context)
    from pmtui.services.decision_records import decision_record
    from pmtui.services.decisions import ReviewDecision

    found = Key.parse(key, Kind.DECISION)
    with opened(context) as workspace:
        change = workspace.run(ReviewDecision(found.number, came_true, learned))
        record = workspace.ask(decision_record, found.number)
    report(change, as_json, key=str(found), outcome=record["outcome"], brier=record["brier"])
