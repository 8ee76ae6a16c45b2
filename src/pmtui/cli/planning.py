"""The commands about plans: how much work fits, what is pinned, and what a plan would hold."""

import click

from pmtui.cli.completing import complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import Record, note, print_record, report, say, shown_figure
from pmtui.domain.share import show_share


@click.command(
    "plan",
    epilog="""\b
Examples:
  pmtui plan
  pmtui plan --json
  pmtui plan --apply""",
)
@click.option("--apply", is_flag=True, default=False, help="Put the problems where the plan has them, as one step.")
@as_json
@click.pass_context
def plan_command(context: click.Context, apply: bool, as_json: bool) -> None:
    """Propose the plan of the highest value within the capacity, under pins and dependencies."""
    from pmtui.services.plans import planning, proposal
    from pmtui.services.roadmap_plan import TakePlan
    from pmtui.services.roadmap_records import plan_record

    with opened(context) as workspace:
        found = workspace.ask(planning)
        proposed = proposal(found)
        record = plan_record(found, proposed)
        change = None
        if apply and proposed.moves:
            change = workspace.run(TakePlan(proposed.moves, f"Proposed plan by {found.valued_by}"))
    if as_json:
        print_record({**record, "step": change.step if change is not None else None})
    else:
        _show(record)
    if change is not None and not as_json:
        report(change, as_json)
    elif record["moves"] and not as_json:
        note("Nothing was changed: --apply takes the plan.")


@click.command(
    "capacity",
    epilog="""\b
Examples:
  pmtui capacity now=6 next=5
  pmtui capacity next=          next has no capacity that is known""",
)
@click.argument("capacities", metavar="HORIZON=MONTHS...", nargs=-1, required=True)
@as_json
@click.pass_context
def capacity_command(context: click.Context, capacities: tuple[str, ...], as_json: bool) -> None:
    """Say how many person-months fit into now and next."""
    from pmtui.services.roadmap_plan import SetCapacity

    texts = {}
    for capacity in capacities:
        horizon, mark, months = capacity.partition("=")
        if not mark:
            raise click.UsageError(f"“{capacity}” is not HORIZON=MONTHS, such as now=6.", context)
        texts[horizon.strip().casefold()] = months
    with opened(context) as workspace:
        change = workspace.run(SetCapacity(texts))
    report(change, as_json)


@click.command(
    "pin",
    epilog="""\b
Examples:
  pmtui pin P-32 --reason "Promised to three landlords"
  pmtui pin P-32 --off""",
)
@click.argument("keys", metavar="KEY...", nargs=-1, required=True, shell_complete=complete_problem)
@click.option("--reason", default="", help="Why it stays where it is.")
@click.option("--off", is_flag=True, default=False, help="Take the pin off.")
@as_json
@click.pass_context
def pin_command(context: click.Context, keys: tuple[str, ...], reason: str, off: bool, as_json: bool) -> None:
    """Pin problems in their horizon: a proposed plan leaves them there, and says what that costs."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.roadmap_choices import PinItems, UnpinItems

    numbers = tuple(Key.parse(key, Kind.PROBLEM).number for key in keys)
    with opened(context) as workspace:
        change = workspace.run(UnpinItems(numbers) if off else PinItems(numbers, reason))
    report(change, as_json)


def _show(record: Record) -> None:
    gap = record["at_most_below_best"]
    sure = f"at most {gap:.1%} below the best" if gap else "the best there is"
    say(f"value {shown_figure(record['value'])}, {sure}; on the roadmap {shown_figure(record['value_on_roadmap'])}")
    both = record["capacity"]["now"] + record["capacity"]["next"]
    for name, used, room in (("now", "now", record["capacity"]["now"]), ("now and next", "now_and_next", both)):
        chance = record["chance"][used]
        fits = "" if chance is None else f", fits {show_share(chance)}"
        say(f"{name}: {record['used'][used]:.1f} of {room:g} person-months{fits}")
    for move in record["moves"]:
        say(f"  {move['from'] or 'nowhere'} -> {move['to']}  {move['key']}  {move['title']}")
    for pin in record["pins"]:
        price = "can't be told" if pin["lost"] is None else shown_figure(float(pin["lost"]))
        falls = f", out: {', '.join(pin['falls_out'])}" if pin["falls_out"] else ""
        unknown = "" if pin["effort_known"] else ", effort not estimated: it counts as 0"
        say(f"pinned {pin['key']} in {pin['horizon']} ({pin['reason']}): price {price}{falls}{unknown}")
    if record["left_out"]:
        note(f"{len(record['left_out'])} problems can't be planned: --json says why.")
