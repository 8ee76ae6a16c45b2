"""What changed, as a page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

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
            yield ChangeGroup(title, tuple(_lines(found)), REMARKS.get(group, ""))


def _lines(found: Sequence[Difference]) -> Iterator[ChangeLine]:
    """One line for each record, also where it changed in several ways."""
    for (key, title), several in groupby(found, key=lambda one: (one.key, one.title)):
        changes = tuple(several)
        what = "; ".join(one.what for one in changes)
        yield ChangeLine(key, title, what, "; ".join(one.why for one in changes if one.why))
