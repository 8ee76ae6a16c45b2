"""The evidence of one problem with its quotes and sources, as a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, heading, page, quote, table


@dataclass(frozen=True, slots=True)
class PieceLine:
    """One piece of evidence. quotes: what was marked in it, or its whole text. facts: its source, as far as known."""

    key: str
    quotes: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """The evidence of a problem. parts: by type, what it adds to the confidence and the keys of the pieces that do."""

    key: str
    title: str
    confidence: float
    ladder: int
    parts: tuple[tuple[str, float, tuple[str, ...]], ...]
    undated: tuple[str, ...]
    customers: int
    pieces: tuple[PieceLine, ...]


def evidence_markdown(evidence: EvidencePage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(evidence))


def _parts(evidence: EvidencePage) -> Iterator[str]:
    yield heading(1, f"{evidence.key} {evidence.title}: evidence")
    if not evidence.pieces:
        yield "None yet."
        return
    count = f"{counted(len(evidence.pieces), 'piece')} from {counted(evidence.customers, 'customer')}"
    facts = [count, f"Confidence {evidence.confidence:.2f} of 10, by version {evidence.ladder} of the ladder"]
    if evidence.undated:
        facts.append(f"Without a date, counted from the day of recording: {', '.join(evidence.undated)}")
    yield bullets(facts)
    rows = ((escape_inline(name), f"{points:.2f}", ", ".join(keys)) for name, points, keys in evidence.parts)
    yield table(("Type", "Adds", "Pieces"), rows, "lrl")
    for piece in evidence.pieces:
        facts_of_piece = (escape_inline(fact) for fact in piece.facts if fact)
        yield quote("\n\n".join(piece.quotes), " · ".join([f"**{piece.key}**", *facts_of_piece]))
