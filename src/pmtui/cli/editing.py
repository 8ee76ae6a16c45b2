"""The commands that edit or delete a record by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmtui.cli.completing import complete_key
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import report
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Key, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.services.workspace import Command

# The fields as they are named here; and those that have another name where they are kept.
_FIELDS = {
    Kind.PROBLEM: ("title", "statement", "need", "notes", "url"),
    Kind.EVIDENCE: ("text", "source", "author", "url"),
    Kind.PERSONA: ("title", "role", "picture", "quote", "population", "jobs", "pains", "gains", "notes"),
    Kind.COMPANY: ("title", "tier", "revenue", "size"),
    Kind.OBJECTIVE: ("title", "pillar", "notes"),
    Kind.KEY_RESULT: ("title", "unit", "baseline", "target", "current"),
    Kind.SOLUTION: ("title", "effort", "description"),
    Kind.ASSUMPTION: ("title", "kind", "importance", "support", "notes"),
    Kind.EXPERIMENT: ("title", "method", "success", "result", "outcome", "started_on", "ended_on"),
    Kind.RELEASE: ("title", "date", "tier", "notes"),
    Kind.LAUNCH_ITEM: ("title",),
}
_KEPT_AS = {
    Kind.PERSONA: {"title": "name"},
    Kind.COMPANY: {"title": "name"},
    Kind.EXPERIMENT: {"success": "success_limit"},
    Kind.RELEASE: {"title": "name", "date": "release_on", "tier": "launch_tier"},
}
_part = click.option(
    "--part",
    default="",
    metavar="WORDS",
    help="The assumption of the solution, or the line of the release's launch checklist, that holds these words.",
)


@click.command(
    "edit",
    epilog="""\b
Examples:
  pmtui edit P-12 title="Keys get lost between two cleaners"
  pmtui edit S-1 effort=2..4
  pmtui edit S-1 --part "wrong name" support=3 importance=4
  pmtui edit K-2 target=20 unit=%
  pmtui edit R-1 date=2027-04-15
  pmtui edit O-1 pillar=""       it belongs to none""",
)
@click.argument("key", shell_complete=complete_key)
@click.argument("values", metavar="NAME=VALUE...", nargs=-1, required=True)
@_part
@as_json
@click.pass_context
def edit_command(context: click.Context, key: str, values: tuple[str, ...], part: str, as_json: bool) -> None:
    """Change fields of a record; a name that isn't there is answered with those that are.

    Estimates are changed by `estimate`, horizons by `horizon`, a decision in the app.
    """
    from pmtui.services.parts import part_of

    found = Key.parse(key)
    with opened(context) as workspace:
        kind, number = workspace.ask(part_of, found, part) if part else (found.kind, found.number)
        change = workspace.run(_edit(kind, number, _read(context, kind, values)))
    report(change, as_json, key=str(found))


@click.command(
    "delete",
    epilog="""\b
Examples:
  pmtui delete S-2
  pmtui delete S-1 --part "wrong name"
  pmtui delete R-1 --part "Agents get a page\"""",
)
@click.argument("key", shell_complete=complete_key)
@_part
@as_json
@click.pass_context
def delete_command(context: click.Context, key: str, part: str, as_json: bool) -> None:
    """Delete a record, with what is a part of it. `undo` brings it back."""
    from pmtui.services.parts import part_of

    found = Key.parse(key)
    with opened(context) as workspace:
        kind, number = workspace.ask(part_of, found, part) if part else (found.kind, found.number)
        change = workspace.run(_deletion(kind, number))
    report(change, as_json, key=str(found))


@click.command(
    "tick",
    epilog="""\b
Examples:
  pmtui tick R-1 "way back"
  pmtui tick R-1 "way back" --off""",
)
@click.argument("key", shell_complete=complete_key)
@click.argument("words")
@click.option("--off", is_flag=True, default=False, help="It is not done after all.")
@as_json
@click.pass_context
def tick_command(context: click.Context, key: str, words: str, off: bool, as_json: bool) -> None:
    """Say that a line of a release's launch checklist is done; WORDS are some of its own."""
    from pmtui.services.parts import part_of
    from pmtui.services.releases import TickLaunchItem

    found = Key.parse(key, Kind.RELEASE)
    with opened(context) as workspace:
        _, number = workspace.ask(part_of, found, words)
        change = workspace.run(TickLaunchItem(number, not off))
    report(change, as_json, key=str(found), done=not off)


def _read(context: click.Context, kind: Kind, values: tuple[str, ...]) -> dict[str, str]:
    fields = _FIELDS.get(kind)
    if fields is None:
        raise Refusal(
            "A decision is not edited here.", "Press e on it in the app; `pmtui review` says how it turned out."
        )
    changes = {}
    for pair in values:
        name, mark, value = pair.partition("=")
        if not mark:
            raise click.UsageError(f"“{pair}” is not NAME=VALUE, such as title=Keys.", context)
        field = name.strip().casefold().replace("-", "_")
        if field not in fields:
            what = kind.value.replace("_", " ")
            raise Refusal(
                f"“{name.strip()}” is nothing that can be edited here.", f"Of this {what}: {', '.join(fields)}."
            )
        changes[_KEPT_AS.get(kind, {}).get(field, field)] = value
    return changes


def _edit(kind: Kind, number: int, changes: Mapping[str, str]) -> Command:
    from pmtui.services import (
        assumptions,
        companies,
        evidence,
        experiments,
        key_results,
        objectives,
        personas,
        problems,
        releases,
        solutions,
    )

    if kind is Kind.LAUNCH_ITEM:
        return releases.EditLaunchItem(number, changes["title"])
    edits: Mapping[Kind, Callable[[int, Mapping[str, str]], Command]] = {
        Kind.PROBLEM: problems.EditProblem,
        Kind.EVIDENCE: evidence.EditEvidence,
        Kind.PERSONA: personas.EditPersona,
        Kind.COMPANY: companies.EditCompany,
        Kind.OBJECTIVE: objectives.EditObjective,
        Kind.KEY_RESULT: key_results.EditKeyResult,
        Kind.SOLUTION: solutions.EditSolution,
        Kind.ASSUMPTION: assumptions.EditAssumption,
        Kind.EXPERIMENT: experiments.EditExperiment,
        Kind.RELEASE: releases.EditRelease,
    }
    return edits[kind](number, changes)


def _deletion(kind: Kind, number: int) -> Command:
    from pmtui.services import (
        assumptions,
        companies,
        decisions,
        evidence,
        experiments,
        key_results,
        objectives,
        personas,
        problems,
        releases,
        solutions,
    )

    alone: Mapping[Kind, Callable[[int], Command]] = {
        Kind.OBJECTIVE: objectives.DeleteObjective,
        Kind.KEY_RESULT: key_results.DeleteKeyResult,
        Kind.RELEASE: releases.DeleteRelease,
        Kind.LAUNCH_ITEM: releases.DeleteLaunchItem,
    }
    if kind in alone:
        return alone[kind](number)
    together: Mapping[Kind, Callable[[tuple[int, ...]], Command]] = {
        Kind.PROBLEM: problems.DeleteProblems,
        Kind.EVIDENCE: evidence.DeleteEvidence,
        Kind.PERSONA: personas.DeletePersonas,
        Kind.COMPANY: companies.DeleteCompanies,
        Kind.DECISION: decisions.DeleteDecisions,
        Kind.SOLUTION: solutions.DeleteSolutions,
        Kind.ASSUMPTION: assumptions.DeleteAssumptions,
        Kind.EXPERIMENT: experiments.DeleteExperiments,
    }
    return together[kind]((number,))
