"""Scorecards: a named, versioned formula over criteria."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.formula import Formula, parse_formula

EFFORT_FLOOR = 0.5
RICE_FORMULA = "reach * impact * rice_confidence / max(effort, 0.5)"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A way to score problems. Editing one makes a new version.

    value: the formula of what solving it is worth, before effort or time divides it: what a plan adds up.
    """

    id: int
    name: str
    version: int
    formula: str
    value: str

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
RICE = Scorecard(1, "RICE", 1, RICE_FORMULA, "reach * impact * rice_confidence")

BUILT_IN_SCORECARDS = (
    RICE,
    # Itamar Gilad. Three variants that do not agree go by this name; this is the product, and its name says so.
    Scorecard(2, "ICE (product)", 1, "ice_impact * ice_confidence * ice_ease", "ice_impact * ice_confidence"),
    # SAFe, weighted shortest job first.
    Scorecard(
        3,
        "WSJF",
        1,
        "(user_business_value + time_criticality + risk_reduction) / job_size",
        "user_business_value + time_criticality + risk_reduction",
    ),
    # Black Swan Farming, cost of delay divided by duration: a rule for the order of work, not for what to invest in.
    Scorecard(4, "CD3 (order of work)", 1, "cost_of_delay / duration", "cost_of_delay"),
    # Anthony Ulwick, the opportunity algorithm.
    Scorecard(
        5,
        "Opportunity",
        1,
        "importance + max(importance - satisfaction, 0)",
        "importance + max(importance - satisfaction, 0)",
    ),
    Scorecard(6, "Value / effort", 1, "value / max(effort, 0.5)", "value"),
)


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
