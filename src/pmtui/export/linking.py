"""Keys in finished pages made into links, so that a folder of pages can be walked from any of them to any other."""

import re
from collections.abc import Callable, Iterable

# What may hold a key that is not to be touched: code, links, addresses. What remains of a line is plain words.
_SKIPPED = r"(`+)(?:(?!\1).)*\1|!?\[(?:\\.|[^\]\\])*\]\([^)]*\)|<[^>\s]*>|(?:https?:|www\.)\S+"
_KEY = re.compile(rf"{_SKIPPED}|(?<![\w/.#-])(?P<key>[A-Z]-[1-9][0-9]*)(?![\w-])")
# The first letter is looked for before what stands before it: most of a line is then passed over at once.
_PLAIN_KEY = re.compile(r"(?P<key>[A-Z](?<![\w/.#-][A-Z])-[1-9][0-9]*)(?![\w-])")
_MAY_HOLD_KEY = re.compile("[A-Z]-[1-9]")  # most lines don't, and it costs less to see that
_FENCE = re.compile(r"(?:> ?)* {0,3}(`{3,}|~{3,})")
_LEFT_ALONE = re.compile(r"#|(?:> ?)* {0,3}\[[^\]]+\]:")  # headings, and the addresses of links
_INDENTED = re.compile(r"    | {0,3}\t")  # code, unless it stands in a list
_SIGNS_OF_CODE = ("```", "~~~", "    ", "\t")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")


def linked(markdown: str, here: str, place_of: Callable[[str], str | None]) -> str:
    """A page with each key made a link to the page of its record; what a reader sees stays word for word the same.

    here: the page's own place in the folder. place_of: the place of a record's page, perhaps with an anchor, by key;
    None for one that is not there. Headings keep their words, so that links to them stay the same.
    """
    up = "../" * here.count("/")

    def link(match: re.Match[str]) -> str:
        key = match["key"]
        place = place_of(key) if key else None
        if place is None or place == here:
            return match[0]
        return f"[{key}]({up}{place})"

    lines = markdown.split("\n")
    code = _lines_of_code(lines) if any(sign in markdown for sign in _SIGNS_OF_CODE) else set()
    for number, line in enumerate(lines):
        if "-" in line and _MAY_HOLD_KEY.search(line) and number not in code and not _LEFT_ALONE.match(line):
            keys = _KEY if "[" in line or "`" in line or "<" in line or "http" in line or "www." in line else _PLAIN_KEY
            lines[number] = keys.sub(link, line)
    return "\n".join(lines)


def _lines_of_code(lines: Iterable[str]) -> set[int]:
    """The places of the lines that are code: between fences, or indented and not in a list."""
    code = set[int]()
    fence, unindented = "", ""
    for number, line in enumerate(lines):
        marks = _FENCE.match(line)
        indented = bool(_INDENTED.match(line))
        if line and not indented:
            unindented = line
        if fence or marks or (indented and not _ITEM.match(unindented)):
            code.add(number)
        if marks and not fence:
            fence = marks[1]
        elif marks and marks[1].startswith(fence):
            fence = ""
    return code
