"""What the shell offers for keys and lanes. A workspace that can't be read offers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.domain.text import shown_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from pmtui.services.workspace import Workspace

OFFERED = 100


def complete_problem(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of problems that begin so, with their titles."""
    return _offered(context, lambda workspace: _keys(workspace, incomplete, (Kind.PROBLEM,)))


def complete_persona(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of personas that begin so, with their names."""
    return _offered(context, lambda workspace: _keys(workspace, incomplete, (Kind.PERSONA,)))


def complete_key(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of any kind that begin so, with what they stand for."""
    return _offered(context, lambda workspace: _keys(workspace, incomplete, KEY_LETTERS))


def complete_lane(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The lanes that begin so."""
    return _offered(context, lambda workspace: _lanes(workspace, incomplete.casefold()))


def _keys(workspace: Workspace, incomplete: str, kinds: Iterable[Kind]) -> Iterator[tuple[str, str]]:
    from pmtui.services.key_names import keys_beginning

    return iter(workspace.ask(keys_beginning, incomplete, kinds, OFFERED))


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
