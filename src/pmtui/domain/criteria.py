"""The criteria every workspace has: the inputs of the built-in scorecards and of the two lenses."""

from pmtui.domain.criterion import RICE_CRITERIA, Criterion

_TEN = "10 most; 7 much; 4 some; 1 least"
_COST = "1; 2; 3; 5; 8; 13; 20"


def _limited(
    number: int, code: str, name: str, steps: str, meaning: str, ends: tuple[float, float], direction: int = 1
) -> Criterion:
    return Criterion(number, code, name, "", "limited", ends[0], ends[1], direction, steps, meaning)


def _amount(number: int, code: str, name: str, unit: str, meaning: str, direction: int = 1) -> Criterion:
    return Criterion(number, code, name, unit, "positive", 0, None, direction, "", meaning)


IMPORTANCE, SATISFACTION, ANSWERS = "importance", "satisfaction", "answers"
SCALE, VALUE_PER_MONTH, STRATEGIC_FIT = "scale", "value_per_month", "strategic_fit"
NO_FIT = 0.5
"""The strategic fit of a problem that serves no objective."""

VALUE_PARTS = (
    _amount(16, "value_gained", "Revenue gained", "money a month", "New revenue a month once it is solved."),
    _amount(17, "value_protected", "Revenue protected", "money a month", "Revenue a month that would be lost."),
    _amount(18, "value_saved", "Cost saved", "money a month", "Cost a month that falls away."),
    _amount(19, "value_avoided", "Cost avoided", "money a month", "Cost a month that would come and does not."),
)
"""The four optional parts of the value a month, of which at least one is needed."""

BUILT_IN_CRITERIA = (
    *RICE_CRITERIA,
    _limited(5, "ice_impact", "Impact", _TEN, "How much solving it moves the goal.", (1, 10)),
    _limited(6, "ice_confidence", "Confidence", _TEN, "How sure you are of that.", (1, 10)),
    _limited(7, "ice_ease", "Ease", _TEN, "How easy it is.", (1, 10)),
    _limited(8, "user_business_value", "User-business value", _COST, "What users and the business gain.", (1, 20)),
    _limited(9, "time_criticality", "Time criticality", _COST, "How much the gain shrinks by waiting.", (1, 20)),
    _limited(10, "risk_reduction", "Risk reduction", _COST, "Risk it takes away, or chances it opens.", (1, 20)),
    _limited(11, "job_size", "Job size", _COST, "How large the work is.", (1, 20), -1),
    _amount(12, "cost_of_delay", "Cost of delay", "money a month", "What each month without it costs."),
    _amount(13, "duration", "Duration", "months", "Calendar time until it is there; not effort.", -1),
    _limited(14, IMPORTANCE, "Importance", "", "The share of answers 4 or 5 of 5 on importance, times 10.", (0, 10)),
    _limited(
        15, SATISFACTION, "Satisfaction", "",
        "The share of answers 4 or 5 of 5 on satisfaction with what there is, times 10.", (0, 10), -1,
    ),
    *VALUE_PARTS,
    _limited(20, "value", "Value", _TEN, "What solving it is worth, on your own scale.", (1, 10)),
    Criterion(21, "relief", "Relief", "%", "limited", 0, 1, 1, "100% gone; 50% half; 20% a little",
              "The part of the pain that goes away."),
    _limited(
        22, STRATEGIC_FIT, "Strategic fit", "2 strong; 1 partly; 0.5 none",
        "How well it serves an objective; 0.5 where none is linked.", (0.5, 2),
    ),
    _amount(23, SCALE, "Scale", "pain a month", "Worked out from the personas that have it."),
    _amount(24, VALUE_PER_MONTH, "Value a month", "money a month", "Gained, protected, saved and avoided together."),
)  # fmt: skip

ANSWERS_CRITERION = _amount(0, ANSWERS, "Answers", "people", "How many answered on both: it says how sure the two are.")
"""How many answers importance and satisfaction are shares of: in no formula, and added to a file with its first use."""

DERIVED = (SCALE, VALUE_PER_MONTH)
"""Criteria that are worked out and never typed."""
