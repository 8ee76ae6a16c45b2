"""Who is heard and who is not, as a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, heading, page, table


@dataclass(frozen=True, slots=True)
class PersonaLine:
    """One persona. Shares are 0 to 1, None when unknown. heard: the one held against the other, in words."""

    key: str
    name: str
    population_share: float | None
    evidence_share: float | None
    evidence: int
    heard: str


@dataclass(frozen=True, slots=True)
class SingleLine:
    """A problem that one customer alone speaks of. pieces: how many times."""

    key: str
    title: str
    pieces: int
    customer: str


@dataclass(frozen=True, slots=True)
class BiasPage:
    """The view. evidence: the pieces that count; recent, undated, unspoken (for no persona): how many of them are."""

    workspace: str
    personas: tuple[PersonaLine, ...]
    single: tuple[SingleLine, ...]
    evidence: int
    recent: int
    recent_days: int
    undated: int
    unspoken: int


def bias_markdown(bias: BiasPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(bias))


def _parts(bias: BiasPage) -> Iterator[str]:
    yield heading(1, f"{bias.workspace}: who is heard")
    yield bullets(_facts(bias))
    yield heading(2, "Personas")
    if bias.personas:
        header = ("Key", "Persona", "Of the people", "Of the evidence", "Pieces", "Heard")
        yield table(header, map(_persona_cells, bias.personas), "llrrrl")
    else:
        yield "None yet."
    yield heading(2, "Problems that one customer alone speaks of")
    if bias.single:
        yield table(("Key", "Problem", "Pieces", "Customer"), map(_single_cells, bias.single), "llrl")
    else:
        yield "None."


def _facts(bias: BiasPage) -> Iterator[str]:
    yield f"{counted(bias.evidence, 'piece')} of evidence"
    if bias.evidence:
        yield f"{bias.recent / bias.evidence:.0%} from the last {bias.recent_days} days"
    if bias.undated:
        yield f"{bias.undated:,} without a date, taken to be from the day of recording"
    if bias.unspoken:
        yield f"{bias.unspoken:,} for no persona"


def _persona_cells(line: PersonaLine) -> tuple[str, ...]:
    name, heard = escape_inline(line.name), escape_inline(line.heard)
    return line.key, name, _percent(line.population_share), _percent(line.evidence_share), str(line.evidence), heard


def _single_cells(line: SingleLine) -> tuple[str, ...]:
    return line.key, escape_inline(line.title), str(line.pieces), escape_inline(line.customer)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
