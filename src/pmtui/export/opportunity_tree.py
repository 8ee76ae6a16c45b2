"""The opportunity tree as nested lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmtui.export.markdown import escape_inline, heading, page


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One record: how deep it stands, its key or "", its title, and what matters of it besides."""

    depth: int
    key: str
    title: str
    note: str = ""


def tree_markdown(workspace: str, lines: Sequence[TreeLine]) -> str:
    """The tree as Markdown; the same bytes for the same values. What stands at the top becomes a heading."""
    return page(_parts(workspace, lines))


def _parts(workspace: str, lines: Sequence[TreeLine]) -> Iterator[str]:
    yield heading(1, f"Opportunity tree of {workspace}")
    if not lines:
        yield "No problems yet."
    below: list[str] = []
    for line in lines:
        if line.depth:
            below.append(_item(line))
            continue
        yield "\n".join(below)
        below = []
        yield heading(2, f"{line.key} {line.title}".strip())
    yield "\n".join(below)


def _item(line: TreeLine) -> str:
    key = f"**{line.key}** " if line.key else ""
    note = f" ({escape_inline(line.note)})" if line.note else ""
    return f"{'  ' * (line.depth - 1)}- {key}{escape_inline(line.title)}{note}"
