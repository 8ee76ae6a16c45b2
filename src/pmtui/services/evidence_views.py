"""What lists and sheets of evidence show: frozen values ready to be shown or printed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which evidence a list shows, in what order and under which headings.

    words: words the text, source or author must hold, and fields, as domain.search_query has them; #tag is a tag.
    state: "open" (not connected, dismissed or merged), "connected", "dismissed", "duplicate" or "all"; a field "is:" in
    words takes its place. source, kind, type, persona, company, tag, since: "" for any. order: "newest", "oldest",
    "source" or "key". group: "", "source", "kind", "type" or "persona".
    """

    words: str = ""
    state: str = "open"
    source: str = ""
    kind: str = ""
    type: str = ""
    persona: str = ""
    company: str = ""
    tag: str = ""
    since: str = ""
    order: str = "newest"
    group: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece in a list.

    words: its quote, or the first line of its text. day: ISO 8601 date or moment it was said, else added. customer:
    company, else author, else source. problems: how many it is connected to.
    """

    id: int
    words: str
    kind: str
    day: str
    customer: str
    problems: int
    dismissed_reason: str
    duplicate_of: int | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """What a screen of evidence begins with: the first numbers with their headings, and the rows of these numbers."""

    entries: tuple[int | str, ...]
    rows: Mapping[int, EvidenceRow]


@dataclass(frozen=True, slots=True)
class EvidenceSheet:
    """Everything about one piece.

    highlights: the fragments marked in its text, word for word. problems: number and title of those it is connected to.
    persona, company: their names. origin: where it was imported from.
    """

    id: int
    text: str
    quote: str
    highlights: tuple[str, ...]
    kind: str
    evidence_type: str
    source: str
    url: str
    author: str
    occurred_on: str
    persona: str
    company: str
    dismissed_reason: str
    duplicate_of: int | None
    tags: tuple[str, ...]
    problems: tuple[tuple[int, str], ...]
    custom: tuple[tuple[str, str], ...]
    created_at: str
    origin: str


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What a filter of evidence can choose from: each with how many pieces have it, the most used first."""

    sources: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    personas: tuple[tuple[int, str], ...]
