"""The commands that add records."""

from datetime import datetime

import click

from pmtui.cli.adding_people import add_company, add_persona
from pmtui.cli.completing import complete_lane, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report

KINDS_OF_EVIDENCE = ("quote", "ticket", "review", "interview note", "sales note", "survey answer", "measurement")


@click.group(
    "add",
    epilog="""\b
Examples:
  pmtui add problem "Keys get lost between cleaners" --tag access --tag trust
  pmtui add evidence "I gave my key to three people" --problem P-12 --company "Okafor household"
""",
)
def add_command() -> None:
    """Add a problem, a piece of evidence, a persona or a company."""


add_command.add_command(add_persona)
add_command.add_command(add_company)


@add_command.command(
    "problem",
    epilog="""\b
Example:
  pmtui add problem "Keys get lost between cleaners" --lane Discovering --need current --tag access""",
)
@click.argument("text")
@click.option("--statement", default="", help="Who has it, what happens, why it hurts; Markdown.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--lane", default="", shell_complete=complete_lane, help="The lane it starts in; the first one if none.")
@click.option("--need", type=click.Choice(["current", "potential"]), default=None, help="What kind of need it is.")
@as_json
@click.pass_context
def add_problem(
    context: click.Context,
    text: str,
    statement: str,
    tags: tuple[str, ...],
    lane: str,
    need: str | None,
    as_json: bool,
) -> None:
    """Add a problem: one line in the customer's words, never a solution."""
    from pmtui.domain.tag import split_tags
    from pmtui.services.problems import AddProblem

    names = split_tags(",".join(tags))
    with opened(context) as workspace:
        change = workspace.run(AddProblem(text, statement=statement, need=need or "", lane=lane, tags=names))
    report(change, as_json, key=f"P-{change.created}")


@add_command.command(
    "evidence",
    epilog="""\b
Example:
  pmtui add evidence "Nobody had the key" --problem P-12 --problem P-7 --kind ticket --date 2026-11-03""",
)
@click.argument("text")
@click.option(
    "--problem",
    "problems",
    multiple=True,
    metavar="KEY",
    shell_complete=complete_problem,
    help="A problem it supports, such as P-12; may be given several times.",
)
@click.option(
    "--kind",
    default="quote",
    show_default=True,
    shell_complete=lambda *_: list(KINDS_OF_EVIDENCE),
    help="What it is: " + ", ".join(KINDS_OF_EVIDENCE) + " or a word of yours.",
)
@click.option("--source", default="", help="Where it was found, such as Support inbox.")
@click.option("--author", default="", help="Who said it.")
@click.option("--company", default="", help="The customer it comes from; made when it is new.")
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="YYYY-MM-DD", help="The day it was said or done."
)
@as_json
@click.pass_context
def add_evidence(
    context: click.Context,
    text: str,
    problems: tuple[str, ...],
    kind: str,
    source: str,
    author: str,
    company: str,
    date: datetime | None,
    as_json: bool,
) -> None:
    """Add one thing a customer said or did, whole, and connect it to problems."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.evidence import AddEvidence

    command = AddEvidence(
        text,
        kind=kind,
        source=source,
        author=author,
        company=company,
        occurred_on=date.date().isoformat() if date else "",
        problems=tuple(dict.fromkeys(Key.parse(key, Kind.PROBLEM).number for key in problems)),
    )
    with opened(context) as workspace:
        change = workspace.run(command)
    report(change, as_json, key=f"E-{change.created}")
