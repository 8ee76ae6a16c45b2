"""What hangs on problems, of many problems in one question."""

import sqlite3
from collections.abc import Sequence
from typing import Any


def rows_of_problems(
    connection: sqlite3.Connection, problems: Sequence[int], query: str, *values: object
) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of each of these problems, in the order of the query.

    query: gives the problem's number first, which is left out of the rows, and says (:these) where the problems are
    meant. values: of the marks that come after that.
    """
    found: dict[int, list[tuple[Any, ...]]] = {problem: [] for problem in problems}
    these = query.replace(":these", ", ".join("?" * len(problems)))
    for row in connection.execute(these, (*problems, *values)).fetchall():
        found[row[0]].append(row[1:])
    return found
