"""What the shell offers for keys and lanes. A workspace that can't be read offers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from pmtui.services.workspace import Workspace

OFFERED = 100


def complete_problem(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of problems that begin so, with their titles."""
    return _offered(context, lambda workspace: _problems(workspace, incomplete.upper()))


def complete_persona(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of personas that begin so, with their names."""
    return _offered(context, lambda workspace: _personas(workspace, incomplete.upper()))


def complete_key(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of problems and personas that begin so."""

    def both(workspace: Workspace) -> Iterator[tuple[str, str]]:
        yield from _problems(workspace, incomplete.upper())
        yield from _personas(workspace, incomplete.upper())

    return _offered(context, both)


def complete_lane(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The lanes that begin so."""
    return _offered(context, lambda workspace: _lanes(workspace, incomplete.casefold()))


def _problems(workspace: Workspace, start: str) -> Iterator[tuple[str, str]]:
    from pmtui.services.lists import problem_list, problem_rows
    from pmtui.services.views import ProblemFilter

    listed = workspace.ask(problem_list, ProblemFilter(state="all", order="key"))
    keys = {f"P-{entry}": entry for entry in listed.entries if isinstance(entry, int)}
    fitting = {key: number for key, number in keys.items() if key.startswith(start)}
    offered = dict(list(fitting.items())[:OFFERED])
    rows = workspace.ask(problem_rows, tuple(offered.values()), listed.ranks)
    return ((key, rows[number].title) for key, number in offered.items())


def _personas(workspace: Workspace, start: str) -> Iterator[tuple[str, str]]:
    from pmtui.domain.keys import persona_key

    names = [(str(persona_key(each.id)), each.name) for each in workspace.ask(lambda uow: uow.personas.all())]
    return islice((pair for pair in names if pair[0].startswith(start)), OFFERED)


def _lanes(workspace: Workspace, start: str) -> Iterator[tuple[str, str]]:
    from pmtui.services.board_lists import board_view

    lanes = workspace.ask(board_view).lanes
    return ((lane.name, "") for lane in lanes if lane.name.casefold().startswith(start))


def _offered(context: click.Context, find: Callable[[Workspace], Iterator[tuple[str, str]]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from pmtui.cli.options import opened

    try:
        with opened(context) as workspace:
            found = list(find(workspace))
    except Refusal:
        return []
    return [CompletionItem(shown_line(value), help=shown_line(text) or None) for value, text in found]
