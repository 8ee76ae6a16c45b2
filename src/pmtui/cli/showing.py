"""The command that shows one record."""

from typing import Any

import click

from pmtui.cli.completing import complete_key
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import Record, print_record, say, shown_figure, shown_moment
from pmtui.domain.text import with_thousands

_IN_LINES = (
    *("key", "lane", "date", "at", "kind", "company", "title", "affected", "frequency", "severity", "fit"),
    *("horizon", "area", "state"),
)
_WORDS = ("tags", "missing", "undated")
_NAMED = ("jobs", "pains", "gains", "context", "options", "choice", "reason", "prediction", "learned")
_LONG = ("statement", "text", "description", *_NAMED, "notes")


@click.command(
    "show",
    epilog="""\b
Examples:
  pmtui show P-12
  pmtui show E-381 --json
  pmtui show U-3
  pmtui show C-7
  pmtui show D-5
  pmtui show O-1
  pmtui show K-2
  pmtui show S-4
  pmtui show X-2
  pmtui show R-1""",
)
@click.argument("key", shell_complete=complete_key)
@as_json
@click.pass_context
def show_command(context: click.Context, key: str, as_json: bool) -> None:
    """Everything about one record, by its key.

    A problem (P-12), evidence (E-381), persona (U-3), company (C-7), decision (D-5), objective (O-1), key result (K-2),
    solution (S-4), experiment (X-2), release (R-1).
    """
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.decision_records import decision_record
    from pmtui.services.full_records import company_record, evidence_record, problem_record
    from pmtui.services.persona_records import persona_record
    from pmtui.services.roadmap_records import release_record
    from pmtui.services.solution_records import experiment_record, solution_record
    from pmtui.services.strategy_records import key_result_record, objective_record

    queries = {
        Kind.PROBLEM: problem_record,
        Kind.EVIDENCE: evidence_record,
        Kind.PERSONA: persona_record,
        Kind.COMPANY: company_record,
        Kind.DECISION: decision_record,
        Kind.OBJECTIVE: objective_record,
        Kind.KEY_RESULT: key_result_record,
        Kind.SOLUTION: solution_record,
        Kind.EXPERIMENT: experiment_record,
        Kind.RELEASE: release_record,
    }
    found = Key.parse(key)
    with opened(context) as workspace:
        record = workspace.ask(queries[found.kind], found.number)
    if as_json:
        print_record(record)
    else:
        _show(record)


def _show(record: Record) -> None:
    say(f"{record['key']}  {record['title']}")
    if "missing" in record:
        names = {estimate["code"]: estimate["name"] for estimate in record["estimates"]}
        record = {**record, "missing": [names.get(code, code) for code in record["missing"]]}
    links = {name: value for name, value in record.items() if isinstance(value, list) and name not in _WORDS}
    for name, value in record.items():
        if name not in ("key", "title", *_LONG, *links) and value not in ("", None, [], {}):
            shown = with_thousands(value) if name == "population" else _words(value)
            say(f"  {name.replace('_', ' ')}: {shown}")
    for name in _LONG:
        if record.get(name):
            say("\n" + (f"{name}\n" if name in _NAMED else "") + record[name])
    for name, lines in links.items():
        if lines:
            say(f"\n{name}")
            for line in lines:
                say("  " + _line(name, line))


def _line(name: str, record: Record | str) -> str:
    if isinstance(record, str):
        return record
    if name == "estimates":
        unit = "" if record["unit"] == "%" else record["unit"]
        value = f"{record['value']} {unit}".strip() if record["value"] else "not estimated"
        return "  ".join(filter(None, [record["name"], value, record["reason"]]))
    if name == "assumptions":
        weight = f"importance {record['importance']}, evidence {record['support']} of 5"
        return "  ".join([record["kind"], weight, record["title"], *record["experiments"]])
    if name == "frozen_ranking":
        return f"#{record['rank']}  {record['key']}  {record['title']}  {shown_figure(record['score'])}"
    if name == "confidence_made_of":
        capped = "" if record["points"] == record["uncapped"] else " (cap)"
        what = record["type"].replace("_", " ")
        return f"{what}  {shown_figure(record['points'])}{capped}  {' '.join(record['pieces'])}"
    return "  ".join(shown_moment(str(record[part])) for part in _IN_LINES if record.get(part))


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        return ", ".join(f"{name} = {text}" for name, text in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return shown_figure(value) if isinstance(value, int | float) else shown_moment(str(value))
