"""Personas as Markdown pages to hand over."""

from pmtui.domain.keys import Key, evidence_key, persona_key, problem_key
from pmtui.export import personas as page
from pmtui.export.links import LinkLine
from pmtui.services.detail_views import LinkView
from pmtui.services.persona_lists import persona_list, persona_sheet
from pmtui.services.persona_views import PersonaSheet
from pmtui.store.unit_of_work import UnitOfWork


def personas_markdown(uow: UnitOfWork) -> str:
    """All personas, those of most people first."""
    sheets = tuple(_page(persona_sheet(uow, row.id)) for row in persona_list(uow))
    return page.personas_markdown(uow.settings.name, sheets)


def persona_index_markdown(uow: UnitOfWork) -> str:
    """The table of all personas, those of most people first."""
    sheets = tuple(_page(persona_sheet(uow, row.id)) for row in persona_list(uow))
    return page.persona_index_markdown(uow.settings.name, sheets)


def persona_markdown(uow: UnitOfWork, number: int) -> str:
    """Everything about one persona. Raises Refusal when it is gone."""
    return page.persona_markdown(_page(persona_sheet(uow, number)))


def link_line(key: Key, link: LinkView) -> LinkLine:
    """A link as the page of either side shows it. key: of the other side."""
    return LinkLine(str(key), link.title, link.affected, link.frequency, link.severity, link.reach, link.scale)


def _page(sheet: PersonaSheet) -> page.PersonaPage:
    row = sheet.row
    return page.PersonaPage(
        key=str(persona_key(row.id)),
        name=row.name,
        role=row.role,
        picture=sheet.picture,
        quote=sheet.quote,
        population=row.population,
        population_share=row.population_share,
        evidence_share=row.evidence_share,
        evidence_count=row.evidence_count,
        heard=row.heard,
        jobs=sheet.jobs,
        pains=sheet.pains,
        gains=sheet.gains,
        notes=sheet.notes,
        problems=tuple(link_line(problem_key(link.id), link) for link in sheet.problems),
        scale=sheet.scale,
        evidence=tuple(
            page.PieceLine(
                str(evidence_key(view.id)), view.words, view.kind, view.author, view.company, view.source,
                view.occurred_on,
            )
            for view in sheet.evidence
        ),
        custom=sheet.custom,
    )  # fmt: skip
