"""Personas as other programs read them: plain values under names that stay, ready to become JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pmtui.domain.keys import Key, Kind, persona_key
from pmtui.services.records import Record, linked_evidence
from pmtui.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from pmtui.services.detail_views import LinkView
    from pmtui.services.persona_views import PersonaRow


def persona_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The personas whose name or role holds every one of the words, those of most people first."""
    from pmtui.services.persona_lists import persona_list

    wanted = words.casefold().split()
    return [
        _persona(row)
        for row in persona_list(uow)
        if all(word in f"{row.name} {row.role}".casefold() for word in wanted)
    ]


def persona_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one persona, with its problems and evidence. Raises Refusal when it is gone."""
    from pmtui.services.persona_lists import persona_sheet

    sheet = persona_sheet(uow, number)
    return {
        **_persona(sheet.row),
        "picture": sheet.picture,
        "quote": sheet.quote,
        "jobs": sheet.jobs,
        "pains": sheet.pains,
        "gains": sheet.gains,
        "notes": sheet.notes,
        "custom": dict(sheet.custom),
        "source": sheet.source,
        "external_id": sheet.external_id,
        "created_at": sheet.created_at,
        "updated_at": sheet.updated_at,
        "scale": sheet.scale,
        "linked_problems": [linked_record(Kind.PROBLEM, link) for link in sheet.problems],
        "newest_evidence": [linked_evidence(view) for view in sheet.evidence],
    }


def linked_record(kind: Kind, link: "LinkView") -> Record:
    """A persona beside its problem, or a problem beside its persona."""
    values = asdict(link)
    return {"key": str(Key(kind, values.pop("id"))), **values}


def _persona(row: "PersonaRow") -> Record:
    return {
        "key": str(persona_key(row.id)),
        "title": row.name,
        "role": row.role,
        "population": row.population,
        "population_share": row.population_share,
        "evidence": row.evidence_count,
        "evidence_share": row.evidence_share,
        "heard": row.heard,
        "problems": row.problem_count,
    }
