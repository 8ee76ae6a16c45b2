"""What a portrait of a workspace is made of, read for all problems at once."""

import sqlite3
from collections import defaultdict

_OF_PROBLEM = """SELECT p.id, p.title, l.name, p.horizon, p.horizon_reason,
    p.horizon <> 'declined' AND l.phase <> 'done', s.value,
    coalesce(r.name, ''), coalesce(x.title, ''), CASE WHEN i.pinned THEN i.pin_reason END
  FROM problem p LEFT JOIN lane l ON l.id = p.lane_id LEFT JOIN score s ON s.problem_id = p.id
  LEFT JOIN roadmap_item i ON i.problem_id = p.id LEFT JOIN release r ON r.id = i.release_id
  LEFT JOIN solution x ON x.id = i.solution_id ORDER BY p.id"""
ProblemFacts = tuple[int, str, str | None, str, str, int | None, float | None, str, str, str | None]


def problem_facts(connection: sqlite3.Connection) -> list[ProblemFacts]:
    """Of every problem: number, title, lane, horizon and reason, whether it is open, score, release, solution, pin."""
    return connection.execute(_OF_PROBLEM).fetchall()


def evidence_by_problem(connection: sqlite3.Connection) -> dict[int, set[int]]:
    """The numbers of the pieces that are connected to each problem."""
    pieces: dict[int, set[int]] = defaultdict(set)
    for problem, piece in connection.execute("SELECT problem_id, evidence_id FROM problem_evidence").fetchall():
        pieces[problem].add(piece)
    return pieces


def beginnings(connection: sqlite3.Connection, length: int) -> dict[int, str]:
    """The beginning of every piece of connected evidence by number, at most so many characters."""
    rows = connection.execute(
        "SELECT id, substr(text, 1, ?) FROM evidence WHERE id IN (SELECT evidence_id FROM problem_evidence)", (length,)
    ).fetchall()
    return dict(rows)
