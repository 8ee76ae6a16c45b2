"""The decisions in a Markdown text: records as Michael Nygard and MADR write them, and pages of our own."""

import re
from collections.abc import Mapping, Sequence

from pmtui.importers.markdown_personas import Heading, find_headings

FIELDS = (
    "decision", "status", "date", "context", "options", "choice", "reason", "driver", "approver", "contributors",
    "informed", "prediction", "review on", "learned",
)  # fmt: skip
_SECTIONS = {
    "context": ("context", "context and problem statement", "background", "problem", "problem statement", "issue"),
    "options": ("options", "considered options", "options considered", "alternatives", "alternatives considered"),
    "choice": ("choice", "decision", "decision outcome"),
    "reason": ("reason", "rationale", "justification", "decision drivers", "why"),
    "prediction": ("prediction",),
    "learned": ("learned", "lessons learned"),
    "status": ("status",),
    "date": ("date",),
}
_FIELD_OF = {word: field for field, words in _SECTIONS.items() for word in words}
_CONSEQUENCES = ("consequences", "positive consequences", "negative consequences", "implications")
_FACTS = {
    "status": "status",
    "date": "date",
    "decided": "date",
    "driver": "driver",
    "approver": "approver",
    "deciders": "approver",
    "decision-makers": "approver",
    "contributors": "contributors",
    "consulted": "contributors",
    "informed": "informed",
    "review": "review on",
}
# No two repetitions that follow each other take the same character: a long line would take for ever.
_FACT = re.compile(rf"\W*({'|'.join(_FACTS)})[^\w:]*:[^\w\s]*\s(.*)", re.IGNORECASE)
_OWN = ("problems", "evidence", "the ranking at that moment", "other fields")  # linked, or worked out anew
_OWN_FACT = re.compile(r"\s*[-*+]\s+(?:Brier score|Decided place|Supersedes|Superseded by): ")
_KEYED = re.compile(r"D-\d+ +(?=\S)")
_NUMBERED = re.compile(r"\A(?:(?:ADR|RFC)[- ]?)?\d+[.):]? +(?:[-:] +)?(?=\S)", re.IGNORECASE)
_LIKELY = re.compile(r"\A\d+% likely:\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SEVERAL = re.compile(r"[,;/&]|\band\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_decisions(text: str, front: Mapping[str, str], name: str, first_line: int) -> list[tuple[int, dict[str, str]]]:
    """The decisions of a text: the line each begins at and its texts by field; none where it holds no such record.

    They are the headings with our keys, else the whole text is one. front: its front matter. name: of one without a
    title. first_line: the number of the text's first line in the file.
    """
    lines = text.split("\n")
    headings = find_headings(lines)
    keyed = [heading for heading in headings if _KEYED.match(heading.words)]
    if starts := [heading for heading in keyed if heading.level == keyed[0].level]:
        found = []
        for start in starts:
            ends = (other.line for other in headings if other.line > start.line and other.level <= start.level)
            title = _ESCAPED.sub(r"\1", _KEYED.sub("", start.words, count=1))
            found.append((first_line + start.line, _decision(title, lines, start, headings, next(ends, len(lines)))))
        return found
    top = next((heading for heading in headings if heading.level == 1), None)
    title = front.get("title", "") or (_NUMBERED.sub("", top.words, count=1) if top is not None else name)
    decision = _decision(title, lines, top or Heading(-1, 0, ""), headings, len(lines))
    for word, field in _FACTS.items():
        if front.get(word) and not decision.get(field):
            decision[field] = front[word]
    _settle_names(decision)
    is_record = decision.get("choice") and any(decision.get(field) for field in ("status", "date", "context"))
    return [(first_line + (top.line if top is not None else 0), decision)] if is_record else []


def _decision(
    title: str, lines: Sequence[str], start: Heading, headings: Sequence[Heading], end: int
) -> dict[str, str]:
    inside = [heading for heading in headings if start.line < heading.line < end]
    level = min((heading.level for heading in inside), default=0)
    sections = [heading for heading in inside if heading.level == level]
    decision = {"decision": title.strip()}
    head = _head(lines[start.line + 1 : sections[0].line if sections else end], decision)
    followings = [*(each.line for each in sections[1:]), end]
    others = [head] if head else []
    consequences: list[str] = []
    for section, following in zip(sections, followings[: len(sections)], strict=True):
        body = "\n".join(lines[section.line + 1 : following]).strip()
        word = section.words.strip().rstrip(":").casefold()
        field = _FIELD_OF.get(word, "")
        if word in _OWN:
            continue
        if field and not decision.get(field):
            decision[field] = _LIKELY.sub("", body, count=1) if field == "prediction" else body
        elif body:
            (consequences if word in _CONSEQUENCES else others).append(f"{'#' * level} {section.words}\n\n{body}")
    # What follows from a choice belongs to it; what has no field of its own is part of how it came about.
    decision["choice"] = "\n\n".join(filter(None, (decision.get("choice", ""), *consequences)))
    decision["context"] = "\n\n".join(filter(None, (decision.get("context", ""), *others)))
    decision["status"] = " ".join(decision.get("status", "").split())
    _settle_names(decision)
    return decision


def _head(lines: Sequence[str], decision: dict[str, str]) -> str:
    """Take facts out of what stands before the first section. Returns the rest."""
    rest = []
    for line in lines:
        if match := _FACT.fullmatch(line):
            field, words = _FACTS[match[1].casefold()], _ESCAPED.sub(r"\1", match[2]).strip()
            if field != "review on" or _DAY.fullmatch(words):
                decision.setdefault(field, words)
        elif not _OWN_FACT.match(line):
            rest.append(line)
    return "\n".join(rest).strip()


def _settle_names(decision: dict[str, str]) -> None:
    """A decision has one approver: several who decided together are its contributors."""
    for field in ("driver", "approver"):
        if _SEVERAL.search(decision.get(field, "")):
            named = (decision.pop(field).strip("[]"), decision.get("contributors", ""))
            decision["contributors"] = ", ".join(filter(None, named))
