"""Something that can be handed over as Markdown."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has not been made yet. label: what it is; name: of its file; build: makes the Markdown."""

    label: str
    name: str
    build: Callable[[], Awaitable[str]]
