"""Entities in and out of their tables."""

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Generic, TypeVar

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.domain.text import clean_block

E = TypeVar("E")


class Repository(Generic[E]):
    """The rows of one table as entities of one class. Its columns are the fields of the class."""

    def __init__(self, connection: sqlite3.Connection, kind: Kind, entity: type[E]) -> None:
        self._connection = connection
        self._kind = kind
        self._entity = entity
        self._names = tuple(field.name for field in fields(entity))  # type: ignore[arg-type]  # entities are dataclasses
        self._select = f"SELECT {', '.join(self._names)} FROM {kind.value}"

    def find(self, number: int) -> E | None:
        """The entity of this number, or None."""
        row = self._connection.execute(f"{self._select} WHERE id = ?", (number,)).fetchone()
        return self._read(row) if row else None

    def get(self, number: int) -> E:
        """The entity of this number. Raises Refusal when there is none."""
        found = self.find(number)
        if found is None:
            letter = KEY_LETTERS.get(self._kind)
            name = f"{letter}-{number}" if letter else f"{self._kind.value.replace('_', ' ')} {number}"
            raise Refusal(f"There is no {name}.", "It may have been deleted: undo brings it back.")
        return found

    def all(self, order: str = "id", **equal: Any) -> list[E]:
        """Every entity whose columns equal the given values (None matches empty), ordered by a column."""
        where = " AND ".join(f"{self._column(name)} IS ?" for name in equal) or "1"
        query = f"{self._select} WHERE {where} ORDER BY {self._column(order)}, id"
        return [self._read(row) for row in self._connection.execute(query, tuple(equal.values())).fetchall()]

    def add(self, entity: E) -> int:
        """Keep a new entity; its own id is left out of account. Returns the number it got."""
        values = self._values(entity)
        names = [name for name in self._names if name != "id"]
        marks = ", ".join("?" for _ in names)
        query = f"INSERT INTO {self._kind.value} ({', '.join(names)}) VALUES ({marks})"
        return int(self._connection.execute(query, [values[name] for name in names]).lastrowid or 0)

    def save(self, entity: E) -> bool:
        """Write the fields that differ from what is kept. Returns whether any did."""
        values = self._values(entity)
        number = values["id"]
        kept = self._values(self.get(number))
        changed = {name: value for name, value in values.items() if value != kept[name]}
        if changed:
            assignments = ", ".join(f"{name} = ?" for name in changed)
            query = f"UPDATE {self._kind.value} SET {assignments} WHERE id = ?"
            self._connection.execute(query, (*changed.values(), number))
        return bool(changed)

    def delete(self, numbers: Iterable[int]) -> None:
        """Remove entities. What links to them has to be removed first."""
        self._connection.executemany(f"DELETE FROM {self._kind.value} WHERE id = ?", [(number,) for number in numbers])

    def delete_where(self, **equal: Any) -> None:
        """Remove every entity whose columns equal the given values."""
        where = " AND ".join(f"{self._column(name)} IS ?" for name in equal)
        self._connection.execute(f"DELETE FROM {self._kind.value} WHERE {where}", tuple(equal.values()))

    def _read(self, row: tuple[Any, ...]) -> E:
        try:
            return self._entity(*row)
        except Refusal:
            # What another program wrote is shown as it stands: one bad record hides no other, nor its own good fields.
            entity = object.__new__(self._entity)
            for name, value in zip(self._names, row, strict=True):
                object.__setattr__(entity, name, value)
            return entity

    def _values(self, entity: E) -> dict[str, Any]:
        values = {name: getattr(entity, name) for name in self._names}
        for name, value in values.items():
            if isinstance(value, str) and clean_block(value) != value:
                raise ValueError(f"{self._kind.value}.{name} was not cleaned at entry")
        return values

    def _column(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return name
