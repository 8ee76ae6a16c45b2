"""A saved view: what a screen shows and in which order, kept under a name."""

from dataclasses import dataclass

from pmtui.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of one screen. settings: JSON object of the filter, order and group that make it."""

    id: int
    screen: str
    name: str
    settings: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refusal("A view needs a name.")
