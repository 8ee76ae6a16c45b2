"""One record with everything and its links, as other programs read it: plain values, ready to become JSON."""

from pmtui.domain.custom import custom_fields
from pmtui.domain.evidence import headline
from pmtui.domain.keys import (
    Key,
    Kind,
    decision_key,
    evidence_key,
    experiment_key,
    persona_key,
    problem_key,
    solution_key,
)
from pmtui.services.details import evidence_views, problem_detail
from pmtui.services.persona_records import linked_record
from pmtui.services.records import ALL, Record, linked_evidence
from pmtui.store.queries.records import origins
from pmtui.store.unit_of_work import UnitOfWork


def problem_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one problem, with its estimates, evidence and lanes. Raises Refusal when it is gone."""
    detail = problem_detail(uow, number)
    return {
        "key": str(problem_key(number)),
        "title": detail.title,
        "lane": detail.lane,
        "tags": list(detail.tags),
        "score": detail.score,
        "rank": detail.rank,
        "ranked": detail.ranked_count,
        "missing": list(detail.missing),
        "need": detail.need,
        "moscow": detail.moscow,
        "kano": detail.kano,
        "horizon": detail.horizon,
        "horizon_reason": detail.horizon_reason,
        "statement": detail.statement,
        "notes": detail.notes,
        "url": detail.url,
        "custom": dict(detail.custom),
        "source": detail.source,
        "external_id": detail.external_id,
        "created_at": detail.created_at,
        "updated_at": detail.updated_at,
        "estimates": [
            {
                "code": estimate.code,
                "name": estimate.name,
                "unit": estimate.unit,
                "value": estimate.text,
                "central": estimate.central,
                "origin": estimate.origin,
                "reason": estimate.reason,
                "made_on": estimate.made_on,
                "stale": estimate.stale,
            }
            for estimate in detail.estimates
        ],
        "customers": detail.customer_count,
        "evidence_confidence": detail.confidence.value,
        "confidence_made_of": [
            {
                "type": part.evidence_type,
                "points": part.points,
                "uncapped": part.uncapped,
                "pieces": [str(evidence_key(piece)) for piece in part.pieces],
            }
            for part in detail.confidence.parts
        ],
        "undated": [str(evidence_key(piece)) for piece in detail.confidence.undated],
        "confidence_ladder": detail.confidence.ladder,
        "evidence": [linked_evidence(view) for view in evidence_views(uow, number, ALL)],
        "lanes": [{"lane": lane, "at": at} for lane, at in detail.lane_changes],
        "reach_from_personas": detail.personas.reach_text,
        "reach_disagrees": detail.personas.disagrees,
        "scale": detail.personas.scale,
        "personas": [linked_record(Kind.PERSONA, link) for link in detail.personas.links],
        "objectives": [{"key": view.key, "title": view.title, "fit": view.fit} for view in detail.objectives],
        "part_of": str(problem_key(detail.whole[0])) if detail.whole is not None else "",
        "parts": [{"key": str(problem_key(part)), "title": title} for part, title in detail.parts],
        "solutions": [
            {
                "key": str(solution_key(solution.id)),
                "title": solution.title,
                "effort": solution.effort,
                "experiments": [str(experiment_key(each.id)) for each in solution.all_experiments],
            }
            for solution in detail.solutions
        ],
        "decisions": [
            {
                "key": str(decision_key(one.id)),
                "title": one.title,
                "date": one.decided_on,
                "superseded": one.superseded,
            }
            for one in detail.decisions
        ],
    }


def evidence_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one piece of evidence, with its problems. Raises Refusal when it is gone."""
    piece = uow.evidence.get(number)
    company = uow.companies.get(piece.company_id) if piece.company_id else None
    problems = [uow.problems.get(link.problem_id) for link in uow.problem_evidence.all(evidence_id=number)]
    return {
        "key": str(evidence_key(number)),
        "title": piece.quote or headline(piece.text),
        "text": piece.text,
        "quote": piece.quote,
        "kind": piece.kind,
        "type": piece.evidence_type,
        "highlights": [mark.fragment for mark in uow.highlights.all(evidence_id=number)],
        "persona": str(persona_key(piece.persona_id)) if piece.persona_id else "",
        "duplicate_of": str(evidence_key(piece.duplicate_of)) if piece.duplicate_of else "",
        "source": piece.source,
        "external_id": origins(uow.connection, Kind.EVIDENCE).get(number, ("", ""))[1],
        "author": piece.author,
        "company": company.name if company else "",
        "date": piece.occurred_on,
        "url": piece.url,
        "dismissed_reason": piece.dismissed_reason,
        "custom": custom_fields(piece.custom),
        "created_at": piece.created_at,
        "tags": [uow.tags.get(link.tag_id).name for link in uow.evidence_tags.all(evidence_id=number)],
        "problems": [{"key": str(problem_key(problem.id)), "title": problem.title} for problem in problems],
    }


def company_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one company, with its evidence. Raises Refusal when it is gone."""
    company = uow.companies.get(number)
    return {
        "key": str(Key(Kind.COMPANY, number)),
        "title": company.name,
        "tier": company.tier,
        "revenue": company.revenue,
        "size": company.size,
        "created_at": company.created_at,
        "evidence": [
            {"key": str(evidence_key(piece.id)), "title": piece.quote or headline(piece.text)}
            for piece in uow.evidence.all(company_id=number)
        ],
    }
