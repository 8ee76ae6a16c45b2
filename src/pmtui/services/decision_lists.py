"""What a user asks about decisions."""

import json

from pmtui.domain.custom import custom_fields
from pmtui.domain.decision import Decision, calibration, mean_brier
from pmtui.domain.evidence import headline
from pmtui.domain.keys import Kind
from pmtui.domain.ranking import rank_scores
from pmtui.services.decision_views import (
    REVIEW_DUE,
    SUPERSEDED,
    TO_REVIEW,
    DecidedPlace,
    DecisionLog,
    DecisionRow,
    DecisionSheet,
    FrozenRanking,
    FrozenRow,
)
from pmtui.services.decisions import BLOCKS, LINES
from pmtui.services.detail_views import EvidenceView
from pmtui.store.queries import decisions, details
from pmtui.store.queries.problems import ranked_scores
from pmtui.store.unit_of_work import UnitOfWork


def decision_log(uow: UnitOfWork) -> DecisionLog:
    """All decisions: reviews that are due first, the longest due at the top; then the newest first."""
    everything = uow.decisions.all()
    superseded = {decision.supersedes for decision in everything}
    counts = decisions.problems_by_decision(uow.connection)
    rows = [_row(uow, decision, decision.id in superseded, counts.get(decision.id, 0)) for decision in everything]
    due = sorted((row for row in rows if row.state == REVIEW_DUE), key=lambda row: (row.review_on, row.id))
    others = [row for row in rows if row.state != REVIEW_DUE]
    others.sort(key=lambda row: (row.decided_on, row.id), reverse=True)
    return DecisionLog((*due, *others), calibration(everything), mean_brier(everything))


def decision_sheet(uow: UnitOfWork, number: int) -> DecisionSheet:
    """Everything about one decision. Raises Refusal when it is gone."""
    decision = uow.decisions.get(number)
    later = uow.decisions.all(supersedes=number)
    earlier = uow.decisions.find(decision.supersedes) if decision.supersedes is not None else None
    problems = tuple(decisions.problems_of(uow.connection, number))
    source, external_id = details.origin_of(uow.connection, Kind.DECISION, number)
    custom = custom_fields(decision.custom)
    return DecisionSheet(
        row=_row(uow, decision, bool(later), len(problems)),
        texts={name: getattr(decision, name) for name in (*LINES, *BLOCKS)},
        place=decision.place,
        outcome=decision.outcome,
        reviewed_on=decision.reviewed_on,
        ranking=frozen_of(decision.ranking),
        problems=problems,
        evidence=tuple(
            EvidenceView(piece, quote or headline(text), *facts)
            for piece, quote, text, *facts in decisions.evidence_of(uow.connection, number)
        ),
        supersedes=(earlier.id, earlier.title) if earlier is not None else None,
        superseded_by=tuple((one.id, one.title) for one in later),
        created_at=decision.created_at,
        updated_at=decision.updated_at,
        source=source,
        external_id=external_id,
        custom=tuple((name, str(text)) for name, text in custom.items()),
    )


def decided_places(uow: UnitOfWork) -> dict[int, DecidedPlace]:
    """The places that decisions give problems, by number of the problem; the newest decision counts."""
    decided = decisions.decided_places(uow.connection)
    by_score = rank_scores(ranked_scores(uow.connection)) if decided else {}
    return {
        problem: DecidedPlace(decision, place, by_score.get(problem, (None,))[0])
        for problem, decision, place in decided
    }


def frozen_of(text: str) -> FrozenRanking | None:
    """A frozen ranking read from what is kept of it; None where none is kept, or another program broke it."""
    try:
        kept = json.loads(text) if text else None
        if kept is None:
            return None
        rows = tuple(
            FrozenRow(
                str(row["key"]),
                str(row["title"]),
                int(row["rank"]),
                float(row["score"]),
                float(row["p_top"]),
                {str(code): str(value) for code, value in row["estimates"].items()},
            )
            for row in kept["rows"]
        )
        return FrozenRanking(str(kept["ranked_by"]), str(kept["formula"]), str(kept["at"]), int(kept["top"]), rows)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _row(uow: UnitOfWork, decision: Decision, superseded: bool, problem_count: int) -> DecisionRow:
    state = decision.outcome
    if not state:
        due = decision.is_due(uow.now)
        state = SUPERSEDED if superseded else REVIEW_DUE if due else TO_REVIEW if decision.review_on else ""
    return DecisionRow(
        id=decision.id,
        title=decision.title,
        driver=decision.driver,
        decided_on=decision.created_at,
        review_on=decision.review_on,
        state=state,
        probability=decision.probability,
        brier=decision.brier,
        problem_count=problem_count,
    )
