"""Leaving in order when the system says so: the window was closed, the connection dropped, or someone said stop."""

import asyncio
import signal
from collections.abc import Callable


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call leave with the exit status 128 + n, inside the event loop, when the signal n comes."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, leave, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # Windows, or not the main thread: the system's own handling stays
