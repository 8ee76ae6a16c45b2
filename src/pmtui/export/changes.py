"""What changed between two moments, as a page that can be sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmtui.export.markdown import bullets, escape_inline, heading, page


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change. key: of the record, "" for none; title: its name; what: happened to it; why: if anyone said so."""

    key: str
    title: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes under one heading. remark: what a reader has to know about them, a sentence or ""."""

    title: str
    lines: Sequence[ChangeLine]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The whole page. since, until: what the two moments are called. remark: about all of it, a sentence or ""."""

    workspace: str
    since: str
    until: str
    groups: Sequence[ChangeGroup]
    remark: str = ""


def changes_markdown(changes: ChangesPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(changes))


def _parts(changes: ChangesPage) -> Iterator[str]:
    yield heading(1, f"{changes.workspace}: what changed")
    yield escape_inline(" ".join(filter(None, (f"From {changes.since} to {changes.until}.", changes.remark))))
    if not changes.groups:
        yield "Nothing that stakeholders ask about."
    for group in changes.groups:
        yield heading(2, group.title)
        yield bullets(map(_line, group.lines))
        yield escape_inline(group.remark)


def _line(line: ChangeLine) -> str:
    key = f"**{escape_inline(line.key)}** " if line.key else ""
    why = f" Why: {_sentence(line.why)}" if line.why else ""
    return f"{key}{escape_inline(line.title)}: {_sentence(line.what)}{why}"


def _sentence(words: str) -> str:
    return escape_inline(words) + ("" if words.endswith((".", "!", "?", "…")) else ".")
