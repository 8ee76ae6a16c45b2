"""What changed, as a page."""

from collections.abc import Iterator

from pmtui.domain.differences.difference import GROUPS, Difference
from pmtui.export.changes import ChangeGroup, ChangeLine, ChangesPage, changes_markdown
from pmtui.services.changes import REMARKS, Changes


def changes_page(changes: Changes) -> str:
    """The changes as Markdown, ready to send."""
    groups = tuple(_groups(changes))
    return changes_markdown(ChangesPage(changes.name, changes.since, changes.until, groups, changes.remark))


def _groups(changes: Changes) -> Iterator[ChangeGroup]:
    for group, title in GROUPS.items():
        if found := changes.of_group(group):
            yield ChangeGroup(title, tuple(map(_line, found)), REMARKS.get(group, ""))


def _line(one: Difference) -> ChangeLine:
    return ChangeLine(one.key, one.title, one.what, one.why)
