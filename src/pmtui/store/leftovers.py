"""What a program that was killed leaves behind of the file it was making."""

import time
from contextlib import suppress
from pathlib import Path

NEW = "pmtui-new"  # how the name of a workspace ends while it is being made
_ABANDONED_AFTER = 3600.0  # seconds; a younger one may be in the making by another program


def sweep_new(folder: Path) -> None:
    """Remove workspaces that nobody is making any more, and their journals."""
    sweep(folder, f".*.{NEW}*")


def sweep(folder: Path, pattern: str) -> None:
    """Remove the files of a folder that match and are so old that nobody is making them any more."""
    with suppress(OSError):  # what can't be removed is in nobody's way
        for leftover in folder.glob(pattern):
            if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
                leftover.unlink(missing_ok=True)
