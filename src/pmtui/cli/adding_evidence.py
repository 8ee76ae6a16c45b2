"""The command that adds evidence."""

from __future__ import annotations

import sys

import click

from pmtui.cli.completing import complete_persona, complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report

# The words of domain.evidence, repeated so that help and completion need not load it.
KINDS = ("quote", "ticket", "review", "interview note", "sales note", "survey answer", "measurement")
TYPES = (
    "self_conviction",
    "pitch",
    "theme",
    "opinion",
    "estimate",
    "anecdote",
    "interview",
    "market_data",
    "test",
    "launch_data",
)
STANDARD_INPUT = "-"


@click.command(
    "evidence",
    epilog="""\b
Examples:
  pmtui add evidence "Nobody had the key" --problem P-12 --problem P-7 --kind ticket --date 2026-11-03
  pmtui add evidence - --kind review --source "App Store" --tag keys < reviews.txt""",
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
    shell_complete=lambda *_: list(KINDS),
    help="What it is: " + ", ".join(KINDS) + " or a word of yours.",
)
@click.option(
    "--type", "evidence_type", type=click.Choice(TYPES), default=None, help="How much it proves; follows from the kind."
)
@click.option("--source", default="", help="Where it was found, such as Support inbox.")
@click.option("--author", default="", help="Who said it.")
@click.option("--company", default="", help="The customer it comes from; made when it is new.")
@click.option("--persona", default="", metavar="KEY", shell_complete=complete_persona, help="Whom it speaks for: U-1.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="When it was said or done; a month or a year will do.")
@as_json
@click.pass_context
def add_evidence(
    context: click.Context,
    /,
    text: str,
    problems: tuple[str, ...],
    evidence_type: str | None,
    persona: str,
    tags: tuple[str, ...],
    date: str,
    as_json: bool,
    **facts: str,
) -> None:
    """Add one thing a customer said or did, whole, and connect it to problems.

    With - as TEXT every line of standard input that is not empty is a piece; all of them are one step.
    """
    from pmtui.domain.fragments import pieces_in
    from pmtui.domain.keys import Key, Kind
    from pmtui.domain.tag import split_tags
    from pmtui.domain.text import clean_block
    from pmtui.services.evidence import AddEvidence, AddManyEvidence
    from pmtui.services.evidence_triage import check_date

    check_date(date.strip())
    one = AddEvidence(
        text,
        **facts,
        evidence_type=evidence_type or "",
        occurred_on=date.strip(),
        problems=tuple(dict.fromkeys(Key.parse(key, Kind.PROBLEM).number for key in problems)),
        persona=Key.parse(persona, Kind.PERSONA).number if persona else None,
        tags=split_tags(",".join(tags)),
    )
    many = text == STANDARD_INPUT
    typed = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if many else ""
    with opened(context) as workspace:
        command = AddManyEvidence(pieces_in(clean_block(typed), "line"), one) if many else one
        change = workspace.run(command)
    report(change, as_json, key=f"E-{change.created}")
