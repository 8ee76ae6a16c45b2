"""What is shown of personas and companies: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.services.detail_views import EvidenceView, LinkView


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """One persona in a list.

    population: as typed. evidence_share: of all evidence that speaks for a persona; population_share: of all people the
    personas stand for, at the middles of their ranges; each 0 to 1, None when unknown. heard: the one held against
    the other, in words.
    """

    id: int
    name: str
    role: str
    population: str
    evidence_count: int
    evidence_share: float | None
    population_share: float | None
    problem_count: int
    heard: str


@dataclass(frozen=True, slots=True)
class PersonaSheet:
    """Everything about one persona.

    scale: of its problems together, None when unknown. Reach has no sum: the same people may have several problems.
    """

    row: PersonaRow
    picture: str
    quote: str
    jobs: str
    pains: str
    gains: str
    notes: str
    problems: tuple[LinkView, ...]
    scale: float | None
    evidence: tuple[EvidenceView, ...]
    created_at: str
    updated_at: str
    source: str
    external_id: str
    custom: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One company in a list. revenue: money a year; size: people."""

    id: int
    name: str
    tier: str
    revenue: float | None
    size: int | None
    evidence_count: int


@dataclass(frozen=True, slots=True)
class CompanySheet:
    """Everything about one company. texts: its fields as they are typed."""

    row: CompanyRow
    texts: Mapping[str, str]
    evidence: tuple[EvidenceView, ...]
    created_at: str
