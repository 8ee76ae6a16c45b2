"""Estimating problems: setting estimates, and what a set of estimates would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.domain.changes import Outcome
from pmtui.domain.criteria import (
    ANSWERS,
    ANSWERS_CRITERION,
    DERIVED,
    IMPORTANCE,
    SATISFACTION,
    SCALE,
    VALUE_PER_MONTH,
)
from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Estimate, central_value, explain_amount, parse_amount, show_amount
from pmtui.domain.inputs import complete_inputs, typed_codes
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import score_problem
from pmtui.domain.survey_interval import survey_interval
from pmtui.domain.text import clean_line
from pmtui.store.queries import problems
from pmtui.store.queries.objectives import largest_fits
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetEstimates:
    """Set estimates of one problem as typed, by criterion code; "" takes an estimate away.

    reasons: why, by code. seen: the texts the user saw when the form was opened; an estimate that is to change and
    is no longer as seen is not overwritten.
    """

    number: int
    texts: Mapping[str, str]
    reasons: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    origin: str = "typed"
    made_on: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set them. Raises Refusal for what is no number or range of its scale, or was changed meanwhile."""
        key = problem_key(uow.problems.get(self.number).id)
        for code, text in self.texts.items():
            self._set(uow, criterion_of(uow, code), text)
        return Outcome(f"Scored {key}")

    def _set(self, uow: UnitOfWork, criterion: Criterion, text: str) -> None:
        if criterion.code in DERIVED:
            raise Refusal(f"{criterion.name} is not typed.", f"{criterion.meaning}")
        found = uow.estimates.all(problem_id=self.number, criterion_id=criterion.id)
        kept = found[0] if found else None
        shown = show_amount(kept.amount, criterion) if kept else ""
        code, typed = criterion.code, text.strip()
        reason = clean_line(self.reasons[code]) if code in self.reasons else (kept.reason if kept else "")
        if typed == self.seen.get(code) and reason == (kept.reason if kept else ""):
            return
        if code in self.seen and shown not in (self.seen[code], typed):
            raise Refusal(
                f"{criterion.name} was changed meanwhile: it is now {shown or 'empty'}.",
                "Your values are kept in the form. Close it and open it again to see the new one.",
            )
        if not typed:
            uow.estimates.delete([kept.id] if kept else [])
            return
        amount = parse_amount(typed, criterion)
        criterion_id = criterion.id or uow.criteria.add(criterion)
        if kept and kept.amount == amount and kept.reason == reason:
            return
        made_on = self.made_on or uow.today.isoformat()
        estimate = Estimate(
            kept.id if kept else 0,
            self.number,
            criterion_id,
            amount.low,
            amount.high,
            amount.middle,
            central_value(amount, criterion),
            made_on,
            self.origin,
            reason,
        )
        if kept:
            uow.estimates.save(estimate)
        else:
            uow.estimates.add(estimate)


@dataclass(frozen=True, slots=True)
class EstimatePreview:
    """What typed estimates would do. readings, complaints: by code, how each text is read or why it can't be.

    score, rank: with these estimates; score_now, rank_now: as they are kept; interval: of the score, by the number of
    answers. None where there is none.
    """

    readings: Mapping[str, str]
    complaints: Mapping[str, str]
    score: float | None
    rank: int | None
    score_now: float | None
    rank_now: int | None
    ranked_count: int
    missing: tuple[str, ...]
    interval: tuple[float, float] | None = None


def preview_estimates(uow: UnitOfWork, number: int, texts: Mapping[str, str]) -> EstimatePreview:
    """Score a problem with estimates that are still being typed. Raises Refusal when the problem is gone."""
    uow.problems.get(number)
    readings, complaints = dict[str, str](), dict[str, str]()
    values = {
        code: value
        for code, value in problems.inputs_of(uow.connection, [number])[number].items()
        if code not in texts and code != VALUE_PER_MONTH
    }
    for code, text in texts.items():
        if not text.strip():
            continue
        criterion = criterion_of(uow, code)
        try:
            amount = parse_amount(text, criterion)
        except Refusal as refusal:
            complaints[code] = str(refusal)
            continue
        readings[code] = explain_amount(amount, criterion)
        values[code] = central_value(amount, criterion)
    fit = largest_fits(uow.connection, number).get(number)
    score = score_problem(uow.scorecard, complete_inputs(values, values.get(SCALE), doubt_in_ranges(uow), fit))
    ranking = problems.ranked_scores(uow.connection)
    now = next((value for ranked, value in ranking if ranked == number), None)
    others = [value for ranked, value in ranking if ranked != number]
    return EstimatePreview(
        readings,
        complaints,
        score.value,
        None if score.value is None else 1 + sum(1 for other in others if other > score.value),
        now,
        None if now is None else 1 + sum(1 for other in others if other > now),
        len(others) + 1,
        score.missing,
        None if score.value is None else survey_interval(uow.scorecard.compiled, values),
    )


def criterion_of(uow: UnitOfWork, code: str) -> Criterion:
    """The criterion of this code. Raises Refusal."""
    found = uow.criteria.all(code=code)
    if not found and code == ANSWERS:
        return ANSWERS_CRITERION
    if not found:
        known = ", ".join(criteria_codes(uow))
        raise Refusal(f"There is no criterion {code}.", f"There are {known}.")
    return found[0]


def criteria_codes(uow: UnitOfWork) -> tuple[str, ...]:
    """The codes of all criteria that can be estimated."""
    return tuple(criterion.code for criterion in uow.criteria.all() if criterion.code not in DERIVED)


def criteria_of_scorecard(uow: UnitOfWork) -> tuple[Criterion, ...]:
    """The criteria in the formula the workspace is ranked by, in its order."""
    return tuple(criterion_of(uow, code) for code in uow.scorecard.compiled.names)


def criteria_to_type(uow: UnitOfWork) -> tuple[Criterion, ...]:
    """The criteria to estimate for the formula the workspace is ranked by; what is worked out has none."""
    codes = typed_codes(uow.scorecard.compiled.names)
    surveyed = (ANSWERS,) if {IMPORTANCE, SATISFACTION} & set(codes) else ()
    return tuple(criterion_of(uow, code) for code in (*codes, *surveyed))


def doubt_in_ranges(uow: UnitOfWork) -> bool:
    """Whether single values count as ranges, so that the confidences count as 1."""
    return bool(uow.settings.ranges_from_evidence)
