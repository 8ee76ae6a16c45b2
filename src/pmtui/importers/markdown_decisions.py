"""The decisions in a Markdown text: records as Michael Nygard and MADR write them, and pages of our own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pmtui.importers.markdown_personas import Heading, find_headings

FIELDS = (
    "decision", "status", "date", "context", "options", "choice", "reason", "driver", "approver", "contributors",
    "informed", "prediction", "review on", "learned", "probability", "prediction outcome", "reviewed on",
    "decided place", "problems", "evidence", "supersedes",
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
# The ranking is what was known at a moment that is not this workspace's; the other fields stood in another file.
LEFT_OUT = {"the ranking at that moment": "frozen ranking", "other fields": "table of other fields"}
_OWN_FACT = re.compile(r"- (Outcome|Brier score|Decided place|Supersedes|Superseded by): (.*)")
_OUTCOME = re.compile(r"(came true|did not) on (\d{4}-\d{2}-\d{2})")
_PLACE = re.compile(r"#(\d+), ")
_PROBLEM = re.compile(r"- (P-\d+ .*)")
_PIECE = re.compile(r"\*\*(E-\d+)\*\*(?: · .*)?")
_OWN_HEADING = re.compile(r"^( {0,3})(#{2,6})(?= |$)")
_JOINER = "\u2060"  # an export of ours puts it where GitHub would act on words
_KEYED = re.compile(r"D-\d+ +(?=\S)")
_NUMBERED = re.compile(r"\A(?:(?:ADR|RFC)[- ]?)?\d+[.):]? +(?:[-:] +)?(?=\S)", re.IGNORECASE)
_LIKELY = re.compile(r"\A(\d+(?:\.\d+)?%) likely:\s+")
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
            end, title = next(ends, len(lines)), _bare(_KEYED.sub("", start.words, count=1))
            found.append((first_line + start.line, _own_decision(title, lines, start, headings, end)))
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


def _own_decision(
    title: str, lines: Sequence[str], start: Heading, headings: Sequence[Heading], end: int
) -> dict[str, str]:
    """A decision of a page of ours: also what is said there of its prediction, and what it is connected to."""
    inside = [heading for heading in headings if start.line < heading.line < end]
    level = start.level + 1
    sections = [heading for heading in inside if heading.level == level]
    decision = {"decision": title.strip()}
    others: list[str] = []
    for line in lines[start.line + 1 : sections[0].line if sections else end]:
        if match := _OWN_FACT.fullmatch(line):
            decision |= _own_fact(match[1], _bare(match[2]))
        elif not _take_fact(line, decision) and line.strip():
            others.append(line)
    for section, following in zip(sections, [*(each.line for each in sections[1:]), end], strict=True):
        body = lines[section.line + 1 : following]
        word = section.words.strip().casefold()
        if word == "problems":
            decision["problems"] = "\n".join(_bare(match[1]) for line in body if (match := _PROBLEM.fullmatch(line)))
        elif word == "evidence":
            decision["evidence"] = "\n".join(_pieces(body))
        elif field := _FIELD_OF.get(word, ""):
            text = _own_text(body, level)
            if field == "prediction" and (likely := _LIKELY.match(text)):
                decision["probability"], text = likely[1], text[likely.end() :]
            decision[field] = text
        elif word in LEFT_OUT:
            decision[LEFT_OUT[word]] = "\n".join(body)
        else:
            others += [f"# {section.words}", _own_text(body, level)]
    decision["context"] = "\n\n".join(filter(None, (decision.get("context", ""), *others)))
    _settle_names(decision)
    return decision


def _own_fact(name: str, words: str) -> dict[str, str]:
    if name == "Outcome" and (outcome := _OUTCOME.fullmatch(words)):
        return {"prediction outcome": outcome[1], "reviewed on": outcome[2]}
    if name == "Decided place" and (place := _PLACE.match(words)):
        return {"decided place": place[1]}
    return {"supersedes": words} if name == "Supersedes" else {}


def _own_text(body: Sequence[str], level: int) -> str:
    """What the user wrote, without what the export did to it."""
    lines = (_OWN_HEADING.sub(lambda match: f"{match[1]}{match[2][level:] or '#'}", line) for line in body)
    return "\n".join(lines).replace(_JOINER, "").strip()


def _pieces(body: Sequence[str]) -> Iterator[str]:
    """The quoted pieces of evidence: each in one line, its key and its words."""
    words: list[str] = []
    for line in body:
        bare = line.removeprefix(">").strip()
        if match := _PIECE.fullmatch(bare):
            yield f"{match[1]} {_bare(' '.join(words))}"
        if match or not line.startswith(">"):
            words = []
        else:
            words.append(bare.removesuffix("\\"))


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.replace(_JOINER, ""))


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
        if field and not decision.get(field):
            decision[field] = body
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
    rest = (line for line in lines if not _take_fact(line, decision))
    return "\n".join(rest).strip()


def _take_fact(line: str, decision: dict[str, str]) -> bool:
    """Take a line such as `Driver: Ann` into the decision. Returns whether it is one."""
    match = _FACT.fullmatch(line)
    if match is None:
        return False
    field, words = _FACTS[match[1].casefold()], _bare(match[2]).strip()
    if field != "review on" or _DAY.fullmatch(words):
        decision.setdefault(field, words)
    return True


def _settle_names(decision: dict[str, str]) -> None:
    """A decision has one approver: several who decided together are its contributors."""
    for field in ("driver", "approver"):
        if _SEVERAL.search(decision.get(field, "")):
            named = (decision.pop(field).strip("[]"), decision.get("contributors", ""))
            decision["contributors"] = ", ".join(filter(None, named))
