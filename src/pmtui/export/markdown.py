"""Markdown for GitHub, written so that words from outside stay words.

The rules are those of CommonMark 0.31 and GitHub Flavored Markdown 0.29. Where GitHub acts on text even if it is
escaped (mentions, mail addresses, emoji codes), an invisible word joiner keeps it from seeing one. Doubled signs that
Obsidian takes for a comment or a highlight (%%, ==) are escaped too.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote as percent_encoded

from pmtui.domain.text import shown_block, shown_line

JOINER = "\u2060"
_ACTED_UPON = re.compile(r"@(?=[A-Za-z0-9])|:(?=\d*[A-Za-z_+-][\w+-]*:)")
_SPECIAL = re.compile(
    r"[\\`*_\[\]<|~$]|&(?=#?\w+;)|(?<!\S)#|(?<=\])\(|(?<=\bwww)\.|:(?=//)|([%=])(?=\1)|(?<=%)%|(?<==)="
)
_LINE_START = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))|(?=>|[-+](?:\s|$)|-+$|=+$)")
# Most words there are: nothing in them is Markdown, and it costs less to see that than to look for each thing in turn.
_PLAIN_LETTERS = "A-Za-z0-9\u00c0-\u024f"
_PLAIN_WORDS = f"[{_PLAIN_LETTERS} ,;.'?!%/()\u00b7\u2013\u2014\u2018-\u201d\u2026\u20ac-]*"
_PLAIN = re.compile(rf"(?!\d+[.)](?:\s|$))[{_PLAIN_LETTERS}]{_PLAIN_WORDS}(?:: {_PLAIN_WORDS})*")
_WEB_ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_ALIGNMENTS = {"l": "---", "r": "---:"}


def escape_inline(text: str) -> str:
    """Any text as one line that reads word for word the same in a paragraph, heading, list item or table cell."""
    line = text.strip(" ")
    if not line or _is_plain(line):
        return line
    line = shown_line(line).strip()
    line = _ACTED_UPON.sub(rf"\g<0>{JOINER}", line)
    line = _SPECIAL.sub(r"\\\g<0>", line)
    start = _LINE_START.match(line)
    return f"{line[: start.end()]}\\{line[start.end() :]}" if start else line


escape_label = lru_cache(maxsize=2000)(escape_inline)
"""The same for words that come again and again, such as the name of a source: it remembers them."""


def _is_plain(line: str) -> bool:
    """Whether a line is plain words for sure, which are the same with everything escaped."""
    return _PLAIN.fullmatch(line) is not None and "www." not in line and "%%" not in line


def heading(level: int, text: str) -> str:
    """A heading of a level from 1 to 6."""
    return f"{'#' * level} {escape_inline(text)}"


def link(text: str, address: str) -> str:
    """A link to a web or mail address; with any other address the text stands alone."""
    shown = shown_line(address).strip()
    if not _WEB_ADDRESS.match(shown):
        return escape_inline(text)
    target = percent_encoded(shown, safe="%/:=&?~#+!$,;'@()*[]").replace("&", "&amp;")
    return f"[{escape_inline(text)}](<{target}>)"


def code(text: str) -> str:
    """One line as code, word for word."""
    line = shown_line(text).strip()
    ticks = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return f"{ticks} {line} {ticks}" if "`" in line else f"{ticks}{line}{ticks}"


def quote(words: str, attribution: str) -> str:
    """Someone's words as a quotation, line for line, and a finished line that says whose they are."""
    if _is_plain(words):
        return f"> {words.strip()}\n>\n> {attribution}".rstrip()
    lines = [escape_inline(line) for line in shown_block(words).strip().split("\n")]
    # A backslash at the end of a line keeps the next one from running on.
    broken = [f"{line}\\" if line and after else line for line, after in pairwise(lines)]
    return "\n".join(f"> {line}".rstrip() for line in (*broken, lines[-1], "", attribution))


def in_quote(markdown: str) -> str:
    """Finished Markdown as a quotation: nothing in it reaches beyond its end."""
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def bullets(items: Iterable[str]) -> str:
    """A list of finished lines."""
    return "\n".join(f"- {item}" for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], alignments: str) -> str:
    """A table of finished cells. alignments: a letter a column, l or r."""
    rule = [_ALIGNMENTS[letter] for letter in alignments]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def page(parts: Iterable[str]) -> str:
    """A whole document from its parts, the empty ones left out, with one newline at its end."""
    return "\n\n".join(part for part in parts if part) + "\n"
