"""Markdown that a user wrote, made part of a page of ours without harm to it.

It stays Markdown, but raw HTML and links to dangerous places show as text, its headings stand below ours, and it ends
where it ends. A word joiner takes their meaning from `<script` and `](javascript:`, because unlike a backslash it does
so unseen, whether a reader takes the place for text or for code.
"""

import re

from pmtui.domain.text import shown_block
from pmtui.export.markdown import JOINER, in_quote

_FENCE = re.compile(r"(`{3,})[^`|]*|(~{3,})[^|]*")
_UNSURE_FENCE = re.compile(r" {0,3}(?:`{3,}[^`]*|~{3,}.*)")
_HEADING = re.compile(r"^( {0,3})(#{1,6})(?= |$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_FEWEST_ITEMS = 2
_MARKUP = re.compile(r"\s|[-*+#>|<]|`{3}|~{3}|=+ *$|\d{1,9}[.)]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]*>)", re.IGNORECASE)
_LINK = re.compile(r"\](?=[(:])(?!. *(?:<?(?:https?://|mailto:|[#/])|[\w.%+~-]+(?:[/?#) ]|$)|\)))", re.IGNORECASE)


def escape_block(text: str, below: int) -> str:
    """The user's Markdown as part of a page, its headings below those of a level.

    Mentions and addresses in it are the user's own and are left alone. Where it can't be told for sure where a fence of
    code ends, all of it is put in a quotation, beyond which nothing reaches.
    """
    lines = shown_block(text).strip("\n").split("\n")
    kept: list[str] = []
    fence = ""
    for line in lines:
        if fence:
            kept.append(line)
            if re.fullmatch(rf" {{0,3}}{fence[0]}{{{len(fence)},}} *", line):
                fence = ""
        elif match := _FENCE.fullmatch(line):
            fence = match[1] or match[2]
            kept.append(line)
        elif _UNSURE_FENCE.fullmatch(line):
            # Indented it may belong to a list and end with that, and with a pipe it may be the head of a table.
            return in_quote("\n".join(map(_harmless, lines)))
        else:
            kept += _below(_harmless(line), below, kept[-1] if kept else "")
    return "\n".join([*kept, fence] if fence else kept)


def listed(text: str) -> str:
    """Plain lines as a list, one line an item; what is Markdown already, or a single line, as it is."""
    lines = [line for line in shown_block(text).strip("\n").split("\n") if line.strip()]
    if len(lines) < _FEWEST_ITEMS or any(map(_MARKUP.match, lines)):
        return text
    return "\n".join(f"- {line}" for line in lines)


def _harmless(line: str) -> str:
    return _LINK.sub(rf"\g<0>{JOINER}", _TAG.sub(rf"\g<0>{JOINER}", line))


def _below(line: str, level: int, previous: str) -> list[str]:
    if _UNDERLINE.fullmatch(line) and previous.strip():
        # Under a paragraph this would make it a heading.
        return [f"\\{line.strip()}"] if "=" in line else ["", line]
    return [_HEADING.sub(lambda match: f"{match[1]}{'#' * min(6, len(match[2]) + level)}", line)]
