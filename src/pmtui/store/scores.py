"""The cache of scores: what every problem scores under the present scorecard, worked out again where it is out of date.

Nothing in it is truth. Triggers note the problems whose estimates changed, whoever changed them.
"""

import sqlite3

from pmtui.domain.scorecard import Scorecard, score_problem


def present_scorecard(connection: sqlite3.Connection) -> Scorecard:
    """The scorecard the workspace is ranked by."""
    row = connection.execute(
        "SELECT s.id, s.name, s.version, s.formula FROM scorecard s JOIN workspace w ON w.ranked_by = s.id"
    ).fetchone()
    return Scorecard(*row)


def scores_due(connection: sqlite3.Connection) -> bool:
    """Whether any cached score is out of date."""
    return connection.execute("SELECT 1 FROM score_due LIMIT 1").fetchone() is not None


def refresh_scores(connection: sqlite3.Connection) -> None:
    """Score the problems that are due, inside the open transaction."""
    if not scores_due(connection):
        return
    scorecard = present_scorecard(connection)
    rows = connection.execute(
        "SELECT d.problem_id, c.code, e.central FROM score_due d JOIN problem p ON p.id = d.problem_id "
        "LEFT JOIN estimate e ON e.problem_id = d.problem_id LEFT JOIN criterion c ON c.id = e.criterion_id "
        "ORDER BY d.problem_id"
    ).fetchall()
    values: dict[int, dict[str, float]] = {}
    for problem, code, central in rows:
        inputs = values.setdefault(problem, {})
        if code is not None:
            inputs[code] = central
    scored = ((problem, score_problem(scorecard, inputs)) for problem, inputs in values.items())
    connection.executemany(
        "INSERT OR REPLACE INTO score (problem_id, value, missing) VALUES (?, ?, ?)",
        [(problem, score.value, ",".join(score.missing)) for problem, score in scored],
    )
    connection.execute("DELETE FROM score_due")
