"""Leaving in order: when the system says so, and when a fault of the program ends it."""

import asyncio
from collections.abc import Callable

from pmtui.environment.signals import ENDING, release_signals


class Crash(Exception):  # noqa: N818 - what ended the app, not an error to be handled
    """An error nobody expected. It prints nothing by itself: its cause goes into the crash file."""

    def __rich__(self) -> str:
        return ""


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call leave with the exit status 128 + n, inside the event loop, when the signal n comes."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        try:
            loop.add_signal_handler(number, leave, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            break  # Windows, or not the main thread: the system's own handling stays
    release_signals()
