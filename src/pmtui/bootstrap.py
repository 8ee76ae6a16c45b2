"""Puts settings, workspace and app together: the only place that does."""

import os
import sys
from pathlib import Path

from pmtui.environment.config import Settings
from pmtui.environment.signals import hold_signals, release_signals
from pmtui.services.workspace import Workspace
from pmtui.services.workspace_thread import WorkspaceThread

ESCAPE_MILLISECONDS = "25"
FRAMES_A_SECOND = "200"
SWITCH_SECONDS = 0.0001


def run_welcome(place: Path, settings: Settings, mouse: bool = True) -> int:
    """Ask someone without a workspace how to begin, then run the app on that. Returns its exit status.

    place: where a new workspace would be made. Raises Refusal when what was chosen can't be opened.
    """
    set_pace()
    from pmtui.screens.welcome_app import WelcomeApp

    app = WelcomeApp(place, settings)
    welcomed = app.run(mouse=mouse and settings.mouse)
    if welcomed is None:
        return app.return_code or 0
    if welcomed.path is not None:
        return run_app(welcomed.path, settings, mouse, welcomed.importing)
    from tempfile import TemporaryDirectory

    from pmtui.services.example import create_example

    with TemporaryDirectory(prefix="pmtui-demo-") as folder:
        example = Path(folder) / "sparkle.pmtui"
        create_example(example)
        return run_app(example, settings, mouse)


def run_app(path: Path, settings: Settings, mouse: bool = True, importing: bool = False) -> int:
    """Run the app on an existing workspace file and return its exit status. Raises Refusal when it can't be opened.

    importing: whether to begin with the import of a file.
    """
    set_pace()
    hold_signals()  # until the app has the terminal and can give it back
    workspace = WorkspaceThread(lambda: Workspace.open(path, "app"))
    try:
        from pmtui.app import PmtuiApp

        workspace.uuid  # noqa: B018 - raises what opening raised, before the terminal is touched
        app = PmtuiApp(workspace, settings, importing)
        app.run(mouse=mouse and settings.mouse)
        if app.crash is not None:
            from pmtui.environment.log import write_crash_file

            sys.stderr.write(f"pmtui ended because of a bug. What is known about it: {write_crash_file(app.crash)}\n")
            return 1
        return app.return_code or 0
    finally:
        release_signals()
        workspace.close()


def set_pace() -> None:
    """Set how soon keys, frames and threads get their turn. To be called before Textual is imported."""
    # Textual reads both when it is imported. A lone Escape waits this long for the rest of a key sequence.
    os.environ.setdefault("ESCDELAY", ESCAPE_MILLISECONDS)
    # What follows from a key, such as the pane beside the list, waits for the next frame.
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_A_SECOND)
    sys.setswitchinterval(SWITCH_SECONDS)  # while the file is read, keys and painting wait no longer than this
