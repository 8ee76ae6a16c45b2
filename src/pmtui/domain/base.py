"""What all entities share: they are values, and change only into new values that are checked again."""

from dataclasses import replace
from typing import Any, TypeVar

from pmtui.domain.errors import Refusal

Entity = TypeVar("Entity")


def evolve(entity: Entity, **changes: Any) -> Entity:
    """The same entity with some fields changed. Its own checks run again and may raise Refusal."""
    return replace(entity, **changes)  # type: ignore[type-var]  # every entity is a dataclass


def one_of(value: str, allowed: tuple[str, ...], what: str) -> None:
    """Raise Refusal unless value is one of the allowed words or empty."""
    if value and value not in allowed:
        raise Refusal(f"“{value}” is not a {what}.", "Use " + ", ".join(allowed) + ".")
