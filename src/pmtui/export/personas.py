"""Personas as pages: one with everything known about it, or all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmtui.domain.text import counted, with_thousands
from pmtui.export.links import LinkLine, link_table
from pmtui.export.markdown import bullets, escape_inline, heading, page, quote, table
from pmtui.export.user_markdown import escape_block, listed


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A piece of evidence that speaks for the persona. words: its quote, or its text."""

    key: str
    words: str
    kind: str = ""
    author: str = ""
    company: str = ""
    source: str = ""
    occurred_on: str = ""


@dataclass(frozen=True, slots=True)
class PersonaPage:
    """The persona. Shares are 0 to 1, None when unknown; jobs, pains, gains and notes are the user's Markdown."""

    key: str
    name: str
    role: str = ""
    picture: str = ""
    quote: str = ""
    population: str = ""
    population_share: float | None = None
    evidence_share: float | None = None
    evidence_count: int = 0
    heard: str = ""
    jobs: str = ""
    pains: str = ""
    gains: str = ""
    notes: str = ""
    problems: tuple[LinkLine, ...] = ()
    scale: float | None = None
    evidence: tuple[PieceLine, ...] = ()
    custom: tuple[tuple[str, str], ...] = ()


def persona_markdown(persona: PersonaPage) -> str:
    """One persona as a page of its own; the same bytes for the same values."""
    return page(_parts(persona, 1))


def personas_markdown(workspace: str, personas: Sequence[PersonaPage]) -> str:
    """All personas on one page, a table of them first; the same bytes for the same values."""
    return page([*_index(workspace, personas), *(part for persona in personas for part in _parts(persona, 2))])


def persona_index_markdown(workspace: str, personas: Sequence[PersonaPage]) -> str:
    """The table of all personas alone, which have pages of their own."""
    return page(_index(workspace, personas))


def _index(workspace: str, personas: Sequence[PersonaPage]) -> Iterator[str]:
    yield heading(1, f"{workspace}: personas")
    if not personas:
        yield "None yet."
        return
    header = ("Key", "Persona", "Role", "People", "Share", "Evidence", "Share", "Heard", "Problems")
    yield table(header, map(_cells, personas), "lllrrrrlr")


def _cells(persona: PersonaPage) -> tuple[str, ...]:
    return (
        escape_inline(persona.key),
        escape_inline(persona.name),
        escape_inline(persona.role),
        escape_inline(with_thousands(persona.population)),
        _percent(persona.population_share),
        str(persona.evidence_count),
        _percent(persona.evidence_share),
        escape_inline(persona.heard),
        str(len(persona.problems)),
    )


def _parts(persona: PersonaPage, level: int) -> Iterator[str]:
    yield heading(level, f"{persona.key} {persona.name}")
    yield bullets(_facts(persona))
    if persona.quote:
        yield quote(persona.quote, escape_inline(persona.name))
    for name in ("jobs", "pains", "gains"):
        if text := getattr(persona, name).strip():
            yield heading(level + 1, name.capitalize())
            yield escape_block(listed(text), below=level + 1)
    yield heading(level + 1, "Problems")
    if persona.problems:
        yield link_table("Problem", persona.problems, "", persona.scale)
    else:
        yield "None yet."
    yield heading(level + 1, "Evidence")
    shown = len(persona.evidence)
    extent = counted(persona.evidence_count, "piece") if persona.evidence_count else "None yet"
    yield f"{extent}, {shown} shown." if shown < persona.evidence_count else f"{extent}."
    for piece in persona.evidence:
        yield quote(piece.words, _attribution(piece))
    if persona.notes.strip():
        yield heading(level + 1, "Notes")
        yield escape_block(persona.notes, below=level + 1)
    if persona.custom:
        yield heading(level + 1, "Other fields")
        yield table(("Field", "Value"), (tuple(map(escape_inline, pair)) for pair in persona.custom), "ll")


def _facts(persona: PersonaPage) -> Iterator[str]:
    shares = ((persona.population_share, "people"), (persona.evidence_share, "evidence"))
    known = ", ".join(f"{_percent(share)} of the {what}" for share, what in shares if share is not None)
    heard = f"{persona.heard}: {known}" if persona.heard else ""
    named = (
        ("Role", persona.role),
        ("Picture", persona.picture),
        ("People", with_thousands(persona.population)),
        ("Heard", heard),
    )
    for name, value in named:
        if value:
            yield f"{name}: {escape_inline(value)}"


def _attribution(line: PieceLine) -> str:
    who = f"{line.author} ({line.company})" if line.author and line.company else line.author or line.company
    facts = (who, line.kind, line.source, line.occurred_on[:10])
    return " · ".join([f"**{escape_inline(line.key)}**", *(escape_inline(fact) for fact in facts if fact)])


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
