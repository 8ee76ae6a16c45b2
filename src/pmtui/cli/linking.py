"""The commands about which persona has which problem, and which objective a problem serves."""

import click

from pmtui.cli.completing import complete_persona, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.cli.serving import link_objective, unlink_objective

QUANTITIES = ("affected", "frequency", "severity")


@click.command(
    "link",
    epilog="""\b
Examples:
  pmtui link P-12 U-1 affected=30% frequency=4 severity=3
  pmtui link P-12 U-1 affected=20%..40%
  pmtui link P-12 U-1 frequency=        say no longer how often
  pmtui link P-12 O-1 fit=partly        it serves an objective, partly or strongly""",
)
@click.argument("problem", shell_complete=complete_problem)
@click.argument("persona", shell_complete=complete_persona)
@click.argument("quantities", metavar="[NAME=VALUE]...", nargs=-1)
@as_json
@click.pass_context
def link_command(
    context: click.Context, problem: str, persona: str, quantities: tuple[str, ...], as_json: bool
) -> None:
    """Say that a persona has a problem: which share of it is affected, how often a month, how severe (1 to 4).

    Each is a value (30%) or a range (20%..40%). What is not named stays as it is. With the key of an objective in place
    of the persona's, it says that the problem serves it.
    """
    from pmtui.domain.keys import Key, Kind

    if Key.parse(persona).kind is Kind.OBJECTIVE:
        link_objective(context, problem, persona, quantities, as_json)
        return
    from pmtui.services.personas import LinkPersonas
    from pmtui.services.problem_personas import problem_personas

    texts: dict[str, str] = {}
    for words in quantities:
        name, mark, value = words.partition("=")
        if not mark or name.casefold() not in QUANTITIES:
            raise click.UsageError(f"“{words}” is not affected=30%, frequency=4 or severity=3.", context)
        texts[name.casefold()] = value
    found = Key.parse(problem, Kind.PROBLEM), Key.parse(persona, Kind.PERSONA)
    with opened(context) as workspace:
        change = workspace.run(LinkPersonas((found[0].number,), (found[1].number,), **texts))
        now = workspace.ask(problem_personas, found[0].number)
    report(change, as_json, key=str(found[0]), persona=str(found[1]), reach=now.reach_text, scale=now.scale)


@click.command("unlink", epilog="\b\nExample:\n  pmtui unlink P-12 U-1")
@click.argument("problem", shell_complete=complete_problem)
@click.argument("persona", shell_complete=complete_persona)
@as_json
@click.pass_context
def unlink_command(context: click.Context, problem: str, persona: str, as_json: bool) -> None:
    """Take the link between a problem and a persona, or an objective, off."""
    from pmtui.domain.keys import Key, Kind

    if Key.parse(persona).kind is Kind.OBJECTIVE:
        unlink_objective(context, problem, persona, as_json)
        return
    from pmtui.services.personas import UnlinkPersonas

    found = Key.parse(problem, Kind.PROBLEM), Key.parse(persona, Kind.PERSONA)
    with opened(context) as workspace:
        change = workspace.run(UnlinkPersonas((found[0].number,), (found[1].number,)))
    report(change, as_json, key=str(found[0]), persona=str(found[1]))


@click.command("reach", epilog="\b\nExample:\n  pmtui reach P-12")
@click.argument("problem", shell_complete=complete_problem)
@as_json
@click.pass_context
def reach_command(context: click.Context, problem: str, as_json: bool) -> None:
    """Take the reach of a problem over from its personas, as an estimate that says where it comes from."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.details import problem_detail
    from pmtui.services.personas import TakeReach

    found = Key.parse(problem, Kind.PROBLEM)
    with opened(context) as workspace:
        change = workspace.run(TakeReach((found.number,)))
        detail = workspace.ask(problem_detail, found.number)
    report(change, as_json, key=str(found), reach=detail.personas.reach_text, score=detail.score, rank=detail.rank)
