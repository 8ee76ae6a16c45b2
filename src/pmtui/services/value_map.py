"""Value against effort: what each problem is worth and takes, and how far both may lie apart."""

from dataclasses import dataclass, replace

from pmtui.domain.contest import Contest
from pmtui.domain.formula import formula_in_words, parse_formula
from pmtui.domain.ranking import rank_scores
from pmtui.services.estimates import criteria_of_scorecard
from pmtui.services.uncertainty import SEED, present_contest
from pmtui.store.unit_of_work import UnitOfWork

MOST = 60  # more boxes than these would hide each other


@dataclass(frozen=True, slots=True)
class MapSource:
    """What a map is drawn from. value: the formula of the worth. effort: the code of what stands beside it.

    value_name, effort_name: in words.
    """

    contest: Contest
    value: str
    effort: str
    value_name: str
    effort_name: str


@dataclass(frozen=True, slots=True)
class Placed:
    """One problem on the map: value and effort as 5 %, central value and 95 %."""

    number: int
    value: tuple[float, float, float]
    effort: tuple[float, float, float]


def map_source(uow: UnitOfWork) -> MapSource | None:
    """What the open problems are worth and take; None where no single input stands beside the value."""
    scorecard = uow.scorecard
    worth = parse_formula(scorecard.value).names
    beside = [criterion for criterion in criteria_of_scorecard(uow) if criterion.code not in worth]
    if len(beside) != 1:
        return None
    names = {criterion.code: criterion.name for criterion in criteria_of_scorecard(uow)}
    return MapSource(
        present_contest(uow),
        scorecard.value,
        beside[0].code,
        formula_in_words(scorecard.value, names),
        ", ".join(filter(None, (beside[0].name.lower(), beside[0].unit))),
    )


def placed(source: MapSource) -> tuple[Placed, ...]:
    """Where the best problems lie, the best first. Simulates: not for the event loop."""
    asked = source.contest.scorable()
    ranks = rank_scores((number, asked.score(number) or 0.0) for number in asked.items)
    best = replace(asked, items={number: asked.items[number] for number in list(ranks)[:MOST]})
    values, efforts = _spans(best, source.value), _spans(best, source.effort)
    return tuple(Placed(number, values[number], efforts[number]) for number in best.items)


def _spans(contest: Contest, formula: str) -> dict[int, tuple[float, float, float]]:
    asked = replace(contest, formula=formula)
    central = {number: asked.score(number) or 0.0 for number in contest.items}
    if asked.is_certain:
        return {number: (value, value, value) for number, value in central.items()}
    from pmtui.domain.simulation.spreads import spreads

    ends = spreads(contest, formula, SEED)
    return {number: (ends[number][0], central[number], ends[number][1]) for number in contest.items}
