"""What every new workspace starts with."""

import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import astuple, fields
from typing import Any

from pmtui.domain.board import PROBLEM_LANES
from pmtui.domain.confidence import FIRST_LADDER
from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS, RICE
from pmtui.domain.text import clean_line
from pmtui.domain.workspace import WorkspaceSettings
from pmtui.store.migrations import check_schema
from pmtui.store.scores import refresh_scores
from pmtui.store.unit_of_work import UnitOfWork


def populate(
    connection: sqlite3.Connection, name: str, at: str, fill: Callable[[UnitOfWork], object] | None = None
) -> None:
    """Give a new workspace what every workspace starts with: RICE, the problems board, and what fill adds.

    Not a step: history starts after it.
    """
    check_schema(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for criterion in BUILT_IN_CRITERIA:
            _insert(connection, "criterion", criterion)
        for scorecard in BUILT_IN_SCORECARDS:
            _insert(connection, "scorecard", scorecard)
        _insert(connection, "confidence_ladder", FIRST_LADDER)
        _insert(connection, "workspace", WorkspaceSettings(1, clean_line(name), str(uuid.uuid4()), RICE.id, at))
        connection.execute("INSERT INTO board (id, name, kind) VALUES (1, 'Problems', 'problem')")
        for position, (lane, phase) in enumerate(PROBLEM_LANES):
            connection.execute(
                "INSERT INTO lane (board_id, name, position, phase, wip_limit, strict) VALUES (1, ?, ?, ?, NULL, 0)",
                (lane, position, phase),
            )
        if fill is not None:
            fill(UnitOfWork(connection, at))
            refresh_scores(connection)
        connection.execute("DELETE FROM change")
        connection.execute("DELETE FROM step")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _insert(connection: sqlite3.Connection, table: str, entity: Any) -> None:
    names = [field.name for field in fields(entity)]
    marks = ", ".join("?" for _ in names)
    connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", astuple(entity))
