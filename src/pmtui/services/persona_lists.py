"""What a user asks about personas and companies."""

from collections.abc import Iterable
from typing import Any

from pmtui.domain.bias import hearings
from pmtui.domain.custom import custom_fields
from pmtui.domain.evidence import headline
from pmtui.domain.keys import Kind
from pmtui.domain.scale import total
from pmtui.services.bias import people_of
from pmtui.services.companies import company_texts
from pmtui.services.detail_views import EvidenceView
from pmtui.services.lists import problem_list, problem_rows
from pmtui.services.persona_views import CompanyRow, CompanySheet, PersonaRow, PersonaSheet
from pmtui.services.problem_personas import link_view
from pmtui.services.views import ProblemFilter
from pmtui.store.queries import details, personas
from pmtui.store.unit_of_work import UnitOfWork

EVIDENCE_SHOWN = 50


def persona_list(uow: UnitOfWork) -> tuple[PersonaRow, ...]:
    """All personas, those that stand for most people first, those of unknown number last."""
    everyone = {persona.id: persona for persona in uow.personas.all()}
    problems = personas.problems_by_persona(uow.connection)
    people = {number: people_of(persona.population) for number, persona in everyone.items()}
    return tuple(
        PersonaRow(
            id=hearing.persona,
            name=everyone[hearing.persona].name,
            role=everyone[hearing.persona].role,
            population=everyone[hearing.persona].population,
            evidence_count=hearing.evidence,
            evidence_share=hearing.evidence_share,
            population_share=hearing.population_share,
            problem_count=problems.get(hearing.persona, 0),
            heard=hearing.in_words,
        )
        for hearing in hearings(personas.evidence_by_persona(uow.connection), people)
    )


def persona_sheet(uow: UnitOfWork, number: int) -> PersonaSheet:
    """Everything about one persona. Raises Refusal when it is gone."""
    persona = uow.personas.get(number)
    links = tuple(link_view(*row) for row in personas.problems_of(uow.connection, number))
    source, external_id = details.origin_of(uow.connection, Kind.PERSONA, number)
    custom = custom_fields(persona.custom)
    return PersonaSheet(
        row=next(row for row in persona_list(uow) if row.id == number),
        picture=persona.picture,
        quote=persona.quote,
        jobs=persona.jobs,
        pains=persona.pains,
        gains=persona.gains,
        notes=persona.notes,
        problems=links,
        scale=total(link.scale for link in links),
        evidence=_evidence(personas.evidence_of_persona(uow.connection, number, EVIDENCE_SHOWN)),
        created_at=persona.created_at,
        updated_at=persona.updated_at,
        source=source,
        external_id=external_id,
        custom=tuple((name, str(text)) for name, text in custom.items()),
    )


def company_list(uow: UnitOfWork) -> tuple[CompanyRow, ...]:
    """All companies, by name."""
    pieces = personas.evidence_by_company(uow.connection)
    return tuple(
        CompanyRow(company.id, company.name, company.tier, company.revenue, company.size, pieces.get(company.id, 0))
        for company in sorted(uow.companies.all(), key=lambda company: (company.name.casefold(), company.id))
    )


def company_sheet(uow: UnitOfWork, number: int) -> CompanySheet:
    """Everything about one company. Raises Refusal when it is gone."""
    company = uow.companies.get(number)
    count = personas.evidence_count_of_company(uow.connection, number)
    return CompanySheet(
        row=CompanyRow(company.id, company.name, company.tier, company.revenue, company.size, count),
        texts=company_texts(company),
        evidence=_evidence(personas.evidence_of_company(uow.connection, number, EVIDENCE_SHOWN)),
        created_at=company.created_at,
    )


def problems_to_link(uow: UnitOfWork, words: str, limit: int = 100) -> list[tuple[int, str]]:
    """Number and title of the open problems whose words match, the highest ranked first."""
    listed = problem_list(uow, ProblemFilter(words=words))
    numbers = [entry for entry in listed.entries if isinstance(entry, int)][:limit]
    rows = problem_rows(uow, numbers, listed.ranks)
    return [(number, rows[number].title) for number in numbers]


def _evidence(rows: Iterable[tuple[Any, ...]]) -> tuple[EvidenceView, ...]:
    return tuple(
        EvidenceView(piece, quote or headline(text), kind, source, author, company, on)
        for piece, quote, text, kind, source, author, company, on in rows
    )
