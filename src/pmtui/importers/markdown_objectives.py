"""Objectives with key results in Markdown: below headings, in lists, and as our own pages have them."""

import re
from collections.abc import Sequence

from pmtui.domain.objective import PILLARS
from pmtui.importers.strategy_draft import KeyResultDraft, ObjectiveDraft

JOINER = "\u2060"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)")
_OBJECTIVE = re.compile(
    r"\A(?:O-\d+\s|(?:objective\s*\d*|O\d+)\s*[:.)–-]|(?:objective\s+\d+|O\d+)\s)\s*(?=\S)", re.IGNORECASE
)
_RESULT = re.compile(
    r"\A(?:K-\d+\s|(?:key result\s*[\d.]*|KR\s*[\d.]*)\s*[:)–-]|(?:key result|KR)\s*\d[\d.]*\s)\s*(?=\S)", re.IGNORECASE
)
_KEYED = re.compile(r"O-\d+ ")
_FACT = re.compile(r"(pillar|grade):[ \t]+(.*)", re.IGNORECASE)
_NUMBER = r"[-+]?\d[\d,]*(?:\.\d+)?"
_WAY = re.compile(
    rf"(?P<before>.*?)\bfrom[ \t]+(?P<baseline>{_NUMBER})[ \t]*%?[ \t]+to[ \t]+(?P<target>{_NUMBER})"
    r"(?:[ \t]*(?P<unit>%|[^\W\d][^,;.(]{0,30}))?"
    rf"(?:[ \t]*[,;(][ \t]*(?:now|currently)[ \t]+(?P<current>{_NUMBER})[ \t]*%?)?[ \t).]*",
    re.IGNORECASE,
)
_SERVES = re.compile(r"(P-\d+) (.*) \(([a-z ]+)\)")
_RULE = re.compile(r"[|:\- \t]*")
_CELL = re.compile(r"(?<!\\)\|")
_COLUMNS = {
    **dict.fromkeys(("key result", "title", "measure"), "title"),
    **dict.fromkeys(("baseline", "start", "from"), "baseline"),
    **dict.fromkeys(("current", "now"), "current"),
    **dict.fromkeys(("target", "goal"), "target"),
    "unit": "unit",
}
_SERVED_BY, _NOT_SERVED = "Served by:", "No problem serves it yet."
_LONGEST_LINE = 2_000


class _Objective:
    """What has been read of one objective. is_ours: whether our own page is read, where other lists are its notes."""

    def __init__(self, heading: str) -> None:
        self.heading = plain(heading)
        self.is_ours = _KEYED.match(self.heading) is not None
        self.facts: dict[str, str] = {}
        self.results: list[KeyResultDraft] = []
        self.problems: list[tuple[str, str, str]] = []
        self.notes: list[str] = []
        self._columns: list[str] = []
        self._names_problems = False

    def read(self, line: str) -> None:
        """Take one line."""
        item = _ITEM.fullmatch(line[:_LONGEST_LINE])
        if line.startswith("|") and self._reads_row(line):
            return
        self._columns = []
        if line.strip() in (_SERVED_BY, _NOT_SERVED):
            self._names_problems = True
        elif item is None or not self._reads_item(plain(item[2])):
            self.notes.append(line)

    def _reads_row(self, line: str) -> bool:
        cells = [plain(cell) for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
        if not self._columns:
            named = [_COLUMNS.get(cell.casefold(), "") for cell in cells]
            self._columns = named if "title" in named else []
            return bool(self._columns)
        texts = {name: cell for name, cell in zip(self._columns, cells, strict=False) if name and cell}
        title = texts.pop("title", "")
        if title and not _RULE.fullmatch(line):
            self.results.append(KeyResultDraft(title, texts))
        return True

    def _reads_item(self, words: str) -> bool:
        fact, serves = _FACT.fullmatch(words), _SERVES.fullmatch(words)
        if fact and not any(line.strip() for line in self.notes):
            self.facts.setdefault(fact[1].casefold(), fact[2].strip())
        elif serves and (self._names_problems or not self.is_ours):
            self.problems.append((serves[1], serves[2], serves[3]))
        elif not self.is_ours:
            self.results.append(read_key_result(words))
        else:
            return False
        return True


def read_objective(heading: str, lines: Sequence[str]) -> ObjectiveDraft:
    """The objective below a heading: its facts, its key results in a table or a list, and the rest as notes."""
    found = _Objective(heading)
    for line in lines:
        found.read(line)
    title = _OBJECTIVE.sub("", found.heading, count=1)
    pillar = found.facts.get("pillar", "").casefold()
    if pillar and pillar not in PILLARS:
        found.notes.insert(0, f"Pillar: {found.facts['pillar']}\n")
        pillar = ""
    notes = "\n".join(found.notes).replace(JOINER, "").strip()
    return ObjectiveDraft(title, pillar, notes, tuple(found.results), tuple(found.problems))


def read_list(lines: Sequence[str]) -> tuple[list[ObjectiveDraft], list[str]]:
    """The objectives of a list, each with its key results indented below it; and the lines that are no part of it."""
    found: list[tuple[str, list[str]]] = []
    rest: list[str] = []
    for line in lines:
        item = _ITEM.fullmatch(line[:_LONGEST_LINE])
        if item and not item[1]:
            found.append((item[2], []))
        elif found and (item or line.startswith((" ", "\t"))):
            found[-1][1].append(line)
        else:
            rest.append(line)
    return [read_objective(heading, below) for heading, below in found], rest


def read_key_result(words: str) -> KeyResultDraft:
    """A key result of one line, such as `Visits on time: from 58 to 80 % (now 71)`."""
    bare = _RESULT.sub("", words, count=1) or words
    way = _WAY.fullmatch(bare)
    before = way["before"].strip(" \t:,(–-") if way else ""
    if way is None or not before:
        return KeyResultDraft(bare)
    named = {name: (way[name] or "").strip() for name in ("unit", "baseline", "target", "current")}
    return KeyResultDraft(before, {name: text for name, text in named.items() if text})


def plain(text: str) -> str:
    """One line of Markdown as it reads: without escapes and bold or italic signs around it."""
    words = text.replace(JOINER, "").strip()
    for sign in ("**", "__", "*", "_"):
        inside = words[len(sign) : -len(sign)]
        if inside and words == f"{sign}{inside}{sign}" and not inside.endswith("\\"):
            words = inside
    return _ESCAPED.sub(r"\1", words).strip()
