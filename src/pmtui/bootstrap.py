"""Puts settings, workspace and app together: the only place that does."""

import os
import sys
from pathlib import Path

from pmtui.environment.config import Settings
from pmtui.environment.log import start_log, write_crash_file
from pmtui.services.workspace import Workspace
from pmtui.services.workspace_thread import WorkspaceThread

ESCAPE_MILLISECONDS = "25"


def run_app(path: Path, settings: Settings, mouse: bool = True) -> int:
    """Run the app on an existing workspace file and return its exit status. Raises Refusal when it can't be opened."""
    start_log()
    # Textual reads it when it is imported. A lone Escape waits this long for the rest of a key sequence.
    os.environ.setdefault("ESCDELAY", ESCAPE_MILLISECONDS)
    workspace = WorkspaceThread(lambda: Workspace.open(path, "app"))
    try:
        from pmtui.app import PmtuiApp

        workspace.uuid  # noqa: B018 - raises what opening raised, before the terminal is touched
        app = PmtuiApp(workspace, settings)
        app.run(mouse=mouse and settings.mouse)
        if app.crash is not None:
            sys.stderr.write(f"pmtui ended because of a bug. What is known about it: {write_crash_file(app.crash)}\n")
            return 1
        return app.return_code or 0
    finally:
        workspace.close()
