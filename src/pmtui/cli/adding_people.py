"""The commands that add personas and companies."""

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report


@click.command(
    "persona",
    epilog="""\b
Example:
  pmtui add persona "Busy parents" --population 3000..5000 --role "books the cleaning"
""",
)
@click.argument("name")
@click.option("--role", default="", help="What they are to the product.")
@click.option("--population", default="", help="How many people it stands for: 4200 or 3000..5000.")
@click.option("--picture", default="", help="One line that lets people see it before them.")
@click.option("--quote", default="", help="What it would say.")
@click.option("--jobs", default="", help="What it tries to get done; Markdown.")
@click.option("--pains", default="", help="What gets in the way; Markdown.")
@click.option("--gains", default="", help="What it wishes for; Markdown.")
@click.option("--notes", default="", help="Anything else; Markdown.")
@as_json
@click.pass_context
def add_persona(context: click.Context, /, name: str, as_json: bool, **fields: str) -> None:
    """Add a persona: a few words for a group of real users."""
    from pmtui.services.personas import AddPersona

    with opened(context) as workspace:
        change = workspace.run(AddPersona(name, fields))
    report(change, as_json, key=f"U-{change.created}")


@click.command(
    "company",
    epilog="""\b
Example:
  pmtui add company "Okafor household" --tier standard --revenue 1800 --size 5""",
)
@click.argument("name")
@click.option("--tier", default="", help="Free, standard, enterprise, or a word of yours.")
@click.option("--revenue", default="", help="Money a year.")
@click.option("--size", default="", help="People.")
@as_json
@click.pass_context
def add_company(context: click.Context, name: str, tier: str, revenue: str, size: str, as_json: bool) -> None:
    """Add a company: a customer organisation or household."""
    from pmtui.services.companies import AddCompany

    with opened(context) as workspace:
        change = workspace.run(AddCompany(name, tier, revenue, size))
    report(change, as_json, key=f"C-{change.created}")
