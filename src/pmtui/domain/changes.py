"""What a change tells the rest of the program."""

from dataclasses import dataclass, field

from pmtui.domain.keys import Kind


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one step changed.

    step: its number, or None when nothing was changed. label: what the user reads, such as “Moved P-12 to Building”.
    kinds: the tables it touched. notice: something the user should know besides, such as a WIP limit passed.
    created: the number of the record it made, if it made one.
    """

    step: int | None
    label: str
    kinds: frozenset[Kind] = field(default_factory=frozenset)
    notice: str = ""
    created: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say when it has run: the fields of ChangeSet that only it knows."""

    label: str
    notice: str = ""
    created: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable change of the workspace. state: done, undone or gone (undone and no longer to be redone)."""

    id: int
    at: str
    label: str
    source: str
    undoes: int | None
    state: str
