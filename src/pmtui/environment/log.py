"""The log and crash files. They tell where something went wrong, never what a card says.

An exception's own message may quote a card, so it is left out: its type and the lines of the program are kept.
"""

import logging
import os
import platform
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from pmtui import __version__
from pmtui.domain.errors import Refusal
from pmtui.environment.files import write_text
from pmtui.environment.paths import log_file, state_directory

LOGGER = logging.getLogger("pmtui")
_LARGEST = 500_000
_OLD_LOGS = 2


def start_log() -> None:
    """Send what the logger `pmtui` and those below it are told to the log file; without a place to write, nowhere.

    Tell them keys, counts and names of actions, never the text of a record.
    """
    handler: logging.Handler
    try:
        handler = _PrivateFile(log_file(), maxBytes=_LARGEST, backupCount=_OLD_LOGS, encoding="utf-8")
    except (OSError, Refusal):
        handler = logging.NullHandler()
    handler.setFormatter(_WithoutMessages("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for old in LOGGER.handlers[:]:
        LOGGER.removeHandler(old)
        old.close()
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def write_crash_file(error: BaseException) -> Path:
    """Write down how the program ended, for a bug report. Returns the file. Raises Refusal when it can't be written."""
    from importlib.metadata import version  # takes longer to import than all else here, and is needed only now

    now = datetime.now(UTC)
    path = state_directory() / f"crash-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    versions = f"pmtui {__version__}, Textual {version('textual')}, Python {platform.python_version()}"
    write_text(path, f"{now:%Y-%m-%dT%H:%M:%SZ}\n{versions}, {platform.platform()}\n\n{traceback_of(error)}\n")
    return path


def traceback_of(error: BaseException) -> str:
    """The traceback of an exception and of those that led to it, the first cause first, without their messages."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append("".join(traceback.format_tb(current.__traceback__)) + _named(current))
        if isinstance(current, BaseExceptionGroup):
            parts += [traceback_of(inner) for inner in current.exceptions]
        hidden = current.__suppress_context__
        current = current.__cause__ or (None if hidden else current.__context__)
    return "\n\n".join(reversed(parts))


def _named(error: BaseException) -> str:
    reason = f": {os.strerror(error.errno)}" if isinstance(error, OSError) and error.errno else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{reason}"


class _WithoutMessages(logging.Formatter):
    def formatException(  # noqa: N802 - logging's own name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return traceback_of(ei[1]) if ei[1] is not None else ""


class _PrivateFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_open_private)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
