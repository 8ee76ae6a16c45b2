"""The signals that end the program: held back until it can leave in order, then taken as a wish to leave."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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


@contextmanager
def ctrl_c_left_to_another() -> Iterator[None]:
    """While another program has the terminal: ctrl+c, which reaches both, is meant for that one alone.

    The other signals are let in afterwards. For the main thread, which waits for that program.
    """
    came: list[int] = []
    wakeup = signal.set_wakeup_fd(-1)  # else the event loop would hear of it afterwards
    # Handlers, since a program that is started would go on ignoring what is ignored here.
    before = {number: signal.signal(number, lambda signum, _frame: came.append(signum)) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        for number in came:
            if number != signal.SIGINT:
                signal.raise_signal(number)
