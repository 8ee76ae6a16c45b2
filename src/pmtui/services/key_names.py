"""Which keys begin as someone types, and what they stand for."""

from collections.abc import Iterable

from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.store.queries.names import names_of
from pmtui.store.unit_of_work import UnitOfWork


def keys_beginning(uow: UnitOfWork, typed: str, kinds: Iterable[Kind], count: int) -> list[tuple[str, str]]:
    """The keys of these kinds that begin so, each with its record's name. count: at most so many of a kind."""
    letter, digits = typed.upper()[:2], typed[2:]
    if digits and not digits.isdecimal():
        return []
    return [
        (f"{KEY_LETTERS[kind]}-{number}", name)
        for kind in kinds
        if f"{KEY_LETTERS[kind]}-".startswith(letter)
        for number, name in names_of(uow.connection, kind, digits, count)
    ]
