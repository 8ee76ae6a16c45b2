"""Taking steps back and doing them again: each a step of its own, so that nothing is ever lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pmtui.domain.changes import ChangeSet, Step
from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.store import journal
from pmtui.store.unit_of_work import refresh, touched_kinds, transaction


def undo(connection: sqlite3.Connection, now: str, source: str, expected: int | None = None) -> ChangeSet:
    """Take the newest step back that is not undone, as a step of its own.

    expected: the step the user means. Raises Refusal when a newer one has landed meanwhile, or when there is none.
    """
    with _putting_back(connection):
        target = journal.newest_to_undo(connection)
        if target is None:
            raise Refusal("There is nothing to undo.")
        if expected is not None and target.id != expected:
            raise Refusal(f"Meanwhile another change was made: {target.label}.", "Undo again to take that one back.")
        step, kinds = _undo(connection, now, source, target)
        return _finished(connection, step, f"Undid: {target.label}", kinds)


def redo(connection: sqlite3.Connection, now: str, source: str) -> ChangeSet:
    """Do the step again that was undone last. Raises Refusal when there is none."""
    with _putting_back(connection):
        target = journal.next_to_redo(connection)
        if target is None:
            raise Refusal("There is nothing to redo.")
        step, kinds = _redo(connection, now, source, target)
        return _finished(connection, step, f"Redid: {target.label}", kinds)


def go_to(connection: sqlite3.Connection, now: str, source: str, wanted: int, expected: int) -> ChangeSet:
    """Undo or redo one step after the other until everything is as it was after the wanted step; 0 is the beginning.

    expected: the newest step of all that the user knows of. Raises Refusal when a newer one has landed meanwhile, when
    the step can no longer be redone, or when one on the way can't be taken back; then nothing has changed.
    """
    with _putting_back(connection):
        newest = journal.newest_steps(connection, 1)[0]
        if newest.id != expected:
            raise Refusal(f"Meanwhile another change was made: {newest.label}.", "Open the history again to see it.")
        kinds: set[Kind] = set()
        count, step, did = 0, newest.id, "back"
        while (target := journal.newest_to_undo(connection)) and target.id > wanted:
            step, touched = _undo(connection, now, source, target)
            count, kinds = count + 1, kinds | touched
        while (target := journal.next_to_redo(connection)) and target.id <= wanted:
            step, touched = _redo(connection, now, source, target)
            count, kinds, did = count + 1, kinds | touched, "again"
        target = journal.newest_to_undo(connection)
        if (target.id if target else 0) != wanted:
            raise Refusal("That step was undone, and other changes were made since.", "It can't be done again.")
        if not count:
            raise Refusal("Everything is as it was after that step.")
        steps = "1 step" if count == 1 else f"{count:,} steps"
        label = f"Took {steps} back" if did == "back" else f"Did {steps} again"
        return _finished(connection, step, label, frozenset(kinds))


def _undo(connection: sqlite3.Connection, now: str, source: str, target: Step) -> tuple[int, frozenset[Kind]]:
    label = f"Undid: {target.label}"
    step = journal.open_step(connection, now, label, source, target.id)
    journal.take_back(connection, target)
    journal.close_step(connection, step, label)
    return step, touched_kinds(connection, step)


def _redo(connection: sqlite3.Connection, now: str, source: str, target: Step) -> tuple[int, frozenset[Kind]]:
    label = f"Redid: {target.label}"
    step = journal.open_step(connection, now, label, source, journal.undo_of(connection, target))
    journal.bring_back(connection, target)
    journal.close_step(connection, step, label)
    return step, touched_kinds(connection, step)


def _finished(connection: sqlite3.Connection, step: int, label: str, kinds: frozenset[Kind]) -> ChangeSet:
    refresh(connection)
    connection.execute("COMMIT")
    return ChangeSet(step, label, kinds)


@contextmanager
def _putting_back(connection: sqlite3.Connection) -> Iterator[None]:
    # Rows go back as they were, even where another program had left links to records that were not there.
    connection.execute("PRAGMA foreign_keys = OFF")
    # Each row is a statement of its own, for which SQLite would otherwise begin a file: that takes half the time.
    connection.execute("PRAGMA temp_store = MEMORY")
    try:
        with transaction(connection):
            yield
    finally:
        connection.execute("PRAGMA temp_store = DEFAULT")
        connection.execute("PRAGMA foreign_keys = ON")
