"""How sure the ranks are: what is read for a simulation, and the simulation itself, which needs no workspace."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pmtui.domain.contest import RUNS, Contest, ResearchValue, Standing, Uncertainty
from pmtui.domain.criteria import ANSWERS, IMPORTANCE, SATISFACTION, SCALE, STRATEGIC_FIT
from pmtui.domain.criterion import Criterion
from pmtui.domain.doubt import range_from_evidence
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, check_amount
from pmtui.domain.inputs import CONFIDENCES, typed_codes
from pmtui.domain.ranking import rank_scores
from pmtui.domain.scale import Share, read_share
from pmtui.domain.scorecard import Scorecard
from pmtui.domain.survey_interval import range_from_answers
from pmtui.services.confidence import confidences
from pmtui.services.estimates import criterion_of
from pmtui.store.queries import problems
from pmtui.store.queries.objectives import largest_fits
from pmtui.store.unit_of_work import UnitOfWork

SEED = 1


def contest(uow: UnitOfWork, scorecard: Scorecard) -> Contest:
    """Every open problem with its amounts, for a scorecard or lens."""
    settings = uow.settings
    names = scorecard.compiled.names
    criteria = {code: criterion_of(uow, code) for code in typed_codes(names)}
    items: dict[int, dict[str, Amount]] = {number: {} for number in problems.open_problems(uow.connection)}
    for number, code, low, high, middle in problems.amounts_of_all(uow.connection):
        if number in items and code in criteria:
            try:
                items[number][code] = check_amount(Amount(low, high, middle), criteria[code])
            except Refusal:  # another program wrote what is no amount: it counts as unknown
                continue
    if asked_in_surveys(scorecard):
        items = _surveyed(uow, items)
    if settings.ranges_from_evidence:
        items = _doubted(uow, items, criteria)
    if STRATEGIC_FIT in criteria:
        for number, fit in largest_fits(uow.connection).items():
            if number in items:
                items[number].setdefault(STRATEGIC_FIT, Amount(fit, fit))
    shares = _shares(uow) if SCALE in names else {}
    return Contest(scorecard.formula, criteria, items, settings.top, shares)


def asked_in_surveys(scorecard: Scorecard) -> bool:
    """Whether a scorecard or lens uses importance or satisfaction."""
    return not {IMPORTANCE, SATISFACTION}.isdisjoint(scorecard.compiled.names)


def _surveyed(uow: UnitOfWork, items: Mapping[int, Mapping[str, Amount]]) -> dict[int, dict[str, Amount]]:
    """Importance and satisfaction as the ranges that the number of answers leaves open, where that is known."""
    answers = problems.central_values_of(uow.connection, ANSWERS)
    return {
        number: {
            code: range_from_answers(amount, answers.get(number, 0)) if code in (IMPORTANCE, SATISFACTION) else amount
            for code, amount in amounts.items()
        }
        for number, amounts in items.items()
    }


def _doubted(
    uow: UnitOfWork, items: Mapping[int, Mapping[str, Amount]], criteria: Mapping[str, Criterion]
) -> dict[int, dict[str, Amount]]:
    """The amounts as ranges, the wider the weaker their evidence; the confidences count as 1."""
    earned = confidences(uow)
    certain = {code: Amount(1, 1) for code in CONFIDENCES if code in criteria}
    return {
        number: {
            code: range_from_evidence(amount, criteria[code], earned.get(number, 0.0))
            for code, amount in amounts.items()
        }
        | certain
        for number, amounts in items.items()
    }


def present_contest(uow: UnitOfWork) -> Contest:
    """The contest of what the workspace is ranked by."""
    return contest(uow, uow.scorecard)


def _shares(uow: UnitOfWork) -> dict[int, dict[int, Share]]:
    shares: dict[int, dict[int, Share]] = {}
    for problem, persona, *texts in problems.shares_of_all(uow.connection):
        try:
            shares.setdefault(problem, {})[persona] = read_share(*texts)
        except Refusal:  # another program wrote what is no amount: it counts as unknown
            continue
    return shares


def doubtful_contest(uow: UnitOfWork) -> Contest | None:
    """The contest of what the workspace is ranked by, or None where no amount is a range: every rank is certain."""
    # Asked first: without ranges that is all there is to read.
    scorecard = uow.scorecard
    may_doubt = uow.settings.ranges_from_evidence or SCALE in scorecard.compiled.names or asked_in_surveys(scorecard)
    if not may_doubt and not problems.has_ranges(uow.connection):
        return None
    found = present_contest(uow)
    return None if found.is_certain else found


def rank_uncertainty(
    found: Contest, seed: int = SEED, progress: Callable[[float], bool] = lambda _share: True
) -> Uncertainty:
    """How sure the ranks are. Takes a second or more with thousands of problems: not for the event loop.

    progress: is told the share that is done, and answers whether to go on; when not, what is found so far counts.
    """
    found = found.scorable()
    if found.is_certain:
        return _certain(found, seed)
    from pmtui.domain.simulation.ranks import simulate_ranks

    return simulate_ranks(found, seed=seed, progress=progress)


def score_ranges(found: Contest, numbers: Sequence[int]) -> dict[int, tuple[float, float]]:
    """The 5th and 95th percentile of these problems' scores; those that no range makes doubtful are left out."""
    judged = replace(found, items={number: found.items[number] for number in numbers if number in found.items})
    judged = judged.scorable()
    if judged.is_certain:
        return {}
    from pmtui.domain.simulation.scores import score_ranges as simulate

    return simulate(judged, sorted(judged.items))


def what_to_find_out(found: Contest, uncertainty: Uncertainty) -> tuple[ResearchValue, ...]:
    """The estimates that are worth knowing better, the most first."""
    if found.is_certain:
        return ()
    from pmtui.domain.simulation.research import research_values

    return research_values(found, uncertainty)


def _certain(found: Contest, seed: int) -> Uncertainty:
    """Without a range every run is the same, and numpy need not be loaded to say so."""
    scores = [(number, found.score(number) or 0.0) for number in found.items]
    order = list(rank_scores(scores))
    values = dict(scores)
    standings = {}
    for rank, number in enumerate(order, start=1):
        beaten = order[rank] if rank < len(order) else None
        wins = None if beaten is None else 1.0 if values[number] > values[beaten] else 0.5
        standings[number] = Standing(
            number, float(rank == 1), float(rank <= found.top), rank, rank, values[number], wins
        )
    return Uncertainty(standings, RUNS, seed, found.top, 1, {})


def titles_of(uow: UnitOfWork, numbers: tuple[int, ...]) -> dict[int, str]:
    """The titles of these problems by number."""
    return problems.titles_of(uow.connection, numbers)


def criterion_names(uow: UnitOfWork) -> dict[str, str]:
    """The names of all criteria by code."""
    return {criterion.code: criterion.name for criterion in uow.criteria.all()}
