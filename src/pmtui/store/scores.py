"""The cache of scores: what every problem scores under the present ranking and both lenses, kept up to date.

Nothing in it is truth. Triggers note the problems whose inputs changed, whoever changed them.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from pmtui.domain.errors import Refusal
from pmtui.domain.formula import parse_formula
from pmtui.domain.scorecard import RICE, Score, Scorecard, score_problem
from pmtui.domain.text import clean_line

_DUE = "SELECT problem_id FROM score_due"


def present_scorecard(connection: sqlite3.Connection) -> Scorecard:
    """What the workspace is ranked by: a scorecard, or a lens in the shape of one.

    Where another program left nothing to rank by, it is RICE, whose name then says so.
    """
    found = connection.execute(
        "SELECT w.lens, w.customer_weight, s.id, s.name, s.version, s.formula, s.value "
        "FROM scorecard s JOIN workspace w ON w.ranked_by = s.id"
    ).fetchone()
    if found is None:
        return _in_place_of("what it was ranked by, which is gone")
    lens, weight, *scorecard = found
    try:
        if lens:
            from pmtui.domain.lens import lens_scorecard  # most workspaces are ranked by a scorecard

            return lens_scorecard(lens, weight)
        present = Scorecard(*scorecard)
        parse_formula(present.formula)
    except Refusal:
        return _in_place_of(lens or f"{scorecard[1]}, whose formula can't be read")
    return present


def _in_place_of(lost: str) -> Scorecard:
    return replace(RICE, name=f"RICE, in place of {clean_line(lost)}:")


def scores_due(connection: sqlite3.Connection) -> bool:
    """Whether any cached score is out of date."""
    return connection.execute("SELECT 1 FROM score_due LIMIT 1").fetchone() is not None


def refresh_scores(connection: sqlite3.Connection) -> None:
    """Score the problems that are due, inside the open transaction."""
    if not scores_due(connection):
        return
    scorecard = present_scorecard(connection)
    rows = []
    for problem, inputs in inputs_where(connection, f"p.id IN ({_DUE})").items():
        score = score_problem(scorecard, inputs)
        rows.append((problem, score.value, ",".join(score.missing), *_lens_scores(inputs)))
    connection.executemany(
        "INSERT OR REPLACE INTO score (problem_id, value, missing, customer, business) VALUES (?, ?, ?, ?, ?)", rows
    )
    connection.execute("DELETE FROM score_due")


def inputs_where(
    connection: sqlite3.Connection, condition: str, values: tuple[object, ...] = ()
) -> dict[int, dict[str, float]]:
    """The completed inputs (domain.inputs) by problem, of the problems (p) that meet a condition in SQL."""
    from pmtui.domain.inputs import complete_inputs  # where no score is due it is not needed

    estimates: dict[int, dict[str, float]] = {}
    for problem, code, central in connection.execute(
        "SELECT p.id, c.code, e.central FROM problem p LEFT JOIN estimate e ON e.problem_id = p.id "
        f"LEFT JOIN criterion c ON c.id = e.criterion_id WHERE {condition} ORDER BY p.id",
        values,
    ).fetchall():
        kept = estimates.setdefault(problem, {})
        if code is not None:
            kept[code] = central
    settings = connection.execute("SELECT ranges_from_evidence FROM workspace").fetchone()
    doubt_in_ranges = settings is not None and settings[0] == 1
    scales, fits = _scales(connection, condition, values), fits_where(connection, condition, values)
    return {
        problem: complete_inputs(found, scales.get(problem), doubt_in_ranges, fits.get(problem))
        for problem, found in estimates.items()
    }


def fits_where(connection: sqlite3.Connection, condition: str, values: tuple[object, ...] = ()) -> dict[int, float]:
    """The largest fit with an objective by problem, of the problems (p) that meet a condition and serve one."""
    rows = connection.execute(
        "SELECT l.problem_id, max(l.fit) FROM problem_objective l JOIN problem p ON p.id = l.problem_id "
        f"WHERE l.fit IN (1, 2) AND {condition} GROUP BY l.problem_id",
        values,
    ).fetchall()
    return dict(rows)


def _scales(connection: sqlite3.Connection, condition: str, values: tuple[object, ...]) -> dict[int, float]:
    rows = connection.execute(
        "SELECT l.problem_id, u.population, l.affected, l.frequency, l.severity FROM problem_persona l "
        f"JOIN problem p ON p.id = l.problem_id JOIN persona u ON u.id = l.persona_id WHERE {condition} ORDER BY l.id",
        values,
    ).fetchall()
    if not rows:
        return {}
    from pmtui.domain.scale import read_share  # where no persona is linked it is not needed

    scales: dict[int, float] = {}
    for problem, *texts in rows:
        try:
            scale = read_share(*texts).scale
        except Refusal:  # another program wrote what is no amount: it counts as unknown
            continue
        if scale is not None:
            scales[problem] = scales.get(problem, 0.0) + scale
    return scales


def _lens_scores(inputs: Mapping[str, float]) -> tuple[float | None, float | None]:
    if "relief" not in inputs and "value_per_month" not in inputs:
        return None, None
    from pmtui.domain.lens import BUSINESS, CUSTOMER

    both: tuple[Score, Score] = score_problem(CUSTOMER, inputs), score_problem(BUSINESS, inputs)
    return both[0].value, both[1].value
