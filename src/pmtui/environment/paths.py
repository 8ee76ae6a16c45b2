"""Where this machine keeps the user's files. Folders are made, for the user alone, when first needed."""

import os
from pathlib import Path

import platformdirs

_NAME = "pmtui"


def data_directory() -> Path:
    """The folder of the default workspace and of backups."""
    return _made(platformdirs.user_data_path(_NAME, appauthor=False))


def state_directory() -> Path:
    """The folder of the log and of half-typed forms."""
    return _made(platformdirs.user_state_path(_NAME, appauthor=False))


def config_file() -> Path:
    """The settings file, whether it is there or not; PMTUI_CONFIG names another."""
    named = os.environ.get("PMTUI_CONFIG")
    return Path(named) if named else platformdirs.user_config_path(_NAME, appauthor=False) / "config.toml"


def log_file() -> Path:
    """The log."""
    return state_directory() / "pmtui.log"


def default_workspace() -> Path:
    """The workspace that is opened when none is named, whether it is there or not; PMTUI_WORKSPACE names another."""
    named = os.environ.get("PMTUI_WORKSPACE")
    return Path(named) if named else data_directory() / "workspace.pmtui"


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
