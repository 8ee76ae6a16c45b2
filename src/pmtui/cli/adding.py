"""The commands that add records."""

import click

from pmtui.cli.adding_evidence import add_evidence
from pmtui.cli.adding_kano import add_kano
from pmtui.cli.adding_people import add_company, add_persona
from pmtui.cli.completing import complete_lane
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.cli.roadmap import add_launch_line, add_release
from pmtui.cli.solutions import add_assumption, add_experiment, add_solution
from pmtui.cli.strategy import add_key_result, add_objective


@click.group(
    "add",
    epilog="""\b
Examples:
  pmtui add problem "Keys get lost between cleaners" --tag access --tag trust
  pmtui add evidence "I gave my key to three people" --problem P-12 --company "Okafor household"
""",
)
def add_command() -> None:
    """Add a record: a problem, evidence, a persona, an objective, a solution and what else there is."""


add_command.add_command(add_evidence)
add_command.add_command(add_persona)
add_command.add_command(add_company)
add_command.add_command(add_objective)
add_command.add_command(add_key_result)
add_command.add_command(add_kano)
add_command.add_command(add_solution)
add_command.add_command(add_assumption)
add_command.add_command(add_experiment)
add_command.add_command(add_release)
add_command.add_command(add_launch_line)


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
