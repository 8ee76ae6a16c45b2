"""The command that prints the completion script of a shell."""

import click

from pmtui.cli.output import say


@click.command(
    "completion",
    epilog="""\b
Examples:
  pmtui completion bash >> ~/.bashrc
  pmtui completion zsh >> ~/.zshrc
  pmtui completion fish > ~/.config/fish/completions/pmtui.fish""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, options, keys and lanes in your shell."""
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click brings these three
    say(completion(context.find_root().command, {}, "pmtui", "_PMTUI_COMPLETE").source())
