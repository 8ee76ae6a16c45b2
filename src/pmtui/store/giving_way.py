"""Long readings that stop when something else is to be done with the file."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STEPS = 2_000  # of SQLite's machine: less than a millisecond


class GaveWay(Exception):  # noqa: N818 - no error: nobody is told
    """A reading stopped because it was asked to: it has no answer."""


@contextmanager
def giving_way(connection: sqlite3.Connection, asked_to_stop: Callable[[], bool]) -> Iterator[None]:
    """Stop what is read inside as soon as that is asked for. Raises GaveWay then.

    What is asked for before or after stops nothing: SQLite's own interrupt could hit the statement that comes next.
    """
    connection.set_progress_handler(asked_to_stop, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise GaveWay from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
