"""How sure the ranks are: what is read for a simulation, and the simulation itself, which needs no workspace."""

from collections.abc import Callable

from pmtui.domain.contest import RUNS, TOP, Contest, ResearchValue, Standing, Uncertainty
from pmtui.domain.estimate import Amount
from pmtui.domain.formula import parse_formula
from pmtui.domain.ranking import rank_scores
from pmtui.services.estimates import criteria_of_scorecard
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork

SEED = 1


def contest(uow: UnitOfWork) -> Contest:
    """Every problem in the ranking with its amounts, under the scorecard the workspace is ranked by."""
    criteria = {criterion.code: criterion for criterion in criteria_of_scorecard(uow)}
    items: dict[int, dict[str, Amount]] = {number: {} for number, _ in problems.ranked_scores(uow.connection)}
    for number, code, low, high, middle in problems.amounts_of_all(uow.connection):
        if number in items and code in criteria:
            items[number][code] = Amount(low, high, middle)
    return Contest(uow.scorecard.formula, criteria, items, TOP)


def rank_uncertainty(
    found: Contest, seed: int = SEED, progress: Callable[[float], bool] = lambda _share: True
) -> Uncertainty:
    """How sure the ranks are. Takes a second or more with thousands of problems: not for the event loop.

    progress: is told the share that is done, and answers whether to go on. Raises Cancelled when not.
    """
    if found.is_certain:
        return _certain(found, seed)
    from pmtui.domain.simulation.ranks import simulate_ranks

    return simulate_ranks(found, seed=seed, progress=progress)


def what_to_find_out(found: Contest, uncertainty: Uncertainty) -> tuple[ResearchValue, ...]:
    """The estimates that are worth knowing better, the most first."""
    if found.is_certain:
        return ()
    from pmtui.domain.simulation.research import research_values

    return research_values(found, uncertainty)


def _certain(found: Contest, seed: int) -> Uncertainty:
    """Without a range every run is the same, and numpy need not be loaded to say so."""
    formula = parse_formula(found.formula)
    scores = [(number, formula.evaluate(found.central_values(number)) or 0.0) for number in found.items]
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
