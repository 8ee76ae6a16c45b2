"""Lists of records as other programs read them: plain values under names that stay, ready to become JSON."""

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from pmtui.domain.keys import Key, Kind, evidence_key, problem_key
from pmtui.services.lists import board_view, problem_list, problem_rows, used_tags
from pmtui.services.views import ProblemFilter
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
    kept = {problem.id: problem for problem in uow.problems.all()}
    origins = origins_of(uow, Kind.PROBLEM)
    records: list[Record] = []
    remaining = iter(numbers)
    while chunk := list(islice(remaining, _AT_ONCE)):
        rows = problem_rows(uow, chunk, listed.ranks)
        for number in chunk:
            row, problem = rows[number], kept[number]
            source, external_id = origins.get(number, ("", ""))
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
                    "need": problem.need,
                    "horizon": row.horizon,
                    "source": source,
                    "external_id": external_id,
                    "created_at": problem.created_at,
                    "updated_at": problem.updated_at,
                }
            )
    return records


def evidence_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The evidence that matches, the newest first. words: as in services.evidence_views.EvidenceFilter."""
    from pmtui.services.evidence_list import evidence_list  # a list of problems does without
    from pmtui.services.evidence_search import find_evidence
    from pmtui.services.evidence_views import EvidenceFilter

    origins = origins_of(uow, Kind.EVIDENCE)
    found = {one.evidence.id: one.evidence for one in find_evidence(uow, "", (), ALL)}
    listed = evidence_list(uow, EvidenceFilter(words, state="all"))
    return [
        {**linked_evidence(found[number]), "external_id": origins.get(number, ("", ""))[1]}
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


def origins_of(uow: UnitOfWork, kind: Kind) -> dict[int, tuple[str, str]]:
    """The label of the import source and the outside id, by number, of the records of a kind that were imported."""
    labels = {source.id: source.label for source in uow.import_sources.all()}
    return {
        link.entity_id: (labels[link.source_id], link.external_id)
        for link in uow.import_links.all(entity_kind=kind.value)
    }
