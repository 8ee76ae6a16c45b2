"""The command that adds an answer to Kano's two questions."""

import click

from pmtui.cli.completing import complete_problem
from pmtui.cli.options import as_json, opened
from pmtui.cli.output import note, report


@click.command(
    "kano",
    epilog="""\b
Examples:
  pmtui add kano P-12 --functional "like it" --dysfunctional "dislike it" --by "Ann Okafor"
  pmtui add kano P-12 --functional 2 --dysfunctional 5""",
)
@click.argument("key", shell_complete=complete_problem)
@click.option("--functional", required=True, metavar="ANSWER", help="How they feel if the problem is solved.")
@click.option("--dysfunctional", required=True, metavar="ANSWER", help="How they feel if it is not.")
@click.option("--by", "answered_by", default="", metavar="WHO", help="Who answered.")
@as_json
@click.pass_context
def add_kano(
    context: click.Context, key: str, functional: str, dysfunctional: str, answered_by: str, as_json: bool
) -> None:
    """Add what one customer answered about a problem, and say what all answers about it make of it.

    Each ANSWER is 1 like it, 2 expect it, 3 neutral, 4 can live with it or 5 dislike it, as number or in words.
    """
    from pmtui.domain.kano import read_answer
    from pmtui.domain.keys import Key, Kind
    from pmtui.services.classifications import AddKanoAnswer, kano_in_words, kano_of

    number = Key.parse(key, Kind.PROBLEM).number
    command = AddKanoAnswer(number, read_answer(functional), read_answer(dysfunctional), answered_by)
    with opened(context) as workspace:
        change = workspace.run(command)
        found = workspace.ask(kano_of, number)
    words = kano_in_words(found) if found is not None else ""
    report(change, as_json, **({"kano": words} if as_json else {}))
    if not as_json:
        note(words)
