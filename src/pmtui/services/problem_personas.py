"""The personas that have a problem, and the reach and scale that follow."""

from collections.abc import Sequence
from typing import Any

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import show_amount
from pmtui.domain.reach import FROM_PERSONAS, reach_of
from pmtui.domain.scale import AFFECTED, FREQUENCY, SEVERITY, Share, read_share, total
from pmtui.services.detail_views import LinkView, ProblemPersonas
from pmtui.services.estimates import criterion_of
from pmtui.store.queries import personas
from pmtui.store.unit_of_work import UnitOfWork


def problem_personas(uow: UnitOfWork, number: int) -> ProblemPersonas:
    """The personas that have a problem."""
    return personas_of_problems(uow, [number])[number]


def personas_of_problems(uow: UnitOfWork, numbers: Sequence[int]) -> dict[int, ProblemPersonas]:
    """The personas that have each of these problems."""
    criterion = criterion_of(uow, "reach")
    rows = personas.shares_of(uow.connection, numbers)
    return {number: _together(uow, number, links, criterion) for number, links in rows.items()}


def _together(uow: UnitOfWork, number: int, rows: Sequence[tuple[Any, ...]], criterion: Criterion) -> ProblemPersonas:
    links = tuple(link_view(*row) for row in rows)
    reach = reach_of(_share(*texts) for _, _, *texts in rows)
    taken = uow.estimates.all(problem_id=number, criterion_id=criterion.id, origin=FROM_PERSONAS)
    return ProblemPersonas(
        links=links,
        reach=reach,
        reach_text=show_amount(reach, criterion) if reach else "",
        scale=total(link.scale for link in links),
        disagrees=bool(taken) and taken[0].amount != reach,
    )


def link_view(number: int, title: str, *texts: str) -> LinkView:
    """A link as it is shown. texts: population, affected, frequency and severity, as typed."""
    share = _share(*texts)
    return LinkView(
        id=number,
        title=title,
        affected=show_amount(share.affected, AFFECTED) if share.affected else "",
        frequency=show_amount(share.frequency, FREQUENCY) if share.frequency else "",
        severity=show_amount(share.severity, SEVERITY) if share.severity else "",
        reach=share.reach,
        scale=share.scale,
    )


def _share(population: str, affected: str, frequency: str, severity: str) -> Share:
    try:
        return read_share(population, affected, frequency, severity)
    except Refusal:  # another program wrote what is no amount: it counts as unknown
        return Share(None, None, None, None)
