"""Lists of records as other programs read them: plain values under names that stay, ready to become JSON."""

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from pmtui.domain.keys import Key, Kind, evidence_key, problem_key
from pmtui.services.board_lists import board_view
from pmtui.services.lists import problem_list, problem_rows, used_tags
from pmtui.services.views import ProblemFilter
from pmtui.store.queries.records import needs_and_moments, origins
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.services.detail_views import EvidenceView

Record = dict[str, Any]

ALL = sys.maxsize  # as a limit: none
_AT_ONCE = 10_000


def problem_records(uow: UnitOfWork, wanted: ProblemFilter) -> list[Record]:
    """The problems that match, in order. Raises Refusal as problem_list does."""
    from pmtui.services.confidence import confidences  # lists of other kinds do without

    earned = confidences(uow)
    listed = problem_list(uow, wanted)
    numbers = [entry for entry in listed.entries if isinstance(entry, int)]
    facts, known = needs_and_moments(uow.connection), origins(uow.connection, Kind.PROBLEM)
    records: list[Record] = []
    remaining = iter(numbers)
    while chunk := list(islice(remaining, _AT_ONCE)):
        rows = problem_rows(uow, chunk, listed.ranks)
        for number in chunk:
            row, (need, created_at, updated_at) = rows[number], facts[number]
            source, external_id = known.get(number, ("", ""))
            records.append(
                {
                    "key": str(problem_key(number)),
                    "title": row.title,
                    "lane": row.lane,
                    "tags": list(row.tags),
                    "score": row.score,
                    "rank": row.rank,
                    "tied": row.tied,
                    "missing": list(row.missing),
                    "needs": list(row.needs),
                    "evidence": row.evidence_count,
                    "evidence_confidence": earned.get(number, 0.0),
                    "need": need,
                    "horizon": row.horizon,
                    "source": source,
                    "external_id": external_id,
                    "created_at": created_at,
                    "updated_at": updated_at,
                }
            )
    return records


def evidence_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The evidence that matches, the newest first. words: as in services.evidence_views.EvidenceFilter."""
    from pmtui.services.evidence_list import evidence_list  # a list of problems does without
    from pmtui.services.evidence_search import find_evidence
    from pmtui.services.evidence_views import EvidenceFilter

    known = origins(uow.connection, Kind.EVIDENCE)
    found = {one.evidence.id: one.evidence for one in find_evidence(uow, "", (), ALL)}
    listed = evidence_list(uow, EvidenceFilter(words, state="all"))
    return [
        {**linked_evidence(found[number]), "external_id": known.get(number, ("", ""))[1]}
        for number in listed
        if isinstance(number, int)
    ]


def company_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The companies whose name holds every one of the words, by name."""
    from pmtui.store.queries.personas import evidence_by_company  # a list of problems does without

    wanted = words.casefold().split()
    pieces = evidence_by_company(uow.connection)
    return [
        {
            "key": str(Key(Kind.COMPANY, company.id)),
            "title": company.name,
            "tier": company.tier,
            "revenue": company.revenue,
            "size": company.size,
            "evidence": pieces.get(company.id, 0),
            "created_at": company.created_at,
        }
        for company in uow.companies.all(order="name")
        if all(word in company.name.casefold() for word in wanted)
    ]


def tag_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The tags whose name holds every one of the words, the most used first. A tag's key is its name."""
    wanted = words.casefold().split()
    return [
        {"key": name, "title": name, "problems": count}
        for name, count in used_tags(uow)
        if all(word in name.casefold() for word in wanted)
    ]


def lane_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The lanes whose name holds every one of the words, from the left. A lane's key is its name."""
    wanted = words.casefold().split()
    return [
        {
            "key": lane.name,
            "title": lane.name,
            "phase": lane.phase,
            "problems": len(lane.card_ids),
            "limit": lane.wip_limit,
            "strict": lane.strict,
        }
        for lane in board_view(uow).lanes
        if all(word in lane.name.casefold() for word in wanted)
    ]


def linked_evidence(view: "EvidenceView") -> Record:
    """A piece of evidence as it stands in lists and beside its problem."""
    return {
        "key": str(evidence_key(view.id)),
        "title": view.words,
        "kind": view.kind,
        "source": view.source,
        "author": view.author,
        "company": view.company,
        "date": view.occurred_on,
    }
