"""Writing files so that a name always holds a whole file, old or new."""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line

_OWNER_ONLY = 0o600
_ABANDONED_AFTER = 3600.0  # seconds; a younger one may be in the making by another program
_UNFINISHED = f".pmtui-{'[0-9a-f]' * 16}.tmp"
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)  # Windows has none
_FULL = ("the disk is full, or your share of it", "Make room, or choose another place.")
_FORBIDDEN = ("you may not write there", "Choose a folder of your own.")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("the disk can only be read", "Choose another place."),
    errno.ENOENT: ("its folder is not there", "Make the folder first, or choose another one."),
    errno.ENOTDIR: ("its folder is not a folder", "Choose another folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}


def write_text(path: Path, text: str, *, overwrite: bool = True) -> None:
    """Write text as UTF-8 to a file that only its owner can read, whole or not at all; on return it is on the disk.

    A link or anything else that is not a plain file is never written to. Lone surrogates are written as escapes.
    Raises Refusal, also when the file is there and overwrite is False; then nothing has changed.
    """
    sweep_unfinished(path.parent)
    temporary = unfinished_name(path.parent)
    try:
        _check_target(path, overwrite)
        try:
            _write_new(temporary, text.encode("utf-8", "backslashreplace"))
            temporary.replace(path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (error.strerror or "it failed", "Choose another place."))
        raise Refusal(f"{shown_line(str(path))} was not written: {reason}.", hint) from error
    except ValueError as error:
        raise Refusal(f"“{shown_line(str(path))}” is not a file name.", "Choose another name.") from error
    _sync_folder(path.parent)


def unfinished_name(folder: Path) -> Path:
    """A name that no other file has, for one that takes its own name when it is whole."""
    return folder / f".pmtui-{os.urandom(8).hex()}.tmp"


def sweep_unfinished(folder: Path) -> None:
    """Remove what programs that were killed have left of the files they were writing."""
    with suppress(OSError):
        for leftover in folder.glob(_UNFINISHED):
            if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
                leftover.unlink(missing_ok=True)


def _check_target(path: Path, overwrite: bool) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    shown = shown_line(str(path))
    if stat.S_ISDIR(mode):
        raise Refusal(f"{shown} is a folder.", "Add a file name.")
    if not stat.S_ISREG(mode):
        raise Refusal(f"{shown} is a link or a device, not a file.", "Choose another name, or remove it first.")
    if not overwrite:
        raise Refusal(f"{shown} is there already.", "Choose another name.")


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, _OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Some file systems can't sync a folder. The file itself is whole and in place by now.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
