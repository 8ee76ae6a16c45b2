"""The command that searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmtui.cli.options import as_json, opened
from pmtui.cli.output import note, print_records, say, say_marked
from pmtui.domain.keys import Kind

if TYPE_CHECKING:
    from pmtui.services.search import Match


@click.command(
    "search",
    epilog="""\b
Examples:
  pmtui search invoice
  pmtui search '"wrong address" -refund'
  pmtui search 'type:interview persona:U-1 since:2026-01 clean*' --json""",
)
@click.argument("words", nargs=-1, required=True)
@as_json
@click.pass_context
def search_command(context: click.Context, words: tuple[str, ...], as_json: bool) -> None:
    """Search evidence, problems, the strategy, decisions, personas, companies, tags and keys.

    WORDS are words, "phrases", beginnings of words (invoi*), what must not be there (-refund; put -- before it when
    it comes first), and fields: type, kind, persona, company, tag, problem, source, since, until, is.
    """
    from pmtui.services.search import search_all

    with opened(context) as workspace:
        found = workspace.ask(search_all, " ".join(words))
    for remark in found.remarks:
        note(remark)
    if as_json:
        print_records(
            {"key": match.key, "kind": match.kind.value, "title": match.title.text, "excerpt": match.excerpt.text}
            for match in found.matches
        )
        return
    if not found.matches:
        note("Nothing was found.")
    if found.keyed is not None:
        _print_match(found.keyed)
    for group in found.groups:
        say(group.heading)
        for match in group.matches:
            _print_match(match)


def _print_match(match: Match) -> None:
    if match.kind is Kind.TAG:
        say_marked("  ", match.title)
    else:
        say_marked(f"  {match.key:7} ", match.excerpt)
