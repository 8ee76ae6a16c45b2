"""Where pmtui keeps things on this machine. A folder is made, for its owner alone, when it is first asked for."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC


def data_directory() -> Path:
    """The folder of the default workspace and of backups. Raises Refusal when it can't be made."""
    return _private(_platform().user_data_path)


def state_directory() -> Path:
    """The folder of the log, crash files and drafts of forms. Raises Refusal when it can't be made."""
    return _private(_platform().user_state_path)


def drafts_directory() -> Path:
    """The folder of half-typed forms. Raises Refusal when it can't be made."""
    return _private(state_directory() / "drafts")


def config_file() -> Path:
    """The settings file, which need not exist: PMTUI_CONFIG, else the one in the user's configuration folder."""
    return _from_variable("PMTUI_CONFIG") or _platform().user_config_path / "config.toml"


def log_file() -> Path:
    """The log. Raises Refusal when its folder can't be made."""
    return state_directory() / "pmtui.log"


def default_workspace() -> Path:
    """The workspace that is opened when none is named, which need not exist: PMTUI_WORKSPACE, else one of the user's.

    Raises Refusal when its folder can't be made.
    """
    return _from_variable("PMTUI_WORKSPACE") or data_directory() / "workspace.pmtui"


def short_path(path: Path) -> str:
    """A path as people read it: ~ stands for the home folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or there is no home
        return str(path)


def typed_path(words: str) -> Path:
    """The path that someone typed; ~ is a home folder where there is one."""
    path = Path(words.strip())
    try:
        return path.expanduser()
    except RuntimeError:  # there is no user of that name: it is the name of a file
        return path


@cache
def _platform() -> PlatformDirsABC:
    from platformdirs import PlatformDirs  # a command on a named workspace asks for none of its folders

    return PlatformDirs("pmtui", appauthor=False)


def _from_variable(name: str) -> Path | None:
    value = os.environ.get(name)
    return typed_path(value) if value else None


def _private(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            f"The folder {shown_line(str(folder))} can't be made: {error.strerror}.",
            "Make it yourself, or name another place in XDG_DATA_HOME and XDG_STATE_HOME.",
        ) from error
    return folder
