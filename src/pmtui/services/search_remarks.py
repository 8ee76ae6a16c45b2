"""Telling what a search asks for that is not known, and what would be."""

from collections.abc import Iterator, Mapping, Sequence

from pmtui.domain.evidence import EVIDENCE_TYPES
from pmtui.domain.keys import KEY_LETTERS, Kind
from pmtui.domain.search_query import STATES, SearchQuery, Word, fold
from pmtui.store.queries import search as rows
from pmtui.store.unit_of_work import UnitOfWork

TOLD = 4
"""So many names are given as examples of what is known."""

Named = tuple[int, str, list[str]]  # number, name and further words of a record
_NAMED = {"persona": Kind.PERSONA, "company": Kind.COMPANY, "tag": Kind.TAG}


def remarks_on(uow: UnitOfWork, query: SearchQuery, names: Mapping[Kind, Sequence[Named]]) -> tuple[str, ...]:
    """A sentence for each value of a field that is not known. names: of the personas, companies and tags."""
    return (*_on_misread(query), *_on_unknown(uow, query, names))


def _on_misread(query: SearchQuery) -> Iterator[str]:
    for field in query.misread:
        known = f"state ({', '.join(STATES)})" if field.name == "is" else "date (2026-01-31 or 2026-01)"
        yield f"“{field.value}” is no {known}: looked for as a word."


def _on_unknown(uow: UnitOfWork, query: SearchQuery, names: Mapping[Kind, Sequence[Named]]) -> Iterator[str]:
    for field in query.fields:
        if field.name == "type" and not any(
            one.startswith(field.value.lower().replace("-", "_")) for one in EVIDENCE_TYPES
        ):
            yield f"There is no evidence type “{field.value}”. Known: {', '.join(EVIDENCE_TYPES)}."
        elif field.name in _NAMED:
            kind = _NAMED[field.name]
            if not any(_is_meant(kind, number, name, field.value) for number, name, _ in names[kind]):
                yield f"There is no {field.name} “{field.value}”" + _examples(names[kind])
        elif field.name == "problem" and not _is_problem(uow, field.value):
            yield f"There is no problem “{field.value}”. Name it by its key, as P-1, or by words of its title."


def _is_meant(kind: Kind, number: int, name: str, value: str) -> bool:
    wanted, folded = fold(value), fold(name)
    if kind is Kind.TAG:
        return folded.startswith(wanted)
    return wanted in folded or wanted == fold(f"{KEY_LETTERS[kind]}-{number}")


def _is_problem(uow: UnitOfWork, value: str) -> bool:
    number = value[2:] if value.upper().startswith("P-") else ""
    if number.isascii() and number.isdigit() and rows.texts_of(uow.connection, Kind.PROBLEM, [min(int(number), 2**62)]):
        return True
    return bool(rows.holding_parts(uow.connection, Kind.PROBLEM, SearchQuery((Word(value),)), 1))


def _examples(known: Sequence[Named]) -> str:
    if not known:
        return ", nor any other yet."
    more = ", …" if len(known) > TOLD else "."
    return f". Known: {', '.join(name for _, name, _ in known[:TOLD])}{more}"
