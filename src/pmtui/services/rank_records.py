"""The ranking as other programs read it: places, scores, how sure each is, and what a place is made of."""

from typing import Any

from pmtui.domain.contest import Standing, Uncertainty, is_too_close
from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.ranking import rank_scores
from pmtui.services.decision_lists import decided_places
from pmtui.services.details import why
from pmtui.services.places import Decided, ranks_as_decided
from pmtui.services.ranking import Disagreement, agreement, ranking_by
from pmtui.services.records import problem_records
from pmtui.services.uncertainty import SEED, contest, present_contest, rank_uncertainty, what_to_find_out
from pmtui.services.views import ProblemFilter
from pmtui.store.unit_of_work import UnitOfWork

Record = dict[str, Any]


def rank_records(
    uow: UnitOfWork, name: str = "", customer_weight: float | None = None, seed: int = SEED
) -> list[Record]:
    """The problems that can be ranked, best first, each with how sure its place by score is.

    name: a scorecard or lens, "" for what the workspace is ranked by. Raises Refusal for an unknown one.
    """
    asked = contest(uow, ranking_by(uow, name, customer_weight))
    found = rank_uncertainty(asked, seed)
    scores = {number: asked.score(number) for number in found.standings}
    by_score = rank_scores((number, score) for number, score in scores.items() if score is not None)
    places = decided_places(uow)
    records = {record["key"]: record for record in problem_records(uow, ProblemFilter())}
    both = {one.number: one for one in agreement(uow).gaps}
    return [
        {
            **records[str(problem_key(number))],
            "score": scores[number],
            "rank": rank,
            "tied": tied,
            "missing": [],
            "needs": [],
            "rank_by_score": by_score[number][0],
            "decided_by": str(decision_key(places[number].decision)) if number in places else None,
            **standing_record(found.standings[number]),
            **_lens_ranks(both.get(number)),
        }
        for number, (rank, tied) in ranks_as_decided(uow, by_score).items()
    ]


def _lens_ranks(found: Disagreement | None) -> Record:
    """The rank by each lens and their gap, None where a problem has not both."""
    if found is None:
        return {"customer_rank": None, "business_rank": None, "gap": None}
    return {
        "customer_rank": found.customer,
        "business_rank": found.business,
        "gap": found.customer - found.business,
    }


def standing_record(standing: Standing) -> Record:
    """How sure a place is: shares of the runs, and the ranks that 5 and 95 % of them do not pass."""
    return {
        "p_first": standing.first,
        "p_top": standing.top,
        "rank_low": standing.low,
        "rank_high": standing.high,
        "beats_next": standing.beats_next,
        "too_close": standing.too_close,
    }


def explanation(uow: UnitOfWork, number: int, seed: int = SEED) -> Record:
    """Why a problem stands where it stands, how sure that is, and what would change it. Raises Refusal when gone."""
    found = why(uow, number)
    asked = present_contest(uow)
    sure = rank_uncertainty(asked, seed)
    standing = sure.standings.get(number)
    worth = {value.code: value.gain for value in what_to_find_out(asked, sure) if value.number == number}
    return {
        "key": str(problem_key(number)),
        "title": found.title,
        "score": found.score,
        "rank": found.rank,
        "rank_by_score": found.rank_by_score,
        "decided": _decided(found.decided),
        "ranked": found.ranked_count,
        "ranked_by": found.scorecard,
        "formula": found.formula,
        "missing": list(found.missing),
        **({} if standing is None else _certainty(standing, sure)),
        "remarks": list(found.remarks),
        "factors": [
            {
                "criterion": factor.code,
                "name": factor.name,
                "value": factor.value,
                "central": factor.central,
                "unit": factor.unit,
                "middle": factor.middle,
                "scale": factor.scale,
                "source": factor.source,
                "share": factor.share,
                "swap_above": factor.swap_above,
                "swap_below": factor.swap_below,
                "worth_knowing": worth.get(factor.code, 0.0),
            }
            for factor in found.factors
        ],
        "compared_with": None if found.compared_with is None else str(problem_key(found.compared_with)),
        "above": _neighbour(found.above),
        "below": _neighbour(found.below),
    }


def _certainty(standing: Standing, sure: Uncertainty) -> Record:
    """How sure a place is, and in which share of the runs it is ahead of its neighbours by score."""
    ahead = {
        side: {"key": str(problem_key(number)), "share": share, "too_close": is_too_close(share)}
        for side, (number, share) in sure.neighbours(standing.number).items()
    }
    return {**standing_record(standing), "ahead_of": ahead, "top": sure.top, "runs": sure.runs}


def _decided(place: Decided | None) -> Record | None:
    """What decides a place, None where the score does."""
    if place is None:
        return None
    return {"key": str(decision_key(place.decision)), "place": place.place, "reason": place.reason}


def _neighbour(other: tuple[int, str, float] | None) -> Record | None:
    return None if other is None else {"key": str(problem_key(other[0])), "title": other[1], "score": other[2]}
