"""Where the personas are in a Markdown text, and which of their sections says what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pmtui.importers.fact_tables import take_fact_tables

FIELDS = ("persona", "role", "picture", "quote", "population", "jobs", "pains", "gains", "notes")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_KEYED = re.compile(r"U-\d+ +(?=\S)")
_NUMBERED = re.compile(r"(\d+)[a-z]?[.)]? +(?=\S)")
_COLLECTION = re.compile(r"\b(?:personas|profiles|archetypes|segments)\b", re.IGNORECASE)
_ONLY_PERSONAS = re.compile(r"(?:\w+ )?(?:personas|profiles|archetypes)", re.IGNORECASE)
_FACT = re.compile(
    r"\s*(?:[-*+]\s|(?=\*\*|__))\W*(role|occupation|picture|people|population|quote)\W*:\W*\s(.*)", re.IGNORECASE
)
_BULLET = re.compile(r"\s*[-*+]\s+(.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SECTIONS = {
    "jobs": ("job", "jobs", "jobs to be done", "goal", "goals", "tasks", "responsibilities", "motivations"),
    "pains": ("pain", "pains", "pain points", "frustrations", "challenges", "barriers"),
    "gains": ("gain", "gains", "delights", "needs", "wants", "wishes", "expectations"),
    "quote": ("quote", "in their words"),
    "population": ("people", "population"),
    "picture": ("picture", "bio"),
    "role": ("role", "job title", "occupation"),
}
_FIELD_OF = {word: field for field, words in _SECTIONS.items() for word in words}
_ABOUT = re.compile(r"(?:about|background|who)\b", re.IGNORECASE)
_HEARD = "- Heard: "  # in an export of ours: worked out from the evidence
_OWN_LINKS = ("problems", "evidence")  # in an export of ours: what is linked, and comes in by its own ways


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading outside fences of code. line: its place in the text, from 0."""

    line: int
    level: int
    words: str


def read_personas(text: str, name: str, first_line: int, only_one: bool) -> list[tuple[int, dict[str, str]]]:
    """The personas of a text: the line each begins at and its texts by field.

    They are the headings with our keys, else those numbered 1, 2, 3, else those in the one section called Personas or
    the like, else several top headings, else those right under a title that names personas; failing all of that the
    whole text is one persona. name, only_one: of that one, and whether the
    text is known to be just one. first_line: the number of the text's first line in the file.
    """
    lines = text.split("\n")
    headings = find_headings(lines)
    starts = [] if only_one else _starts(headings)
    if not starts:
        top = headings[:1] if headings and headings[0].level == 1 else []
        called = name if only_one or not top else top[0].words
        return [(first_line, _persona(called, lines, top[0] if top else Heading(-1, 0, ""), headings, len(lines)))]
    found = []
    for start in starts:
        ends = (other.line for other in headings if other.line > start.line and other.level <= start.level)
        end = next(ends, len(lines))
        persona = _persona(_bare(start.words), lines, start, headings, end, own=bool(_KEYED.match(start.words)))
        found.append((first_line + start.line, persona))
    return found


def speaks_of_personas(text: str) -> bool:
    """Whether a heading in a text names personas or the like."""
    return any(_COLLECTION.search(heading.words) for heading in find_headings(text.split("\n")))


def _starts(headings: Sequence[Heading]) -> list[Heading]:
    if keyed := [heading for heading in headings if _KEYED.match(heading.words)]:
        return [heading for heading in keyed if heading.level == keyed[0].level]
    for level in range(1, 7):
        numbered = [heading for heading in headings if heading.level == level and _NUMBERED.match(heading.words)]
        if len(numbered) > 1 and _count_up(numbered):
            return numbered
    sections = [heading for heading in headings if heading.level > 1 and _ONLY_PERSONAS.fullmatch(heading.words)]
    if len(sections) == 1 and (inside := _right_under(sections[0], headings)):
        return inside
    top = [heading for heading in headings if heading.level == 1]
    if len(top) > 1:
        return top
    second = [heading for heading in headings if heading.level == 2]
    return second if top and _COLLECTION.search(top[0].words) else []


def _count_up(numbered: Sequence[Heading]) -> bool:
    """Whether the numbers go 1, 2, 3 as those of a list do, and not 1, 3, 10 as those of years may."""
    counts = [int(match[1]) for heading in numbered if (match := _NUMBERED.match(heading.words))]
    return counts[0] == 1 and all(0 <= after - before <= 1 for before, after in pairwise(counts))


def _right_under(section: Heading, headings: Sequence[Heading]) -> list[Heading]:
    after = [heading for heading in headings if heading.line > section.line]
    inside = takewhile(lambda heading: heading.level > section.level, after)
    return [heading for heading in inside if heading.level == section.level + 1]


def _persona(
    name: str, lines: Sequence[str], start: Heading, headings: Sequence[Heading], end: int, own: bool = False
) -> dict[str, str]:
    """The texts of one persona. own: whether an export of ours is read."""
    inside = [heading for heading in headings if start.line < heading.line < end]
    level = min((heading.level for heading in inside), default=0)
    sections = [heading for heading in inside if heading.level == level]
    first = sections[0].line if sections else end
    persona = {"persona": name}
    head = [line for line in lines[start.line + 1 : first] if not (own and line.startswith(_HEARD))]
    notes = [_head(head, persona)]
    followings = [*(each.line for each in sections[1:]), end]
    for section, following in zip(sections, followings[: len(sections)], strict=True):
        body = "\n".join(lines[section.line + 1 : following]).strip()
        title = section.words.strip().rstrip(":").casefold()
        field = _FIELD_OF.get(title, "")
        if own and title in _OWN_LINKS:
            continue
        if field and not persona.get(field):
            persona[field] = body
        elif own and title == "notes":
            notes.append(body)
        else:
            if _ABOUT.match(title) and not persona.get("role"):
                persona["role"] = _first_words(body)
            notes.append(f"{'#' * section.level} {section.words}\n\n{body}")
    persona["notes"] = "\n\n".join(filter(None, notes))
    return persona


def _head(lines: Sequence[str], persona: dict[str, str]) -> str:
    """Take facts and the quotation out of what stands before the first section. Returns the rest."""
    rest: list[str] = []
    quote: list[str] = []
    facts, others = take_fact_tables(lines)
    for name, value in facts:
        field = _FIELD_OF.get(name.casefold(), "")
        if field and field not in persona:
            persona[field] = value
        else:
            rest.append(f"{name}: {value}")
    for line in others:
        if match := _FACT.fullmatch(line):
            persona.setdefault(_FIELD_OF[match[1].casefold()], _ESCAPED.sub(r"\1", match[2]))
        elif line.startswith(">"):
            quote.append(line[1:].strip())
        else:
            rest.append(line)
    if quote and "quote" not in persona:
        said = quote[: quote.index("")] if "" in quote else quote
        persona["quote"] = _ESCAPED.sub(r"\1", " ".join(line.rstrip("\\") for line in said))
    return "\n".join(rest).strip()


def _first_words(body: str) -> str:
    first = next((line for line in body.split("\n") if line.strip()), "")
    match = _BULLET.fullmatch(first)
    return match[1] if match else first.strip()


def _bare(words: str) -> str:
    return _ESCAPED.sub(r"\1", _NUMBERED.sub("", _KEYED.sub("", words, count=1), count=1))


def find_headings(lines: Sequence[str]) -> list[Heading]:
    """The headings of a text, those in fences of code left out."""
    found: list[Heading] = []
    fence = ""
    for place, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        elif match := _HEADING.fullmatch(line):
            found.append(Heading(place, len(match[1]), _without_closing(match[2].rstrip(" \t"))))
    return found


def _without_closing(words: str) -> str:
    """A heading without the signs that may close it; a sign at the end of a word belongs to the word."""
    bare = words.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else words
