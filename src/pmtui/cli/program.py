"""One run of the program: from its arguments to its exit status, whatever happens on the way."""

import os
import sys
from pathlib import Path

from pmtui.cli.in_terminal import open_workspace, plain_file
from pmtui.cli.output import complain
from pmtui.domain.errors import Refusal

DONE, REFUSED, INTERRUPTED = 0, 1, 130
_COMPLETION = "_PMTUI_COMPLETE"


def run(arguments: list[str]) -> int:
    """Do what the arguments say. Returns the exit status."""
    os.umask(0o077)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # started with it closed
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - needed to the end
        else:
            stream.reconfigure(errors="replace")  # a character the terminal can't show is no reason to fail
    as_json = "--json" in arguments
    try:
        if _COMPLETION in os.environ:
            status = _complete()
        elif (file := plain_file(arguments)) is not None:
            status = open_workspace(file, no_mouse=False)
        else:
            status = _invoke(arguments, as_json)
        sys.stdout.flush()
    except Refusal as refusal:
        complain(refusal, as_json)
        return REFUSED
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        complain(_unwritten(error), as_json)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last place that can turn a fault of ours into one line
        complain(_bug(error), as_json)
        return REFUSED
    return status


def _invoke(arguments: list[str], as_json: bool) -> int:
    import click

    from pmtui.cli.commands import pmtui

    try:
        with pmtui.make_context("pmtui", arguments) as context:
            return pmtui.invoke(context) or DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        command = error.ctx if isinstance(error, click.UsageError) else None
        complain(Refusal(error.format_message(), f"See: {command.command_path} --help" if command else ""), as_json)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED


def _complete() -> int:
    from click.shell_completion import shell_complete

    from pmtui.cli.commands import pmtui

    return shell_complete(pmtui, {}, "pmtui", _COMPLETION, os.environ[_COMPLETION])


def _unwritten(error: OSError) -> Refusal:
    if error.filename:
        return Refusal(f"{error.filename}: {error.strerror}.")
    return Refusal(
        f"The output can't be written: {error.strerror}.", "If it was to change something, see: pmtui history"
    )


def _bug(error: Exception) -> Refusal:
    from pmtui.environment.log import write_crash_file

    title = f"This is a bug in pmtui ({type(error).__name__})."
    try:
        return Refusal(title, f"What is known about it: {write_crash_file(error)}")
    except Refusal as refusal:
        return Refusal(title, str(refusal))
