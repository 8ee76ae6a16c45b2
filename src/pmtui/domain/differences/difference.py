"""One thing that changed."""

from dataclasses import dataclass

GROUPS = {
    "added": "Added",
    "dropped": "Dropped",
    "moved": "Moved",
    "rescored": "Re-scored",
    "decided": "Decided",
    "learned": "Learned",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed. key: its key, "" where it has none; title: its name; what: the change; why: if given."""

    group: str
    key: str
    title: str
    what: str
    why: str = ""
