"""Pieces of evidence as Markdown, each whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, escape_inline, escape_label, heading, page, quote


@dataclass(frozen=True, slots=True)
class PieceOfEvidence:
    """One piece. words: its text, whole. facts: whose words they are, and when. problems: keys with titles."""

    key: str
    words: str
    marked: str
    facts: Sequence[str]
    problems: Sequence[str]


def pieces_page(title: str, pieces: Sequence[PieceOfEvidence]) -> str:
    """A page of pieces, each word for word with its source."""
    return page([heading(1, title), f"{counted(len(pieces), 'piece')} of evidence.", *_pieces(pieces)])


def piece_page(piece: PieceOfEvidence) -> str:
    """A page about one piece."""
    return page([heading(1, f"Evidence {piece.key}"), *_piece(piece)])


def _pieces(pieces: Iterable[PieceOfEvidence]) -> Iterable[str]:
    for piece in pieces:
        yield heading(2, piece.key)
        yield from _piece(piece)


def _piece(piece: PieceOfEvidence) -> Iterable[str]:
    yield quote(piece.words, escape_label(" · ".join(piece.facts)))
    if piece.marked:
        yield f"**Quote:** {escape_inline(piece.marked)}"
    yield bullets(escape_inline(problem) for problem in piece.problems)
