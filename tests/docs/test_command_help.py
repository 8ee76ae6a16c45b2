"""Every command and option of the command line says what it is for."""

from collections.abc import Iterator

import click
import pytest

from pmtui.cli.commands import pmtui


def commands(command: click.Command, name: str = "pmtui") -> Iterator[tuple[str, click.Command]]:
    """A command and those below it, by their full names."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            assert below is not None
            yield from commands(below, f"{name} {word}")


ALL = dict(commands(pmtui))


@pytest.mark.parametrize("name", ALL)
def test_it_says_what_it_does_with_an_example(name: str) -> None:
    command = ALL[name]
    assert command.help
    assert "Example" in (command.epilog or "")


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained(name: str) -> None:
    options = [parameter for parameter in ALL[name].params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []
