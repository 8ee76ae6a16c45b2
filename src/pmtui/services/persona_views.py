"""What is shown of personas and companies: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmtui.domain.estimate import Amount
from pmtui.services.detail_views import EvidenceView


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
class LinkView:
    """A persona and a problem it has, seen from either side: id and title are those of the other one.

    affected, frequency, severity: in words, "" when unknown. reach: people; scale: pain a month; None when unknown.
    """

    id: int
    title: str
    affected: str
    frequency: str
    severity: str
    reach: float | None
    scale: float | None


@dataclass(frozen=True, slots=True)
class PersonaSheet:
    """Everything about one persona. reach, scale: of its problems together, None when unknown."""

    row: PersonaRow
    picture: str
    quote: str
    jobs: str
    pains: str
    gains: str
    notes: str
    problems: tuple[LinkView, ...]
    reach: float | None
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


@dataclass(frozen=True, slots=True)
class ProblemPersonas:
    """The personas that have a problem.

    reach: of all of them as an estimate, and in words; None and "" when unknown. scale: pain a month, None when
    unknown. disagrees: whether the problem's estimate of reach was taken from them and they say something else now.
    """

    links: tuple[LinkView, ...]
    reach: Amount | None
    reach_text: str
    scale: float | None
    disagrees: bool
