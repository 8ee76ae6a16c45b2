"""Three versions of a record - as last taken from a file, as it is here, as the file has it now - into one.

Whoever changed a value since the last import wins; where both did, what was done here is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Merge:
    """The outcome for one record: what is to be changed here, and the names of values that both sides changed."""

    changes: dict[str, str] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def settle(base: T, here: T, there: T) -> tuple[T, bool]:
    """The value to keep, and whether both sides changed it into different ones."""
    if there in (base, here):
        return here, False
    if here == base:
        return there, False
    return here, True


def merge_values(base: Mapping[str, str], here: Mapping[str, str], there: Mapping[str, str]) -> Merge:
    """Merge texts by name. Names that the file does not have are left alone; one it never had counts as empty then."""
    merge = Merge()
    for name, new in there.items():
        if name not in here:
            continue
        kept, conflict = settle(base.get(name, ""), here[name], new)
        if conflict:
            merge.conflicts.append(name)
        elif kept != here[name]:
            merge.changes[name] = kept
    return merge


def merge_tags(base: Iterable[str], here: Iterable[str], there: Iterable[str]) -> tuple[list[str], list[str]]:
    """The tags to add and those to take off, as named here or in the file, without regard to case."""
    before = {name.casefold() for name in base}
    present = {name.casefold(): name for name in here}
    new = {name.casefold(): name for name in there}
    added = [name for key, name in new.items() if key not in before and key not in present]
    removed = [name for key, name in present.items() if key in before and key not in new]
    return added, removed


def merge_custom(
    base: Mapping[str, str], here: Mapping[str, str], there: Mapping[str, str], present: Iterable[str]
) -> tuple[dict[str, str], list[str]]:
    """Custom fields by name, and the names in conflict. present: the columns the file has; others are left alone."""
    merged = dict(here)
    conflicts = []
    for name in present:
        kept, conflict = settle(base.get(name, ""), here.get(name, ""), there.get(name, ""))
        if conflict:
            conflicts.append(name)
        elif kept:
            merged[name] = kept
        else:
            merged.pop(name, None)
    return merged, conflicts
