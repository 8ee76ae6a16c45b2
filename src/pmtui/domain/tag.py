"""Tags: free words on problems and evidence."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that groups problems and evidence. Its name is unique without regard to case."""

    id: int
    name: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A tag needs a name.")


def split_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, separated by commas; a leading # is dropped, repeats (in any case) are dropped."""
    names: dict[str, str] = {}
    for part in text.split(","):
        if name := clean_line(part).removeprefix("#").strip():
            names.setdefault(name.casefold(), name)
    return tuple(names.values())
