"""The commands about ranks: the ranking with how sure it is, and one place explained."""

import math

import click

from pmtui.cli.completing import complete_problem
from pmtui.cli.options import as_json, as_of, opened
from pmtui.cli.output import Record, note, print_record, print_records, print_table, say, shown_figure
from pmtui.domain.share import show_share

seed_option = click.option(
    "--seed", type=click.IntRange(min=0), default=1, show_default=True, help="The same seed gives the same figures."
)


@click.command(
    "rank",
    epilog="""\b
Examples:
  pmtui rank
  pmtui rank --lens customer
  pmtui rank --lens blend --weight 0.7
  pmtui rank --as-of "last month"
  pmtui rank --scorecard WSJF --json""",
)
@click.option("--scorecard", default="", metavar="NAME", help="Rank by this scorecard, once.")
@click.option(
    "--lens", type=click.Choice(("customer", "business", "blend")), default=None, help="Rank by this lens, once."
)
@click.option(
    "--weight", type=click.FloatRange(0, 1), default=None, help="The weight of the customer's side in the blend."
)
@seed_option
@as_of
@as_json
@click.pass_context
def rank_command(
    context: click.Context,
    scorecard: str,
    lens: str | None,
    weight: float | None,
    seed: int,
    as_of: str,
    as_json: bool,
) -> None:
    """The problems that can be scored, best first, and how sure each place is.

    Equal scores share a rank, marked with =. Where estimates are ranges they are drawn 10,000 times: P(top) is the
    share of the runs in which a problem is among the first, ranks are those of nine runs in ten, and ≈ marks one that
    is too close to call against the next. › marks a place that a decision gives, whatever the score.
    """
    if scorecard and lens:
        raise click.UsageError("Rank by --scorecard or by --lens, not by both.", context)
    if weight is not None and lens not in (None, "blend"):
        raise click.UsageError("--weight is for --lens blend.", context)
    from pmtui.services.rank_records import rank_records
    from pmtui.services.ranking import inputs_to_type

    ranked_by = lens or scorecard or ("blend" if weight is not None else "")
    with opened(context, as_of) as workspace:
        found = workspace.ask(rank_records, ranked_by, weight, seed)
        title, codes = workspace.ask(inputs_to_type, ranked_by)
    if as_json:
        print_records(found)
    elif found:
        columns = ("rank", "key", "score", "P(top)", "ranks", "evidence", "lane", "title")
        print_table(columns, map(_row, found), right=("rank", "score", "P(top)", "evidence"))
    else:
        wanted = " ".join(f"{code}=…" for code in codes)
        note(f"None can be scored by {title}. Estimate one: pmtui estimate P-1 {wanted}")


@click.command(
    "explain",
    epilog="""\b
Examples:
  pmtui explain P-12
  pmtui explain P-12 --json""",
)
@click.argument("key", shell_complete=complete_problem)
@seed_option
@as_json
@click.pass_context
def explain_command(context: click.Context, key: str, seed: int, as_json: bool) -> None:
    """Why a problem stands where it stands: each factor, how sure the place is, and what would change it."""
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.rank_records import explanation

    with opened(context) as workspace:
        found = workspace.ask(explanation, Key.parse(key, Kind.PROBLEM).number, seed)
    if as_json:
        print_record(found)
    else:
        _explain(found)


def _row(record: Record) -> list[str]:
    low, high = record["rank_low"], record["rank_high"]
    decided = record["decided_by"]
    close = "≈" if record["too_close"] and not decided else ""
    by_score = f"({decided} decides its place; by score {record['rank_by_score']})" if decided else ""
    return [
        close + ("=" if record["tied"] else "") + ("›" if decided else "") + str(record["rank"]),
        record["key"],
        shown_figure(record["score"]),
        show_share(record["p_top"]),
        f"{low}-{high}" if low != high else str(low),
        shown_figure(record["evidence"]),
        record["lane"],
        " ".join(filter(None, [record["title"], *(f"#{tag}" for tag in record["tags"]), by_score])),
    ]


def _explain(found: Record) -> None:
    from pmtui.domain.formula import formula_in_words

    names = {factor["criterion"]: factor["name"] for factor in found["factors"]}
    say(f"{found['key']}  {found['title']}")
    if found["score"] is None:
        needs = ", ".join(names.get(code, "other estimates: the formula has no value") for code in found["missing"])
        say(f"  can't be scored: needs {needs}")
        return
    place = f"#{found['rank']} of {found['ranked']}" if found["rank"] is not None else "out of the ranking"
    if (decided := found["decided"]) is not None:
        place += f" because {decided['key']} decides it ({decided['reason']}), #{found['rank_by_score']}"
    say(f"  score {shown_figure(found['score'])}, {place} by {found['ranked_by']}")
    say(f"  {formula_in_words(found['formula'], names)}")
    for line in _certainty(found) if "p_top" in found else ():
        say(f"  {line}")
    for remark in found["remarks"]:
        say(f"  {remark}")
    for factor in found["factors"]:
        say("")
        say(f"  {factor['name']}: {' - '.join(filter(None, (factor['value'] or 'missing', factor['source'])))}")
        for line in _changes(factor, found):
            say(f"    {line}")


def _certainty(found: Record) -> list[str]:
    if found["rank_low"] == found["rank_high"] and found["p_first"] in (0, 1):
        return ["no range moves it: its rank is the same in every run"]
    first, top = show_share(found["p_first"]), show_share(found["p_top"])
    words = f"first in {first} of {found['runs']:,} draws of the ranges, among the first {found['top']} in {top}"
    lines = [f"{words}; rank {found['rank_low']} to {found['rank_high']} in nine of ten"]
    for side, other in found["ahead_of"].items():
        close = ": too close to call" if other["too_close"] else ""
        lines.append(f"ahead of {other['key']} {side} it in {show_share(other['share'])} of the draws{close}")
    return lines


def _changes(factor: Record, found: Record) -> list[str]:
    """What an estimate does to the place, in sentences."""
    lines = []
    if factor["middle"]:
        lines.append(f"counts as {_amount(factor, factor['central'])}, {factor['middle']} of the range")
    if factor["share"]:
        lines.append(
            f"multiplies the score by {shown_figure(math.exp(factor['share']))} against {found['compared_with']}"
        )
    name = factor["name"].lower()
    for side in ("above", "below"):
        if (other := found[side]) is None:
            continue
        if (swap := factor[f"swap_{side}"]) is not None:
            lines.append(f"ties with {other['key']} {side} it at {_amount(factor, swap)}")
        else:
            lines.append(f"no {name} {factor['scale']} makes it tie with {other['key']} {side} it")
    if factor["worth_knowing"]:
        gain = shown_figure(factor["worth_knowing"])
        lines.append(f"worth finding out: knowing it adds {gain} to the score of the first {found['top']}, on average")
    return lines


def _amount(factor: Record, value: float) -> str:
    return f"{value * 100:.3g}%" if factor["unit"] == "%" else shown_figure(value)
