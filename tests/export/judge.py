"""Reads exported Markdown as GitHub would, with nothing switched off that could do harm."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pmtui.domain.text import shown_line
from pmtui.export.markdown import JOINER

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
READER.validateLink = lambda url: True  # type: ignore[method-assign]  # so that a dangerous link is seen as one
HARMLESS_SCHEMES = {"", "http", "https", "mailto"}

HOSTILE = (
    "[/]", "[ABC-123] fix", "[x] done", "[@click=app.quit]q[/]", "[link=https://x]y[/]", "| pipe | table", "a | b",
    "\\|",
    "`", "``", "`code` ` x", "# heading", "## x ##", "x #", "#12", "<script>alert(1)</script>", "<img src=x onerror=y>",
    "<!-- open", "<https://x.test>", "a < b > c", "&lt;b&gt; &amp; R&D &#35; &copy;", "[x](javascript:alert(1))",
    "[x]( data:text/html,x)", "![x](http://t.test/p.png)", "[a]: javascript:x", "[[wiki]]", "[^1]", "---", "===", "***",
    "___", "- x", "-", "+ x", "* x", "1. x", "1) x", "1.", "2026. A year", "> quoted", ">", "~~gone~~", "~root",
    "**bold** _it_ __init__ snake_case", "*", "http://x.test/a_b", "www.x.test", "ftp://x.test", "me@x.test",
    "@mention",
    "a @org/team b", ":smile: :+1: :white_check_mark:", "10:30:00", "$x$ and $5", "tail\\", "tail \\", "\\", "\\`x\\`",
    "line\nbreak", "tab\there", "    four spaces", "\t- x", "a\r\n# b", "a\u2028# b", "\x1b]0;T\x07", "a\0b", "\x9b31m",
    "\u202etxt.exe", "e" + "\u0301" * 9, "👩‍👩‍👧‍👦 ok", "🧹", "=1+1", "{{x}}", "%PATH%", "```", "~~~ x",
    "--- \nevil: true\n---",
    "<details>", "</td>", "\ufeffx", "x" * 3000, "", " ", "\u00a0x\u3000",
)  # fmt: skip

titles = st.one_of(
    st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join),
    st.text(st.sampled_from("\\`*_[]()<>|~$#&!-+=.:;@/w1aA \t\n\"'^%{}"), max_size=30),
    st.text(max_size=30),
).map(lambda title: title.replace(JOINER, ""))


def shown(title: str) -> str:
    """What a reader should see of a title."""
    return shown_line(title).strip().replace(JOINER, "")


def parsed(markdown: str) -> list[Token]:
    """All block tokens."""
    return READER.parse(markdown)


def pieces(markdown: str) -> Iterator[Token]:
    """All tokens, also those inside lines and inside the texts of images."""
    waiting = parsed(markdown)
    while waiting:
        token = waiting.pop(0)
        yield token
        waiting = [*(token.children or []), *waiting]


def kinds(markdown: str) -> set[str]:
    """The types of all tokens."""
    return {token.type for token in pieces(markdown)}


def words(inline: Token) -> str:
    """The text of a line as a reader sees it."""
    breaks = ("softbreak", "hardbreak")
    said = "".join("\n" if token.type in breaks else token.content for token in inline.children or [])
    return said.replace(JOINER, "")


def lines_in(markdown: str, opening: str) -> list[str]:
    """The words right inside each token of a type, such as th_open or heading_open."""
    tokens = parsed(markdown)
    return [words(after) for token, after in pairwise(tokens) if token.type == opening]


def headings(markdown: str) -> list[tuple[int, str]]:
    """Level and words of the headings that stand in no list or quotation."""
    tokens = parsed(markdown)
    return [
        (int(token.tag[1]), words(after))
        for token, after in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0
    ]


def items(markdown: str) -> list[str]:
    """The words of each item of a list."""
    tokens = parsed(markdown)
    return [words(tokens[index + 2]) for index, token in enumerate(tokens) if token.type == "list_item_open"]


def rows(markdown: str) -> list[list[str]]:
    """The words in the cells of every table, row by row, headers included."""
    found: list[list[str]] = []
    tokens = parsed(markdown)
    for token, after in pairwise(tokens):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("th_open", "td_open"):
            found[-1].append(words(after))
    return found


def harms(markdown: str) -> list[str]:
    """Raw HTML, and links and images that lead to a dangerous place."""
    found = []
    for token in pieces(markdown):
        if token.type in ("html_inline", "html_block"):
            found.append(token.content)
        target = str(token.attrs.get("href") or token.attrs.get("src") or "")
        scheme = re.match(r"[\s\x00-\x1f]*([A-Za-z][A-Za-z0-9+.-]*):", target)
        if scheme and scheme[1].lower() not in HARMLESS_SCHEMES:
            found.append(target)
    return found
