"""Jira's wiki markup as Markdown: what people use most of it. What is not known stays as it is."""

import re

_FENCE = re.compile(r"(?<!\{)\{(code|noformat)(?::[^{}]{0,80})?\}(?!\})")
_QUOTE = re.compile(r"(?<!\{)\{quote\}(?!\})")
_HEADING = re.compile(r"^h([1-6])\.\s+", re.MULTILINE)
_BULLETS = re.compile(r"^([*#-]{1,9})[ \t]+", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]|\n]+)\|([^\[\]|\s]+)(?:\|[^\[\]\n]*)?\]")
_BARE_LINK = re.compile(r"\[((?:https?://|mailto:)[^\[\]|\s]+)\]")
_MENTION = re.compile(r"\[~(?:accountid:)?[^\[\]\n]+\]")
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_STRUCK = re.compile(r"(?<![\w-])-(?=[^\s-])([^-\n]+?)(?<=[^\s-])-(?![\w-])")
_MONOSPACE = re.compile(r"\{\{([^{}\n]+)\}\}")
_DECORATION = re.compile(r"\{(?:color|panel)(?::[^{}]{0,200})?\}")
_IMAGE = re.compile(r"!([^!\s|]{1,200}\.\w{2,5})(?:\|[^!\n]{0,200})?!")
_HEAD_ROW = re.compile(r"^\|\|(.+?)\|\|[ \t]*$", re.MULTILINE)
# Most texts have none of it.
_MARK = re.compile(r"[*#{\[!]|\|\||-\S|^-|^h[1-6]\.", re.MULTILINE)


def jira_to_markdown(text: str) -> str:
    """Markdown with the same headings, lists, code, quotes, links and emphasis."""
    if not _MARK.search(text):
        return text
    parts = []
    # Text, kind of fence, text, kind of fence, ...: every second text stands inside a fence.
    pieces = _FENCE.split(text)[::2]
    for number, piece in enumerate(pieces):
        inside = number % 2 == 1 and number + 1 < len(pieces)
        parts.append("```\n" + piece.strip("\n") + "\n```" if inside else _quoted(piece))
    return "".join(parts)


def _quoted(text: str) -> str:
    pieces = _QUOTE.split(text)
    for number in range(1, len(pieces) - 1, 2):
        pieces[number] = "\n".join(f"> {line}" for line in pieces[number].strip().split("\n"))
    return "".join(map(_inline, pieces))


def _inline(text: str) -> str:
    text = _BULLETS.sub(_list_mark, text)
    text = _HEADING.sub(lambda heading: "#" * int(heading[1]) + " ", text)
    text = _MENTION.sub("@someone", text)
    text = _LINK.sub(r"[\1](\2)", text)
    text = _BARE_LINK.sub(r"<\1>", text)
    text = _IMAGE.sub(r"(picture: \1)", text)
    text = _DECORATION.sub("", text)
    text = _BOLD.sub(r"**\1**", text)
    text = _STRUCK.sub(r"~~\1~~", text)
    text = _MONOSPACE.sub(r"`\1`", text)
    return _HEAD_ROW.sub(_table_head, text)


def _list_mark(mark: re.Match[str]) -> str:
    signs = mark[1]
    if set(signs) == {"-"} and len(signs) > 1:
        return mark[0]  # a rule or a dash
    return "  " * (len(signs) - 1) + ("1. " if signs.endswith("#") else "- ")


def _table_head(row: re.Match[str]) -> str:
    cells = [cell.strip() for cell in row[1].split("||")]
    return "| " + " | ".join(cells) + " |\n|" + " --- |" * len(cells)
