"""The commands that open the app, and the one that makes a workspace for it."""

import gc
import shlex
from pathlib import Path

import click

from pmtui.cli.in_terminal import check_terminal, has_terminal, open_workspace
from pmtui.cli.options import FILE_PATH, as_json, no_mouse, workspace_path
from pmtui.cli.output import note, print_record, say


@click.command("open", hidden=True)
@click.argument("file", type=FILE_PATH)
@no_mouse
@click.pass_context
def open_command(context: click.Context, file: Path, no_mouse: bool) -> int:
    """Open a workspace in the app."""
    return open_workspace(file, no_mouse or context.find_root().params["no_mouse"])


@click.command(
    "demo",
    epilog="""\b
Examples:
  pmtui demo                       thrown away when you quit
  pmtui demo --keep sparkle.pmtui  yours to keep""",
)
@click.option("--keep", metavar="FILE", type=FILE_PATH, default=None, help="Keep the copy in this new file.")
@no_mouse
@click.pass_context
def demo_command(context: click.Context, keep: Path | None, no_mouse: bool) -> int:
    """Open a fresh copy of the example workspace: a cleaning-services business.

    Without --keep the copy is thrown away when you quit.
    """
    from tempfile import TemporaryDirectory

    from pmtui.services.example import create_example

    check_terminal()
    no_mouse = no_mouse or context.find_root().params["no_mouse"]
    if keep is not None:
        create_example(keep)
        return open_workspace(keep, no_mouse)
    with TemporaryDirectory(prefix="pmtui-demo-") as folder:
        path = Path(folder) / "sparkle.pmtui"
        create_example(path)
        note(f"The example is in {path} until you quit. To keep one: pmtui demo --keep FILE")
        return open_workspace(path, no_mouse)


@click.command(
    "new",
    epilog="""\b
Examples:
  pmtui new sparkle.pmtui
  pmtui new plans/sparkle.pmtui --name "Sparkle Home Cleaning\"""",
)
@click.argument("file", type=FILE_PATH)
@click.option("--name", default=None, help="What the workspace is called; the name of the file if not given.")
@as_json
def new_command(file: Path, name: str | None, as_json: bool) -> None:
    """Make a new, empty workspace file. A file that is there already is never touched."""
    from pmtui.domain.text import clean_line
    from pmtui.services.workspace import Workspace

    workspace = Workspace.create(file, clean_line(file.stem if name is None else name))
    workspace.close()
    if as_json:
        print_record({"path": str(workspace.path)})
    else:
        say(f"Made {workspace.path}. Open it with: pmtui {shlex.quote(str(file))}")


def open_default(context: click.Context, no_mouse: bool) -> int:
    """Open the workspace that is meant when none is named; who has none yet is welcomed. Raises Refusal."""
    from pmtui.environment.paths import default_workspace

    place = default_workspace()
    if context.find_root().params["workspace"] is not None or place.exists() or not has_terminal():
        return open_workspace(workspace_path(context), no_mouse)
    gc.enable()
    from pmtui.bootstrap import run_welcome
    from pmtui.environment.config import read_settings

    return run_welcome(place, read_settings(), mouse=not no_mouse)
