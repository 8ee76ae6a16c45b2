"""Options that several commands share, and the workspace they work on."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pmtui.cli.completing import complete_lane
from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line

if TYPE_CHECKING:
    from pmtui.services.views import ProblemFilter
    from pmtui.services.workspace import Workspace

Function = TypeVar("Function", bound=Callable[..., Any])

# The words of services.lists, repeated so that help and completion need not load the store.
STATES = ("open", "ranked", "unscored", "declined", "done", "all")
ORDERS = ("rank", "key", "title", "created", "updated", "evidence", "lane", "moscow", "kano")
MOSCOW = ("must", "should", "could", "won't", "none")
KANO = ("must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable", "none")

# Whether a file can be read is found out by whoever reads it, and refused in words: it is no wrong usage.
FILE_PATH = click.Path(path_type=Path, readable=False)
as_json = click.option("--json", "as_json", is_flag=True, default=False, help="Print JSON for programs to read.")
as_of = click.option("--as-of", default="", metavar="DATE", help="As it was at the end of that day, or at “step 12”.")
no_mouse = click.option(
    "--no-mouse", is_flag=True, default=False, help="Leave the mouse to the terminal, so that it selects text."
)


def problem_filter(function: Function) -> Function:
    """The options that choose and order problems: words, tag, lane, MoSCoW word, Kano class, state and order."""
    for option in (
        click.option("--order", type=click.Choice(ORDERS), default="rank", show_default=True, help="What comes first."),
        click.option("--state", type=click.Choice(STATES), default="open", show_default=True, help="Which problems."),
        click.option("--kano", type=click.Choice(KANO), default=None, help="Only those of this Kano class."),
        click.option("--moscow", type=click.Choice(MOSCOW), default=None, help="Only those with this MoSCoW word."),
        click.option("--lane", default="", shell_complete=complete_lane, help="Only those in this lane."),
        click.option("--tag", default="", help="Only those with this tag."),
        click.option("--filter", "words", default="", metavar="WORDS", help="Only those that hold all these words."),
    ):
        function = option(function)
    return function


def filter_of(
    workspace: Workspace, words: str, tag: str, lane: str, state: str, order: str, moscow: str | None, kano: str | None
) -> ProblemFilter:
    """The filter that these options mean. Raises Refusal for a lane that isn't there."""
    from pmtui.services.views import ProblemFilter

    if lane:
        from pmtui.services.problems import lane_named

        workspace.ask(lane_named, lane)
    return ProblemFilter(
        words=words, tag=tag, lane=lane, state=state, order=order, moscow=moscow or "", kano=kano or ""
    )


@contextmanager
def opened(context: click.Context, as_of: str = "") -> Iterator[Workspace]:
    """The workspace the command works on, closed afterwards; as of a point of the past if one is named.

    Raises Refusal when there is none.
    """
    from pmtui.services.workspace import Workspace

    with closing(Workspace.open(workspace_path(context))) as workspace:
        if not as_of:
            yield workspace
            return
        from pmtui.services.past import find_past

        with closing(workspace.as_of(workspace.ask(find_past, as_of))) as past:
            yield past


def workspace_path(context: click.Context) -> Path:
    """Where the workspace is that the command works on. Raises Refusal when it is the default one and isn't there."""
    given: Path | None = context.find_root().params["workspace"]
    if given is not None:
        return given
    from pmtui.environment.paths import default_workspace

    path = default_workspace()
    if not path.exists():
        raise Refusal(
            f"There is no workspace at {shown_line(str(path))} yet.",
            f"Make it with: pmtui new {shlex.quote(str(path))} - or name another one: pmtui -w FILE COMMAND",
        )
    return path
