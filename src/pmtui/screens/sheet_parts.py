"""What the sheets of all records are put together from: lines of a given width."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from pmtui.domain.keys import Key, evidence_key
from pmtui.screens.dates import day
from pmtui.services.detail_views import EvidenceView
from pmtui.widgets.text import fit, line_content, lines_of, wrap_lines

CHARACTERS_SHOWN, LINES_SHOWN, QUOTE_LINES = 10_000, 100, 4


def titled(key: Key, title: str, width: int) -> Iterator[Content]:
    """A key and its title, on up to three lines."""
    first, *more = wrap_lines(title, max(8, width - len(str(key)) - 1), 3)
    yield Content.assemble((str(key), "bold $accent"), " ", line_content(first, "bold $strong"))
    for line in more:
        yield Content.assemble(" " * (len(str(key)) + 1), line_content(line, "bold $strong"))


def block(name: str, text: str, width: int) -> Iterator[Content]:
    """A text under its name; nothing where there is none."""
    if not text:
        return
    yield Content.styled(name.capitalize(), "bold $strong")
    for line in lines_of(text[:CHARACTERS_SHOWN], width)[:LINES_SHOWN]:
        yield line_content(line)


def quoted(piece: EvidenceView, width: int, now: date) -> Iterator[Content]:
    """A piece of evidence: its key, where it comes from, and its words."""
    key = str(evidence_key(piece.id))
    facts = (piece.kind, day(piece.occurred_on, now), piece.company or piece.author or piece.source)
    about = fit(" · ".join(filter(None, facts)), max(0, width - len(key) - 1))
    yield Content.assemble((key, "$accent"), " ", line_content(about, "$muted"))
    for line in wrap_lines(f"“{piece.words}”", max(8, width - 2), QUOTE_LINES):
        yield Content.assemble("  ", line_content(line, "italic"))


def joined(*parts: Iterable[Content]) -> Content:
    """The parts that have lines, with an empty line between them."""
    lines: list[Content] = []
    for part in parts:
        if found := list(part):
            lines += [Content(""), *found] if lines else found
    return Content("\n").join(lines)
