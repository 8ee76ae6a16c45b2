"""Scorecards: a named, versioned formula over criteria."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.formula import Formula, parse_formula

EFFORT_FLOOR = 0.5
RICE_FORMULA = "reach * impact * rice_confidence / max(effort, 0.5)"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A way to score problems. Editing one makes a new version."""

    id: int
    name: str
    version: int
    formula: str

    @property
    def compiled(self) -> Formula:
        """Its formula, checked."""
        return parse_formula(self.formula)

    @property
    def title(self) -> str:
        """Its name with its version, as it stands in the header."""
        return f"{self.name} v{self.version}"


# RICE: Sean McBride, "RICE: simple prioritization for product managers", Intercom. The floor of half a
# person-month under effort is ours.
RICE = Scorecard(1, "RICE", 1, RICE_FORMULA)


def show_score(score: float) -> str:
    """A score with three significant digits, all digits before the point, and separators: 1,240; 41.3; 0.133."""
    if score == 0:
        return "0"
    if abs(score) >= 99.95:
        return f"{score:,.0f}"
    if abs(score) >= 9.995:
        return f"{score:.1f}"
    if abs(score) >= 1:
        return f"{score:.2f}"
    return f"{score:.3g}"


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one problem: value, or None with the codes of the missing criteria (or "undefined")."""

    value: float | None
    missing: tuple[str, ...] = ()


def score_problem(scorecard: Scorecard, values: Mapping[str, float]) -> Score:
    """Score one problem from its central values by criterion code. An empty input is not scorable, never zero."""
    formula = scorecard.compiled
    missing = tuple(name for name in formula.names if name not in values)
    if missing:
        return Score(None, missing)
    value = formula.evaluate(values)
    return Score(value) if value is not None else Score(None, ("undefined",))
