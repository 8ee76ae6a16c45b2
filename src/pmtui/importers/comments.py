"""Comments of a tracker as Markdown, each under its date and author."""

import re
from collections.abc import Iterable

from pmtui.domain.text import clean_line
from pmtui.importers.cells import CellReader

# `date;author;text`: only the first two semicolons are structure.
_COMMENT = re.compile(r"(?P<at>[^;]{0,60});(?P<author>[^;]{0,200});(?P<text>.*)", re.DOTALL)
_ACCOUNT = re.compile(r"[0-9a-f]{24}|\d+:[0-9a-f-]{36}|qm:[0-9a-f:-]+|JIRAUSER\d+", re.IGNORECASE)


def comments_to_markdown(comments: Iterable[str], reader: CellReader) -> list[str]:
    """A heading, then each comment; nothing when there are none. Account ids are no names and are left out."""
    parts = []
    for comment in comments:
        match = _COMMENT.fullmatch(comment)
        if match is None:
            parts.append(reader.markdown(comment.strip(), "comments"))
            continue
        author = clean_line(match["author"])
        author = "" if _ACCOUNT.fullmatch(author) else reader.person(author)
        head = ", ".join(part for part in (reader.loose_date(clean_line(match["at"])), author) if part)
        text = reader.markdown(match["text"].strip(), "comments")
        parts.append(f"**{head}**\n\n{text}" if head else text)
    return ["## Comments", *parts] if parts else []
