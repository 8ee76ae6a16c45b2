"""The one way to write: a transaction, in it a step, in it the changes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from pmtui.domain.changes import ChangeSet, Outcome
from pmtui.domain.keys import Kind
from pmtui.domain.scorecard import Scorecard
from pmtui.store import journal
from pmtui.store.connect import begin_writing
from pmtui.store.full_text import full_text_due, rebuild_full_text
from pmtui.store.repositories import Repositories
from pmtui.store.scores import present_scorecard, refresh_scores, scores_due

if TYPE_CHECKING:
    from pmtui.domain.workspace import WorkspaceSettings


class UnitOfWork(Repositories):
    """What a command or a query works with: the tables as entities, and the moment (ISO 8601, UTC) it happens at."""

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        super().__init__(connection)
        self.now = now

    @property
    def today(self) -> date:
        """The day it happens on, on the calendar of this place."""
        return datetime.fromisoformat(self.now).astimezone().date()

    @property
    def settings(self) -> "WorkspaceSettings":
        """The row about the workspace."""
        from pmtui.domain.workspace import LOST_SETTINGS

        return self.workspace.find(1) or LOST_SETTINGS

    @property
    def scorecard(self) -> Scorecard:
        """The scorecard the workspace is ranked by."""
        return present_scorecard(self.connection)


def write(
    connection: sqlite3.Connection,
    now: str,
    source: str,
    work: Callable[[UnitOfWork], Outcome],
    *,
    rehearse: bool = False,
) -> ChangeSet:
    """Run work as one step. With rehearse everything is done and then rolled back.

    source: where the step comes from (app, command line). When nothing was changed no step remains.
    """
    with transaction(connection):
        step = journal.open_step(connection, now, "", source)
        outcome = work(UnitOfWork(connection, now))
        refresh(connection)
        kept = journal.close_step(connection, step, outcome.label) and not rehearse
        kinds = touched_kinds(connection, step)
        connection.execute("COMMIT" if kept else "ROLLBACK")
    return ChangeSet(step if kept else None, outcome.label, kinds, outcome.notice, outcome.created)


def catch_up(connection: sqlite3.Connection) -> None:
    """Work out again what writes of other programs put out of date."""
    if scores_due(connection) or full_text_due(connection):
        with transaction(connection):
            refresh(connection)
            connection.execute("COMMIT")


def refresh(connection: sqlite3.Connection) -> None:
    """Work out again what the open transaction has put out of date."""
    refresh_scores(connection)
    rebuild_full_text(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Begin a transaction that is rolled back unless it is committed inside."""
    begin_writing(connection)
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def touched_kinds(connection: sqlite3.Connection, step: int) -> frozenset[Kind]:
    """The kinds of records that a step has touched."""
    return frozenset(Kind(name) for name in journal.changed_kinds(connection, step))
