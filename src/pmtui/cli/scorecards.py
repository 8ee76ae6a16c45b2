"""The commands about scorecards."""

from __future__ import annotations

from pathlib import Path

import click

from pmtui.cli.options import FILE_PATH, as_json, opened
from pmtui.cli.output import print_record, print_records, print_table, report, say


@click.group(
    "scorecard",
    epilog="""\b
Examples:
  pmtui scorecard list
  pmtui scorecard add "Fit" "value * fit / max(effort, 0.5)"
  pmtui scorecard export Fit > fit.toml""",
)
def scorecard_command() -> None:
    """Scorecards: formulas that problems are ranked by, the built-in ones and your own."""


@scorecard_command.command(
    "list",
    epilog="""\b
Examples:
  pmtui scorecard list
  pmtui scorecard list --json""",
)
@as_json
@click.pass_context
def list_command(context: click.Context, as_json: bool) -> None:
    """The newest version of each scorecard."""
    from pmtui.services.ranking import scorecards

    with opened(context) as workspace:
        found = workspace.ask(scorecards)
    if as_json:
        print_records(
            {"title": one.name, "version": one.version, "formula": one.formula, "value": one.value} for one in found
        )
    else:
        print_table(("name", "formula"), ((one.title, one.formula) for one in found))


@scorecard_command.command(
    "add",
    epilog="""\b
Examples:
  pmtui scorecard add "Fit" "value * fit / max(effort, 0.5)"
  pmtui scorecard add "Weighted" --weight value=0.6 --weight fit=0.4""",
)
@click.argument("name")
@click.argument("formula", required=False, default="")
@click.option("--weight", "weights", multiple=True, metavar="CRITERION=WEIGHT", help="Instead of a formula: weights.")
@as_json
@click.pass_context
def add_command(context: click.Context, name: str, formula: str, weights: tuple[str, ...], as_json: bool) -> None:
    """Add a scorecard, or make a new version of the one of this name.

    A formula uses names of criteria, numbers, + - * / ** ( ) min max sqrt log. A name that is not known yet becomes a
    new criterion from 1 to 10; `scorecard export` and `import` describe it further.
    """
    from pmtui.domain.scorecard_text import ScorecardText
    from pmtui.services.scorecards import KeepScorecard, formula_of_weights

    if bool(formula) == bool(weights):
        raise click.UsageError("Give a formula or --weight, one of the two.", context)
    typed = tuple(_weight(context, weight) for weight in weights)
    with opened(context) as workspace:
        text = formula or workspace.ask(formula_of_weights, typed)
        report(workspace.run(KeepScorecard(ScorecardText(name, text))), as_json)


@scorecard_command.command(
    "show",
    epilog="""\b
Examples:
  pmtui scorecard show RICE
  pmtui scorecard show Fit --json""",
)
@click.argument("name")
@as_json
@click.pass_context
def show_command(context: click.Context, name: str, as_json: bool) -> None:
    """A scorecard with its formula in words, its versions, and what its criteria mean."""
    from pmtui.services.scorecards import scorecard_record

    with opened(context) as workspace:
        found = workspace.ask(scorecard_record, name)
    if as_json:
        print_record(found)
        return
    say(f"{found['title']} v{found['version']}")
    say(f"  {found['formula_in_words']}")
    say(f"  {found['formula']}")
    if found["value"] != found["formula"]:
        say(f"  value, which a plan adds up: {found['value']}")
    for criterion in found["criteria"]:
        say("")
        unit = f" {criterion['unit']}" if criterion["unit"] not in ("", "%") else ""
        say(f"  {criterion['name']} ({criterion['code']}): {criterion['scale']}{unit}")
        for line in filter(None, (criterion["meaning"], criterion["steps"])):
            say(f"    {line}")
    if len(found["versions"]) > 1:
        say("")
        for version in found["versions"]:
            say(f"  v{version['version']}  {version['formula']}")


@scorecard_command.command(
    "delete",
    epilog="""\b
Example:
  pmtui scorecard delete Fit""",
)
@click.argument("name")
@as_json
@click.pass_context
def delete_command(context: click.Context, name: str, as_json: bool) -> None:
    """Delete a scorecard of your own with its versions, or your changes of a built-in one; undo brings it back."""
    from pmtui.services.scorecards import DeleteScorecard

    with opened(context) as workspace:
        report(workspace.run(DeleteScorecard(name)), as_json)


@scorecard_command.command(
    "export",
    epilog="""\b
Examples:
  pmtui scorecard export RICE
  pmtui scorecard export Fit > fit.toml""",
)
@click.argument("name")
@as_json
@click.pass_context
def export_command(context: click.Context, name: str, as_json: bool) -> None:
    """Print a scorecard with its criteria as text that `import` reads."""
    from dataclasses import asdict

    from pmtui.domain.scorecard_text import write_scorecard
    from pmtui.services.scorecards import scorecard_text

    with opened(context) as workspace:
        found = workspace.ask(scorecard_text, name)
    if as_json:
        print_record(asdict(found))
    else:
        say(write_scorecard(found).rstrip("\n"))


@scorecard_command.command(
    "import",
    epilog="""\b
Example:
  pmtui scorecard import fit.toml""",
)
@click.argument("file", type=FILE_PATH)
@as_json
@click.pass_context
def import_command(context: click.Context, file: Path, as_json: bool) -> None:
    """Take in a scorecard from text; one of the same name gets a new version."""
    from pmtui.domain.errors import Refusal
    from pmtui.domain.scorecard_text import read_scorecard
    from pmtui.services.scorecards import KeepScorecard

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{file} can't be read: {error}.", "Name a text file that scorecard export wrote.") from None
    with opened(context) as workspace:
        report(workspace.run(KeepScorecard(read_scorecard(text))), as_json)


def _weight(context: click.Context, text: str) -> tuple[str, float]:
    code, _, weight = text.partition("=")
    try:
        return code.strip(), float(weight)
    except ValueError:
        raise click.UsageError(f"“{text}” is no weight; write value=0.6.", context) from None
