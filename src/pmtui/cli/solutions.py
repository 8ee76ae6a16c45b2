"""The commands about solutions, what must be true for them, and the checks of that."""

from datetime import datetime

import click

from pmtui.cli.completing import complete_key, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.domain.solution import ASSUMPTION_KINDS, OUTCOMES

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "solution",
    epilog="""\b
Example:
  pmtui add solution --problem P-12 "A code for every handover of a key" --effort 2..3.6""",
)
@click.argument("text")
@click.option("--problem", required=True, metavar="KEY", shell_complete=complete_problem, help="What it may solve.")
@click.option("--effort", default="", metavar="AMOUNT", help="Person-months: 2 or 1..4.")
@click.option("--description", default="", help="How it works; Markdown.")
@as_json
@click.pass_context
def add_solution(context: click.Context, text: str, problem: str, effort: str, description: str, as_json: bool) -> None:
    """Add a solution: one way to address one problem."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.solutions import AddSolution

    found = Key.parse(problem, Kind.PROBLEM)
    with opened(context) as workspace:
        change = workspace.run(AddSolution(found.number, text, description, effort))
    report(change, as_json, key=f"S-{change.created}", problem=str(found))


@click.command(
    "assumption",
    epilog="""\b
Example:
  pmtui add assumption --solution S-1 "Cleaners confirm a handover" --kind desirable --importance 5 --support 2""",
)
@click.argument("text")
@click.option("--solution", required=True, metavar="KEY", help="What it must be true for.")
@click.option("--kind", type=click.Choice(ASSUMPTION_KINDS), default=ASSUMPTION_KINDS[0], help="Which doubt it is.")
@click.option("--importance", type=click.IntRange(1, 5), default=3, help="How much depends on it.")
@click.option("--support", type=click.IntRange(1, 5), default=1, help="How much evidence there is for it.")
@click.option("--notes", default="", help="What speaks for and against it; Markdown.")
@as_json
@click.pass_context
def add_assumption(
    context: click.Context,
    text: str,
    solution: str,
    kind: str,
    importance: int,
    support: int,
    notes: str,
    as_json: bool,
) -> None:
    """Add an assumption: what must be true for a solution."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.assumptions import AddAssumption

    found = Key.parse(solution, Kind.SOLUTION)
    with opened(context) as workspace:
        change = workspace.run(AddAssumption(found.number, text, kind, str(importance), str(support), notes))
    report(change, as_json, solution=str(found))


@click.command(
    "experiment",
    epilog="""\b
Example:
  pmtui add experiment --solution S-1 "Paper tags for three weeks" --success "85 of 100 handovers written down" """,
)
@click.argument("text")
@click.option("--solution", required=True, metavar="KEY", help="What it checks.")
@click.option("--assumption", default="", metavar="WORDS", help="The assumption it checks, by some of its words.")
@click.option("--method", default="", help="With whom, for how long, what is counted; Markdown.")
@click.option("--success", "limit", default="", help="What counts as success, said before it starts.")
@click.option("--started-on", type=_DAY, default=None, metavar="YYYY-MM-DD", help="The day it began.")
@as_json
@click.pass_context
def add_experiment(
    context: click.Context,
    text: str,
    solution: str,
    assumption: str,
    method: str,
    limit: str,
    started_on: datetime | None,
    as_json: bool,
) -> None:
    """Add an experiment: the cheapest check of a solution."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.experiments import AddExperiment
    from pmtui.services.parts import part_of

    found = Key.parse(solution, Kind.SOLUTION)
    texts = {"method": method, "success_limit": limit, "started_on": _iso(started_on)}
    with opened(context) as workspace:
        checked = workspace.ask(part_of, found, assumption)[1] if assumption else None
        change = workspace.run(AddExperiment(found.number, text, checked, texts))
    report(change, as_json, key=f"X-{change.created}", solution=str(found))


@click.command(
    "result",
    epilog="""\b
Examples:
  pmtui result X-2 "Nine of ten" --outcome passed
  pmtui result X-2 "Nine of ten" --outcome passed --evidence test""",
)
@click.argument("key", shell_complete=complete_key)
@click.argument("text")
@click.option("--outcome", type=click.Choice(OUTCOMES), default=None, help="How it compares with what success was.")
@click.option("--ended-on", type=_DAY, default=None, metavar="YYYY-MM-DD", help="The day it ended; today if none.")
@click.option(
    "--evidence", "evidence_type", type=click.Choice(["test", "launch-data"]), default=None,
    help="Make the result evidence of the problem, of this type.",
)  # fmt: skip
@as_json
@click.pass_context
def result_command(
    context: click.Context,
    key: str,
    text: str,
    outcome: str | None,
    ended_on: datetime | None,
    evidence_type: str | None,
    as_json: bool,
) -> None:
    """Write down what an experiment showed."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.experiments import EditExperiment, TakeAsEvidence
    from pmtui.services.solution_records import experiment_record
    from pmtui.services.together import Together
    from pmtui.services.workspace import Command

    found = Key.parse(key, Kind.EXPERIMENT)
    changes = {"result": text, "ended_on": _iso(ended_on or datetime.now().astimezone())}
    if outcome is not None:
        changes["outcome"] = outcome
    commands: list[Command] = [EditExperiment(found.number, changes)]
    if evidence_type is not None:
        commands.append(TakeAsEvidence(found.number, evidence_type.replace("-", "_")))
    with opened(context) as workspace:
        change = workspace.run(Together(tuple(commands)))
        record = workspace.ask(experiment_record, found.number)
    report(change, as_json, key=str(found), outcome=record["outcome"], evidence=record["evidence"])


@click.command(
    "part-of",
    epilog="""\b
Examples:
  pmtui part-of P-19 P-12
  pmtui part-of P-19 none""",
)
@click.argument("problem", shell_complete=complete_problem)
@click.argument("whole", shell_complete=complete_problem)
@as_json
@click.pass_context
def part_of_command(context: click.Context, problem: str, whole: str, as_json: bool) -> None:
    """Say that a problem is part of a larger one, or of none."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.sub_problems import MakeSubProblems

    found = Key.parse(problem, Kind.PROBLEM)
    above = None if whole.casefold() == "none" else Key.parse(whole, Kind.PROBLEM).number
    with opened(context) as workspace:
        change = workspace.run(MakeSubProblems((found.number,), above))
    report(change, as_json, key=str(found))


def _iso(day: datetime | None) -> str:
    return day.date().isoformat() if day is not None else ""
