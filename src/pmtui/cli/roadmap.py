"""The commands about the roadmap and its releases."""

from datetime import datetime

import click

from pmtui.cli.completing import complete_key, complete_problem
from pmtui.cli.options import as_json, as_of, opened
from pmtui.cli.output import Record, note, print_record, print_table, report, say, shown_figure
from pmtui.domain.launch import LAUNCH_TIERS
from pmtui.domain.release import LAUNCH_AREAS

HORIZONS = ("now", "next", "later", "declined", "none")


@click.command(
    "roadmap",
    epilog="""\b
Examples:
  pmtui roadmap
  pmtui roadmap --json
  pmtui roadmap --as-of 2026-10-01""",
)
@as_of
@as_json
@click.pass_context
def roadmap_command(context: click.Context, as_of: str, as_json: bool) -> None:
    """What comes now, next and later, what does not, and how much of the capacity that takes."""
    from pmtui.services.roadmap_records import roadmap_record

    with opened(context, as_of) as workspace:
        record = workspace.ask(roadmap_record)
    if as_json:
        print_record(record)
        return
    for horizon, load in record["capacity"].items():
        room = "no capacity set" if load["capacity"] is None else f"of {load['capacity']:g}"
        over = load["capacity"] is not None and load["used"] > max(0.0, load["capacity"] + load["left_over"])
        if load["capacity"] is not None and abs(load["left_over"]) >= 0.05:
            room += f"{load['left_over']:+.1f}"
        say(f"{horizon}: {load['used']:.1f} {room} person-months{', which is more than fits' if over else ''}")
    if record["items"]:
        columns = ("horizon", "key", "pin", "value", "effort", "release", "title")
        print_table(columns, ([_cell(item, name) for name in columns] for item in record["items"]), ("value", "effort"))
    else:
        note("Nothing is on it yet: pmtui horizon P-1 now")


@click.command(
    "horizon",
    epilog="""\b
Examples:
  pmtui horizon P-12 now
  pmtui horizon P-12 P-7 later --reason "After the keys"
  pmtui horizon P-40 declined --reason "Ladders are outside our insurance"
  pmtui horizon P-12 none""",
)
@click.argument("keys", metavar="KEY...", nargs=-1, required=True, shell_complete=complete_problem)
@click.argument("horizon", type=click.Choice(HORIZONS))
@click.option("--reason", default="", help="Why there; declining needs one.")
@as_json
@click.pass_context
def horizon_command(context: click.Context, keys: tuple[str, ...], horizon: str, reason: str, as_json: bool) -> None:
    """Put problems into a horizon of the roadmap: now, next, later, declined, or none."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.roadmap import PutInHorizon

    found = tuple(Key.parse(key, Kind.PROBLEM) for key in keys)
    with opened(context) as workspace:
        numbers = tuple(key.number for key in found)
        change = workspace.run(PutInHorizon(numbers, "" if horizon == "none" else horizon, reason))
    report(change, as_json, keys=[str(key) for key in found], horizon=horizon)


@click.command(
    "choose",
    epilog="""\b
Examples:
  pmtui choose P-12 S-4
  pmtui choose P-12 R-1
  pmtui choose P-12 S-4 --off""",
)
@click.argument("key", shell_complete=complete_problem)
@click.argument("chosen", shell_complete=complete_key)
@click.option("--off", is_flag=True, default=False, help="It is chosen no longer.")
@as_json
@click.pass_context
def choose_command(context: click.Context, key: str, chosen: str, off: bool, as_json: bool) -> None:
    """Choose the solution (S-4) or the release (R-1) of a problem."""
    from pmtui.domain.errors import Refusal
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.roadmap_choices import AssignRelease, ChooseSolution

    problem, other = Key.parse(key, Kind.PROBLEM), Key.parse(chosen)
    number = None if off else other.number
    if other.kind is Kind.SOLUTION:
        command: ChooseSolution | AssignRelease = ChooseSolution(problem.number, number)
    elif other.kind is Kind.RELEASE:
        command = AssignRelease((problem.number,), number)
    else:
        raise Refusal(f"{other} can't be chosen for a problem.", "Name a solution (S-4) or a release (R-1).")
    with opened(context) as workspace:
        change = workspace.run(command)
    report(change, as_json, key=str(problem), chosen=None if off else str(other))


@click.command(
    "needs",
    epilog="""\b
Examples:
  pmtui needs P-7 P-12
  pmtui needs P-7 P-12 --off""",
)
@click.argument("key", shell_complete=complete_problem)
@click.argument("other", shell_complete=complete_problem)
@click.option("--off", is_flag=True, default=False, help="It needs it no longer.")
@as_json
@click.pass_context
def needs_command(context: click.Context, key: str, other: str, off: bool, as_json: bool) -> None:
    """Say that a problem can't be solved before another one."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.roadmap_choices import AddNeed, RemoveNeed

    problem, needed = Key.parse(key, Kind.PROBLEM), Key.parse(other, Kind.PROBLEM)
    with opened(context) as workspace:
        change = workspace.run((RemoveNeed if off else AddNeed)(problem.number, needed.number))
    report(change, as_json, key=str(problem), needs=str(needed))


@click.command(
    "release",
    epilog="""\b
Example:
  pmtui add release "Spring launch" --on 2027-04-01 --tier major
""",
)
@click.argument("name")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="YYYY-MM-DD", help="Its day, if it has one."
)
@click.option(
    "--tier", type=click.Choice(tuple(LAUNCH_TIERS)), default=None, help="How loud; brings a checklist along."
)
@click.option("--notes", default="", help="What it is for; Markdown.")
@as_json
@click.pass_context
def add_release(
    context: click.Context, name: str, on: datetime | None, tier: str | None, notes: str, as_json: bool
) -> None:
    """Add a release, with the launch checklist of its tier."""
    from pmtui.services.releases import AddRelease

    with opened(context) as workspace:
        change = workspace.run(AddRelease(name, on.date().isoformat() if on else "", tier or "", notes))
    report(change, as_json, key=f"R-{change.created}")


@click.command(
    "launch-line",
    epilog="""\b
Example:
  pmtui add launch-line R-1 "Agents get a page on their keys" --area sales
""",
)
@click.argument("release")
@click.argument("text")
@click.option("--area", type=click.Choice(LAUNCH_AREAS), required=True, help="Who sees to it.")
@as_json
@click.pass_context
def add_launch_line(context: click.Context, release: str, text: str, area: str, as_json: bool) -> None:
    """Add a line to the launch checklist of a release."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.releases import AddLaunchItem

    found = Key.parse(release, Kind.RELEASE)
    with opened(context) as workspace:
        change = workspace.run(AddLaunchItem(found.number, area, text))
    report(change, as_json, release=str(found))


def _cell(item: Record, name: str) -> str:
    if name == "pin":
        return "●" if item["pinned"] else ""
    value = item[name]
    return shown_figure(value) if isinstance(value, int | float) else str(value or "")
