"""The signals that end the program: held back until it can leave in order, then taken as a wish to leave."""

import asyncio
import signal
from collections.abc import Callable

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


def hold_signals() -> None:
    """Let them wait. Threads started from now on leave them to the main thread."""
    if hasattr(signal, "pthread_sigmask"):  # Windows has none
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call leave with the exit status 128 + n, inside the running event loop, when the signal n comes or waits."""
    loop = asyncio.get_running_loop()
    for number in _ENDING:
        try:
            loop.add_signal_handler(number, leave, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            break  # Windows, or not the main thread: the system's own handling stays
    release_signals()


def release_signals() -> None:
    """Let those that wait, and all that come, in."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
