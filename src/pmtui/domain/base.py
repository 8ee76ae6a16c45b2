"""What all entities share: they are values, and change only into new values that are checked again."""

from dataclasses import replace
from typing import Any, TypeVar

from pmtui.domain.errors import Refusal

Entity = TypeVar("Entity")


def evolve(entity: Entity, **changes: Any) -> Entity:
    """The same entity with some fields changed. Its own checks run again and may raise Refusal.

    The refusal names the entity where it held already what it may not hold: another program wrote that.
    """
    try:
        return replace(entity, **changes)  # type: ignore[type-var]  # every entity is a dataclass
    except Refusal as refusal:
        try:
            replace(entity)  # type: ignore[type-var]  # as above
        except Refusal as before:
            name = f"{type(entity).__name__.lower()} {getattr(entity, 'id', '')}".strip()
            title = f"Nothing was changed: {name} holds what another program wrote. {before.title}"
            raise Refusal(title, before.hint) from None
        raise refusal from None


def one_of(value: str, allowed: tuple[str, ...], what: str) -> None:
    """Raise Refusal unless value is one of the allowed words or empty."""
    if value and value not in allowed:
        raise Refusal(f"“{value}” is not a {what}.", "Use " + ", ".join(allowed) + ".")
