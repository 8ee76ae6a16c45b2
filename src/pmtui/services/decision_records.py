"""Decisions as other programs read them: plain values under names that stay, ready to become JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pmtui.domain.keys import decision_key, problem_key
from pmtui.services.records import Record, linked_evidence
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.services.decision_views import DecisionRow, FrozenRanking


def decision_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The decisions whose title or driver holds every one of the words, in the order of the log."""
    from pmtui.services.decision_lists import decision_log

    wanted = words.casefold().split()
    return [
        _decision(row)
        for row in decision_log(uow).rows
        if all(word in f"{row.title} {row.driver}".casefold() for word in wanted)
    ]


def decision_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one decision, with its links. Raises Refusal when it is gone."""
    from pmtui.services.decision_lists import decision_sheet

    sheet = decision_sheet(uow, number)
    return {
        **_decision(sheet.row),
        **sheet.texts,
        "outcome": sheet.outcome,
        "reviewed_on": sheet.reviewed_on,
        "place": sheet.place,
        "supersedes": None if sheet.supersedes is None else str(decision_key(sheet.supersedes[0])),
        "superseded_by": [{"key": str(decision_key(later)), "title": title} for later, title in sheet.superseded_by],
        **_ranking(sheet.ranking),
        "custom": dict(sheet.custom),
        "source": sheet.source,
        "external_id": sheet.external_id,
        "updated_at": sheet.updated_at,
        "linked_problems": [{"key": str(problem_key(problem)), "title": title} for problem, title in sheet.problems],
        "linked_evidence": [linked_evidence(view) for view in sheet.evidence],
    }


def _ranking(frozen: "FrozenRanking | None") -> Record:
    if frozen is None:
        return {"frozen_ranking": []}
    about = {"ranked_by": frozen.ranked_by, "formula": frozen.formula, "ranked_at": frozen.at, "top": frozen.top}
    return {**about, "frozen_ranking": [asdict(row) for row in frozen.rows]}


def _decision(row: "DecisionRow") -> Record:
    return {
        "key": str(decision_key(row.id)),
        "title": row.title,
        "state": row.state,
        "driver": row.driver,
        "probability": row.probability,
        "review_on": row.review_on,
        "brier": row.brier,
        "problems": row.problem_count,
        "created_at": row.decided_on,
    }
