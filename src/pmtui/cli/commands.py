"""The commands, each loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmtui import __version__
from pmtui.cli.options import FILE_PATH, no_mouse

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# The module of each command, which holds it under the command's name with `_command` added, and one line of help.
COMMANDS = {
    "demo": ("opening", "Open a fresh copy of the example workspace."),
    "new": ("opening", "Make a new, empty workspace."),
    "add": ("adding", "Add a problem, evidence, a persona, a company, an objective, a solution, an experiment."),
    "list": ("listing", "List problems, evidence, personas, objectives, solutions, decisions and what else there is."),
    "rank": ("ranking", "The ranked problems, best first, and how sure each place is."),
    "scorecard": ("scorecards", "List, add, export and import scorecards."),
    "explain": ("ranking", "Why a problem stands where it stands, and what would change that."),
    "search": ("searching", "Search evidence, problems, the strategy, personas, companies, tags and keys."),
    "show": ("showing", "Everything about one problem, piece of evidence, persona, company, objective or decision."),
    "decide": ("deciding", "Record a decision, its reason and what is expected of it."),
    "review": ("deciding", "Say how the prediction of a decision turned out."),
    "estimate": ("changing", "Set the estimates of a problem."),
    "edit": ("editing", "Change fields of a record."),
    "delete": ("editing", "Delete a record."),
    "result": ("solutions", "Write down what an experiment showed."),
    "part-of": ("solutions", "Say that a problem is part of a larger one, or of none."),
    "current": ("strategy", "Say where a key result is now."),
    "link": ("linking", "Say that a persona has a problem, or which objective a problem serves."),
    "unlink": ("linking", "Take the link of a problem to a persona or an objective off."),
    "reach": ("linking", "Take the reach of a problem over from its personas."),
    "bias": ("biasing", "Who is heard and who is not."),
    "ladder": ("laddering", "What each type of evidence is worth; change it."),
    "move": ("changing", "Move a problem's card to another lane."),
    "roadmap": ("roadmap", "What comes now, next and later, and how much of the capacity that takes."),
    "plan": ("planning", "Propose the plan of the highest value within the capacity; take it."),
    "capacity": ("planning", "Say how many person-months fit into now and next."),
    "horizon": ("roadmap", "Put problems into now, next or later, or decline them with a reason."),
    "pin": ("planning", "Keep problems where a proposed plan leaves them."),
    "choose": ("roadmap", "Choose the solution or the release of a problem."),
    "tick": ("editing", "Say that a line of a launch checklist is done."),
    "needs": ("roadmap", "Say that a problem can't be solved before another one."),
    "import": ("importing", "Take in an export of another tool, or a table."),
    "export": ("exporting", "Write problems, the board, personas, the strategy or decisions as Markdown."),
    "changes": ("changed", "What changed between two dates, ready to send."),
    "undo": ("history", "Take the last step back."),
    "redo": ("history", "Do the step again that was undone last."),
    "history": ("history", "What was done, the newest step first."),
    "completion": ("completion", "Print the script that completes commands in your shell."),
}
_OPEN = "open"
_EXAMPLES = """\b
Examples:
  pmtui                            open your workspace
  pmtui plans/sparkle.pmtui        open this workspace
  pmtui demo                       look around in an example
  pmtui new sparkle.pmtui          make a workspace
  pmtui -w sparkle.pmtui rank      use a command on it
  pmtui import jira-export.csv --dry-run
  pmtui undo

Without -w, commands use the workspace that PMTUI_WORKSPACE names, else your default one.

Exit status: 0 done, 1 refused, 2 wrong usage."""


class Commands(click.Group):
    """A group that imports a command's module when that command is wanted, and opens what looks like a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the names of these are click's
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, or None."""
        if cmd_name != _OPEN and cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name][0] if cmd_name in COMMANDS else "opening"
        command: click.Command = getattr(import_module(f"pmtui.cli.{module}"), f"{cmd_name.replace('-', '_')}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the arguments begin with; a file is opened."""
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if "." in name or "/" in name or Path(name).exists():
            return _OPEN, self.get_command(ctx, _OPEN), args
        from difflib import get_close_matches

        close = get_close_matches(name, COMMANDS, n=3)
        raise click.UsageError(
            f"There is no command “{name}”." + (f" Did you mean {' or '.join(close)}?" if close else ""), ctx
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands of the help without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may stand next: a command, an option or a file."""
        from click.shell_completion import CompletionItem

        commands = [
            CompletionItem(name, help=COMMANDS[name][1])
            for name in self.list_commands(ctx)
            if name.startswith(incomplete)
        ]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*commands, *options, CompletionItem(incomplete, type="file")]


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog=_EXAMPLES,
    subcommand_metavar="[FILE | COMMAND [ARGUMENTS]...]",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-w",
    "--workspace",
    metavar="FILE",
    type=FILE_PATH,
    default=None,
    help="The workspace that is opened or that the command works on.",
)
@no_mouse
@click.version_option(__version__, message="pmtui %(version)s")
@click.pass_context
def pmtui(
    context: click.Context,
    workspace: Path | None,  # noqa: ARG001 - workspace_path reads it, also where this is not called
    no_mouse: bool,
) -> int | None:
    """A product manager's workspace in the terminal: evidence, problems, ranks, the board.

    Without a command it opens: the given workspace, or your default one.
    """
    if context.invoked_subcommand is not None:
        return None
    from pmtui.cli.opening import open_default

    return open_default(context, no_mouse)
