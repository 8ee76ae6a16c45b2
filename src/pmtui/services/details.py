"""What a user sees of one problem, and why it stands where it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pmtui.domain.criteria import SCALE, STRATEGIC_FIT, VALUE_PER_MONTH
from pmtui.domain.criterion import Criterion
from pmtui.domain.custom import custom_fields
from pmtui.domain.estimate import Estimate, is_stale, show_amount, show_number, show_rounded
from pmtui.domain.evidence import headline
from pmtui.domain.inputs import CONFIDENCES
from pmtui.domain.rank_reasons import log_shares, swap_value
from pmtui.domain.scorecard import EFFORT_FLOOR, Score, Scorecard, score_problem, show_score
from pmtui.services.classifications import kano_in_words, kano_of
from pmtui.services.confidence import problem_confidence, problem_confidences
from pmtui.services.detail_views import DecisionAbout, EstimateView, EvidenceView, Factor, ProblemDetail, Why
from pmtui.services.estimates import criteria_of_scorecard, criteria_to_type
from pmtui.services.fits import fit_in_words, objectives_of_problems
from pmtui.services.places import place_decided_for
from pmtui.services.problem_personas import personas_of_problems
from pmtui.services.rank_order import RankOrder, Ranks, rank_order
from pmtui.services.score_remarks import score_remarks
from pmtui.services.solution_lists import solutions_of
from pmtui.store.queries import decisions, details, opportunity_tree, problems
from pmtui.store.unit_of_work import UnitOfWork

EVIDENCE_SHOWN = 50
_ORIGINS = {
    SCALE: "from the personas that have it",
    VALUE_PER_MONTH: "its parts together",
    **dict.fromkeys(CONFIDENCES, "counts in full: ranges from evidence hold the doubt, and it is not counted twice"),
}


def detail_and_why(uow: UnitOfWork, number: int, order: RankOrder | None = None) -> tuple[ProblemDetail, Why]:
    """What problem_detail and why answer. order: where it is known already. Raises Refusal when the problem is gone."""
    order = rank_order(uow) if order is None else order
    return problem_detail(uow, number, order.ranks), why(uow, number, order)


def problem_detail(uow: UnitOfWork, number: int, ranks: Ranks | None = None) -> ProblemDetail:
    """Everything about one problem. ranks: where they are known already. Raises Refusal when the problem is gone."""
    return next(problem_details(uow, [number], rank_order(uow).ranks if ranks is None else ranks))


def problem_details(uow: UnitOfWork, numbers: Sequence[int], ranks: Ranks) -> Iterator[ProblemDetail]:
    """Everything about each of these problems, as many as one question takes. Raises Refusal when one is gone."""
    connection, scorecard = uow.connection, uow.scorecard
    inputs = problems.inputs_of(connection, numbers)
    tags, origins = details.tags_of(connection, numbers), details.origins_of(connection, numbers)
    evidence, confidences = details.evidence_of(connection, numbers, EVIDENCE_SHOWN), problem_confidences(uow, numbers)
    lane_changes, about = details.lane_history(connection, numbers), decisions.about_problems(connection, numbers)
    personas, objectives = personas_of_problems(uow, numbers), objectives_of_problems(uow, numbers)
    wholes = opportunity_tree.wholes_of(connection, numbers)
    parts = opportunity_tree.parts_of(connection, numbers)
    for problem in map(uow.problems.get, numbers):
        number = problem.id
        score = score_problem(scorecard, inputs[number])
        source, external_id = next(iter(origins[number]), ("", ""))
        yield ProblemDetail(
            id=number,
            title=problem.title,
            statement=problem.statement,
            notes=problem.notes,
            need=problem.need,
            horizon=problem.horizon,
            horizon_reason=problem.horizon_reason,
            moscow=problem.moscow,
            kano=kano_in_words(kano) if (kano := kano_of(uow, number)) else "",
            lane=lane.name if (lane := uow.lanes.find(problem.lane_id)) else "",
            tags=tags[number],
            created_at=problem.created_at,
            updated_at=problem.updated_at,
            url=problem.url,
            custom=tuple((name, str(text)) for name, text in custom_fields(problem.custom).items()),
            score=score.value,
            rank=_rank_in(ranks, number),
            ranked_count=len(ranks),
            missing=score.missing,
            estimates=estimate_views(uow, number),
            evidence=_evidence_views(evidence[number]),
            evidence_count=confidences[number].pieces,
            customer_count=confidences[number].customers,
            confidence=confidences[number],
            source=source,
            external_id=external_id,
            lane_changes=tuple(lane_changes[number]),
            personas=personas[number],
            objectives=objectives[number],
            solutions=solutions_of(uow, number),
            whole=next(iter(wholes[number]), None),
            parts=tuple(parts[number]),
            decisions=tuple(
                DecisionAbout(one, title, on, bool(superseded)) for one, title, on, superseded in about[number]
            ),
        )


def evidence_views(uow: UnitOfWork, number: int, limit: int) -> tuple[EvidenceView, ...]:
    """The newest evidence of a problem."""
    return _evidence_views(details.evidence_of(uow.connection, [number], limit)[number])


def _evidence_views(rows: Iterable[tuple[Any, ...]]) -> tuple[EvidenceView, ...]:
    return tuple(
        EvidenceView(piece, quote or headline(text), kind, source, author, company, on)
        for piece, quote, text, kind, source, author, company, on in rows
    )


def estimate_views(uow: UnitOfWork, number: int) -> tuple[EstimateView, ...]:
    """One view for each criterion of the scorecard, whether it is estimated or not."""
    kept = {estimate.criterion_id: estimate for estimate in uow.estimates.all(problem_id=number)}
    today = uow.today
    views = (_estimate_view(criterion, kept.get(criterion.id), today) for criterion in criteria_to_type(uow))
    return tuple(
        replace(view, derived=fit_in_words(uow, number)) if view.code == STRATEGIC_FIT else view for view in views
    )


def why(uow: UnitOfWork, number: int, order: RankOrder | None = None) -> Why:
    """What a score is made of and what would change the rank. order: where it is known already.

    Raises Refusal when the problem is gone.
    """
    problem = uow.problems.get(number)
    scorecard = uow.scorecard
    formula = scorecard.compiled
    views = {view.code: view for view in estimate_views(uow, number)}
    values = problems.inputs_of(uow.connection, [number])[number]
    score = score_problem(scorecard, values)
    order = rank_order(uow) if order is None else order
    by_score = _rank_in(order.by_score, number)
    above, below = order.neighbours(number, score.value) if by_score and score.value is not None else (None, None)
    neighbour = below or above
    shares = None
    if neighbour is not None and score.value is not None:
        theirs = problems.inputs_of(uow.connection, [neighbour[0]])[neighbour[0]]
        shares = log_shares(formula, values, theirs)

    # Where ranges come from evidence these count as 1, whatever is typed.
    certain = CONFIDENCES if uow.settings.ranges_from_evidence else ()
    counted = {code: view for code, view in views.items() if code not in certain}

    def swap(criterion: Criterion, other: tuple[int, float] | None) -> float | None:
        if other is None or score.value is None or criterion.code in certain:
            return None
        return swap_value(formula, values, criterion, other[1])

    factors = tuple(
        Factor(
            criterion.code,
            criterion.name,
            *_value_and_source(criterion, counted.get(criterion.code), values),
            values.get(criterion.code),
            criterion.unit,
            shares.get(criterion.code) if shares else None,
            swap(criterion, above),
            swap(criterion, below),
            _middle_in_words(criterion, counted.get(criterion.code)),
            _scale_in_words(criterion),
        )
        for criterion in criteria_of_scorecard(uow)
    )

    def named(other: tuple[int, float] | None) -> tuple[int, str, float] | None:
        return (other[0], uow.problems.get(other[0]).title, other[1]) if other else None

    return Why(
        id=number,
        title=problem.title,
        score=score.value,
        rank=_rank_in(order.ranks, number),
        ranked_count=len(order.ranks),
        formula=scorecard.formula,
        scorecard=scorecard.title,
        missing=score.missing,
        floored=_is_floored(scorecard, values, score),
        factors=factors,
        above=named(above),
        below=named(below),
        compared_with=neighbour[0] if shares and neighbour else None,
        confidence=problem_confidence(uow, number),
        rank_by_score=by_score,
        decided=place_decided_for(uow, number) if by_score else None,
        remarks=score_remarks(uow, problem, values, score.value, (above, below)),
    )


def _is_floored(scorecard: Scorecard, values: Mapping[str, float], score: Score) -> bool:
    """Whether the formula took the floor in place of a smaller effort: others have no effort, or no floor."""
    if "effort" not in scorecard.compiled.names or values.get("effort", EFFORT_FLOOR) >= EFFORT_FLOOR:
        return False
    return score_problem(scorecard, {**values, "effort": EFFORT_FLOOR}) == score


def _rank_in(ranks: Ranks, number: int) -> int | None:
    return ranks[number][0] if number in ranks else None


def _middle_in_words(criterion: Criterion, view: EstimateView | None) -> str:
    """Which value of a range goes into the score; "" where no range is typed."""
    if view is None or ".." not in view.text:
        return ""
    return "the middle (median)" if criterion.shape == "positive" else "the most likely"


def _scale_in_words(criterion: Criterion) -> str:
    lowest = show_number(criterion.lowest, criterion)
    if criterion.highest is None:
        return f"above {lowest}"
    return f"from {lowest} to {show_number(criterion.highest, criterion)}"


def _value_and_source(criterion: Criterion, view: EstimateView | None, values: Mapping[str, float]) -> tuple[str, str]:
    """What a criterion's value is, as shown, and where it comes from."""
    if view is not None and view.text:
        return view.text, " · ".join(filter(None, (view.origin, view.made_on, view.reason)))
    if criterion.code not in values:
        return "", ""
    source = view.derived if view is not None else ""
    value = values[criterion.code]
    exact = criterion.is_share or value.is_integer()
    shown = show_number(value, criterion) if exact else show_score(value)
    return shown, source or _ORIGINS.get(criterion.code, "")


def _estimate_view(criterion: Criterion, estimate: Estimate | None, today: date) -> EstimateView:
    if estimate is None:
        return EstimateView(
            criterion.code,
            criterion.name,
            criterion.unit,
            criterion.meaning,
            "",
            None,
            "",
            "",
            "",
            False,
            criterion.steps,
        )
    return EstimateView(
        criterion.code,
        criterion.name,
        criterion.unit,
        criterion.meaning,
        show_amount(estimate.amount, criterion),
        estimate.central,
        estimate.origin,
        estimate.reason,
        estimate.made_on,
        is_stale(estimate.made_on, today),
        criterion.steps,
        (show_number if estimate.amount.is_constant else show_rounded)(estimate.central, criterion),
    )
