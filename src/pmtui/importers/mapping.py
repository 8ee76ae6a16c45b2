"""Which column of a file becomes which of our fields."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pmtui.domain.errors import Refusal
from pmtui.importers.fields import FIELDS, GATHERED
from pmtui.importers.presets import Preset
from pmtui.importers.table import Column, normal_name, short_name

Mapped = dict[str, tuple[Column, ...]]


def map_columns(columns: tuple[Column, ...], preset: Preset, target: str) -> Mapped:
    """The columns a preset names for the fields of a target, as far as the file has them.

    A column serves once, but for the address, which may also be the id.
    """
    exact: dict[str, Column] = {}
    loose: dict[str, Column] = {}
    for column in columns:
        exact.setdefault(normal_name(column.name), column)
        loose.setdefault(short_name(column.name), column)
    mapped: Mapped = {}
    taken: set[str] = set()
    for field in FIELDS[target]:
        found: list[Column] = []
        for alternative in preset.columns.get(field, ()):
            names = (alternative,) if isinstance(alternative, str) else alternative
            together = [exact.get(name) or loose.get(name) for name in names]
            fits = [column for column in together if column and (field == "url" or column.name not in taken)]
            if len(fits) == len(names):
                found.extend(column for column in fits if column not in found)
                if field not in GATHERED:
                    break
        if found:
            mapped[field] = tuple(found)
            taken.update(column.name for column in found)
    return mapped


def choose_columns(
    columns: tuple[Column, ...], wanted: Mapping[str, tuple[str, ...]], target: str, mapped: Mapped
) -> Mapped:
    """The mapping with the user's own choices in it; an empty choice takes a field's columns away. Raises Refusal."""
    chosen = dict(mapped)
    for field, names in wanted.items():
        check_field(field, target)
        found = find_columns(columns, names)
        # A column chosen for one field is no longer taken for another, but for the address.
        for other, others in list(chosen.items()):
            if "url" in (field, other):
                continue
            if rest := tuple(column for column in others if column not in found):
                chosen[other] = rest
            else:
                del chosen[other]
        if found:
            chosen[field] = found
        else:
            chosen.pop(field, None)
    return chosen


def check_field(field: str, target: str) -> None:
    """Raises Refusal for what is no field of a target."""
    if field not in FIELDS[target]:
        raise Refusal(f"“{field}” is no field of {_article(target)}.", "Use one of " + ", ".join(FIELDS[target]) + ".")


def find_columns(columns: Iterable[Column], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns of these names. Raises Refusal, with names that are like it, for one that isn't there."""
    by_name = {normal_name(column.name): column for column in columns}
    return tuple(_find(by_name, name) for name in names)


def _find(by_name: Mapping[str, Column], name: str) -> Column:
    column = by_name.get(normal_name(name))
    if column is None:
        close = get_close_matches(normal_name(name), by_name, n=3) or list(by_name)[:8]
        names = ", ".join(f"“{by_name[key].name}”" for key in close)
        raise Refusal(f"The file has no column “{name}”.", f"It has {names}.")
    return column


def list_names(columns: Iterable[Column], most: int = 8) -> str:
    """The first names of some columns, for a message."""
    names = [column.name for column in columns]
    return ", ".join(f"“{name}”" for name in names[:most]) + (" and more" if len(names) > most else "")


def _article(target: str) -> str:
    return "a piece of evidence" if target == "evidence" else f"a {target}"
