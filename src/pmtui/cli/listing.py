"""The commands that list records."""

from collections.abc import Sequence
from typing import Any

import click

from pmtui.cli.options import as_json, as_of, filter_of, opened, problem_filter
from pmtui.cli.output import Record, note, print_records, print_table, shown_figure
from pmtui.domain.text import with_thousands

KINDS = (
    "problem", "evidence", "persona", "company", "objective", "key-result", "solution", "experiment", "release",
    "decision", "tag", "lane",
)  # fmt: skip
_COLUMNS = {
    "evidence": ("key", "date", "kind", "company", "title"),
    "persona": ("key", "population", "evidence", "problems", "heard", "title"),
    "company": ("key", "tier", "revenue", "evidence", "title"),
    "objective": ("key", "grade", "results", "problems", "pillar", "title"),
    "key-result": ("key", "objective", "grade", "baseline", "current", "target", "unit", "title"),
    "solution": ("key", "problem", "effort", "assumptions", "experiments", "title"),
    "experiment": ("key", "solution", "state", "evidence", "title"),
    "release": ("key", "date", "launch_tier", "problems", "done", "lines", "title"),
    "decision": ("key", "state", "review_on", "probability", "brier", "driver", "title"),
    "tag": ("problems", "title"),
    "lane": ("problems", "limit", "phase", "title"),
}
_NUMBERS = (
    *("rank", "score", "evidence", "revenue", "problems", "limit", "probability", "brier"),
    *("grade", "results", "baseline", "current", "target", "assumptions", "experiments", "done", "lines"),
)


@click.command(
    "list",
    epilog="""\b
Examples:
  pmtui list problem
  pmtui list problem --tag access --order evidence
  pmtui list problem --state unscored --json
  pmtui list evidence --filter "keys lost"
  pmtui list persona
  pmtui list objective
  pmtui list solution
  pmtui list decision
  pmtui list problem --as-of 2026-10-01
  pmtui list lane""",
)
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@problem_filter
@as_of
@as_json
@click.pass_context
def list_command(
    context: click.Context, /, kind: str, words: str, as_of: str, as_json: bool, **for_problems: str
) -> None:
    """List problems, evidence, personas, companies, objectives, solutions, experiments, decisions, tags or lanes.

    KIND is problem, evidence, persona, company, objective, key-result, solution, experiment, release,
    decision, tag or lane.
    --tag, --lane, --moscow, --kano, --state and --order are for problems.
    """
    if kind == "problem":
        with opened(context, as_of) as workspace:
            from pmtui.services.records import problem_records

            wanted = filter_of(workspace, words, **for_problems)
            _print_problems(workspace.ask(problem_records, wanted), as_json)
        return
    _check_unused(context, kind, tuple(for_problems))
    from pmtui.services.decision_records import decision_records
    from pmtui.services.persona_records import persona_records
    from pmtui.services.records import company_records, evidence_records, lane_records, tag_records
    from pmtui.services.roadmap_records import release_records
    from pmtui.services.solution_records import experiment_records, solution_records
    from pmtui.services.strategy_records import key_result_records, objective_records

    queries = {
        "evidence": evidence_records,
        "persona": persona_records,
        "company": company_records,
        "objective": objective_records,
        "key-result": key_result_records,
        "solution": solution_records,
        "experiment": experiment_records,
        "release": release_records,
        "decision": decision_records,
        "tag": tag_records,
        "lane": lane_records,
    }
    with opened(context, as_of) as workspace:
        _print(workspace.ask(queries[kind], words), _COLUMNS[kind], as_json)


def _print_problems(found: Sequence[Record], as_json: bool) -> None:
    _print(found, ("rank", "key", "score", "evidence", "lane", "title"), as_json)


def _print(found: Sequence[Record], columns: Sequence[str], as_json: bool) -> None:
    if as_json:
        print_records(found)
    elif found:
        print_table(columns, ([_cell(record, name) for name in columns] for record in found), right=_NUMBERS)
    else:
        note("There are none.")


def _cell(record: Record, name: str) -> str:
    value: Any = record[name]
    if name == "rank" and record["tied"]:
        return f"={value}"
    if name == "title":
        needs = f"(needs {', '.join(record['needs'])})" if record.get("needs") else ""
        return " ".join(filter(None, [str(value), *(f"#{tag}" for tag in record.get("tags", ())), needs]))
    if name == "population":
        return with_thousands(value)
    if name == "grade":
        return "" if value is None else f"{value:.2f}"
    return shown_figure(value) if isinstance(value, int | float) else str(value or "")


def _check_unused(context: click.Context, /, kind: str, names: Sequence[str]) -> None:
    from click.core import ParameterSource

    for name in names:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} is for problems, not for {kind}.", context)
