"""Opening the app. It does without the library of commands: what opens has no options to read."""

import os
import sys
from pathlib import Path

from pmtui.domain.errors import Refusal


def plain_file(arguments: list[str]) -> Path | None:
    """The workspace that arguments name without an option or a command, or None."""
    if len(arguments) != 1 or arguments[0].startswith("-") or not {".", "/"} & set(arguments[0]):
        return None
    path = Path(arguments[0])
    return path if path.is_file() else None


def open_workspace(path: Path, no_mouse: bool) -> int:
    """Open a workspace in the app. Returns its exit status. Raises Refusal."""
    check_terminal()
    load_without_tls()
    from pmtui.bootstrap import run_app
    from pmtui.environment.config import read_settings

    return run_app(path, read_settings(), mouse=not no_mouse)


def load_without_tls() -> None:
    """Load what waits for keys and files. It takes encryption for the network along, which this program never needs."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # the way to say that a module is not to be had
    import asyncio  # noqa: F401 - to have it loaded

    del sys.modules["ssl"]


def has_terminal() -> bool:
    """Whether there is someone to type."""
    return bool(sys.stdin and os.isatty(sys.stdin.fileno()))


def check_terminal() -> None:
    """Raise Refusal when there is no terminal."""
    if not has_terminal():
        raise Refusal("The app needs a terminal to open in.", "Commands work without one, such as: pmtui list problem")
