"""The scales that people write estimates on, and what turns them into ours.

Files that all call themselves RICE use different ones: reach a month or a quarter, impact 3 to 0.25 or 1 to 10,
confidence 0.8, 80 or high. One is proposed from what a column holds, and the user's word goes before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.criteria import BUILT_IN_CRITERIA
from pmtui.domain.criterion import Criterion
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS, Scorecard

NOT_TAKEN = "none"
"""Instead of a scale: the column is no estimate of this kind and is kept as a custom field."""

NOT_TAKEN_LABEL = "no estimate: kept as a custom field"


@dataclass(frozen=True, slots=True)
class Scale:
    """One way to write an estimate. factor: what its numbers are multiplied by; words: what words stand for on ours."""

    name: str
    label: str
    factor: float = 1.0
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScalePlan:
    """How a column is read.

    seen: what stands in it. scale: the name of one of SCALES, or NOT_TAKEN. is_chosen: whether the user said so.
    """

    code: str
    column: str
    seen: str
    scale: str
    is_chosen: bool


_MASSIVE = {"massive": "3", "very high": "3", "high": "2", "medium": "1", "low": "0.5", "minimal": "0.25"}
_SURE = {"high": "100%", "medium": "80%", "low": "50%", "100": "100%"}
_SIZES = {"xl": "6", "l": "3", "m": "1", "s": "0.5", "xs": "0.25"}
_TO_TEN = (
    Scale("ten", "1 to 10"),
    Scale("five", "1 to 5, doubled", 2),
    Scale("hundred", "1 to 100, divided by 10", 0.1),
    Scale("one", "0 to 1, times 10", 10),
)
_TO_TWENTY = (Scale("twenty", "1, 2, 3, 5, 8, 13, 20"),)
_RICE = {
    "reach": (
        Scale("quarter", "people a quarter"),
        Scale("week", "people a week, times 13", 13),
        Scale("month", "people a month, times 3", 3),
        Scale("year", "people a year, divided by 4", 0.25),
    ),
    "impact": (
        Scale("rice", "3, 2, 1, 0.5, 0.25, or massive, high, medium, low, minimal", 1, _MASSIVE),
        Scale("medium-1.5", "the same, with medium as 1.5", 1, {**_MASSIVE, "medium": "1.5"}),
        Scale("ten", "1 to 10, with 10 as massive (3)", 0.3),
        Scale("five", "1 to 5, with 5 as massive (3)", 0.6),
    ),
    "rice_confidence": (
        Scale("share", "0.8, 80, 80%, or high (100%), medium (80%), low (50%)", 1, _SURE),
        Scale("ten", "1 to 10, with 10 as sure (100%)", 0.1),
        Scale("five", "1 to 5, with 5 as sure (100%)", 0.2),
    ),
    "effort": (
        Scale("months", "person-months"),
        Scale("weeks", "person-weeks, 52 to 12 months", 12 / 52),
        Scale("days", "person-days, 260 to 12 months", 12 / 260),
        Scale("sizes", "XL, L, M, S, XS as 6, 3, 1, 0.5, 0.25 months", 1, _SIZES),
    ),
}
_OURS = {one.name: one for one in BUILT_IN_SCORECARDS}
RICE, ICE, WSJF = _OURS["RICE"], _OURS["ICE (product)"], _OURS["WSJF"]
SCALES: Mapping[str, tuple[Scale, ...]] = {
    **_RICE,
    **dict.fromkeys(ICE.compiled.names, _TO_TEN),
    **dict.fromkeys(WSJF.compiled.names, _TO_TWENTY),
}
"""The scales a column of a criterion may be on, by its code; the first is our own."""

CRITERIA: Mapping[str, Criterion] = {one.code: one for one in BUILT_IN_CRITERIA if one.code in SCALES}


def scale_named(code: str, name: str) -> Scale:
    """The scale of this name for a criterion; our own where there is none of that name."""
    return next((scale for scale in SCALES[code] if scale.name == name), SCALES[code][0])


def scale_label(plan: ScalePlan) -> str:
    """How a column is read, for people."""
    return NOT_TAKEN_LABEL if plan.scale == NOT_TAKEN else scale_named(plan.code, plan.scale).label


def scored_by(codes: frozenset[str]) -> Scorecard | None:
    """The scorecard that these inputs make complete, None where they make none."""
    return next((one for one in (RICE, ICE, WSJF) if codes.issuperset(one.compiled.names)), None)
