"""The commands that change a problem."""

import click

from pmtui.cli.completing import complete_lane, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report


@click.command(
    "move",
    epilog="""\b
Examples:
  pmtui move P-12 Defined
  pmtui move p12 "in review\"""",
)
@click.argument("key", shell_complete=complete_problem)
@click.argument("lane", shell_complete=complete_lane)
@as_json
@click.pass_context
def move_command(context: click.Context, key: str, lane: str, as_json: bool) -> None:
    """Move a problem's card to the top of a lane."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.board import MoveCards
    from pmtui.services.problems import lane_named

    found = Key.parse(key, Kind.PROBLEM)
    with opened(context) as workspace:
        change = workspace.run(MoveCards((found.number,), workspace.ask(lane_named, lane)))
    report(change, as_json, key=str(found))


@click.command(
    "estimate",
    epilog="""\b
Examples:
  pmtui estimate P-12 reach=200..800 impact=2 confidence=80% effort=1.5
  pmtui estimate P-12 "reach=200..800 ~350" --reason "key handovers in the booking data"
  pmtui estimate P-12 effort=        take the estimate away""",
)
@click.argument("key", shell_complete=complete_problem)
@click.argument("estimates", metavar="NAME=VALUE...", nargs=-1, required=True)
@click.option("--reason", default=None, help="Why these numbers.")
@as_json
@click.pass_context
def estimate_command(
    context: click.Context, key: str, estimates: tuple[str, ...], reason: str | None, as_json: bool
) -> None:
    """Set estimates of a problem: a value (400), a range (200..800), or a range with its middle (200..800 ~350)."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.details import problem_detail
    from pmtui.services.estimates import SetEstimates, criteria_of_scorecard

    found = Key.parse(key, Kind.PROBLEM)
    with opened(context) as workspace:
        codes = {criterion.name.casefold(): criterion.code for criterion in workspace.ask(criteria_of_scorecard)}
        texts: dict[str, str] = {}
        for estimate in estimates:
            name, mark, value = estimate.partition("=")
            if not mark:
                raise click.UsageError(f"“{estimate}” is not NAME=VALUE, such as reach=400.", context)
            texts[codes.get(name.casefold(), name)] = value
        reasons = {} if reason is None else dict.fromkeys(texts, reason)
        change = workspace.run(SetEstimates(found.number, texts, reasons))
        detail = workspace.ask(problem_detail, found.number)
    report(change, as_json, key=str(found), score=detail.score, rank=detail.rank, missing=list(detail.missing))
