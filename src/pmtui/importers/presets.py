"""Presets: what is known of one program's export, as data in the folder beside this module."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pmtui.domain.errors import Refusal
from pmtui.importers.fields import TARGETS
from pmtui.importers.table import Column, normal_name

GENERIC = "generic"
# The names of columns one of which is taken, or that are taken together.
Alternatives = tuple[str | tuple[str, ...], ...]
_LONG_HEADER = 25


@dataclass(frozen=True, slots=True)
class Preset:
    """What is known of one program's export.

    required, any_of: headers that tell it. questions: how many headers must be worded as questions. weight: how sure a
    match is. columns: field to names of columns. statuses: word to lane, where it differs from the common table.
    drop: columns that are of no use here. tag_marks: what separates tags in one cell. kind: of its evidence.
    markup: jira, or "" for Markdown and plain text. label_pattern: its first group, matched in an external id, tells
    one place from another. distinct_ids: whether no two places have the same ids. answers: whether a record is one
    person's answers to questions.
    """

    name: str
    label: str
    target: str = ""
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    questions: int = 0
    weight: int = 0
    columns: dict[str, Alternatives] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    tag_marks: tuple[str, ...] = (",", ";")
    kind: str = "quote"
    markup: str = ""
    label_pattern: str = ""
    distinct_ids: bool = False
    answers: bool = False


@cache
def all_presets() -> dict[str, Preset]:
    """Every preset by its name."""
    files = (file for file in Path(__file__).with_name("presets").glob("*.toml") if file.name != "statuses.toml")
    found = (_read(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files)
    return {preset.name: preset for preset in sorted(found, key=lambda preset: preset.name)}


def preset_named(name: str) -> Preset:
    """The preset of this name. Raises Refusal."""
    found = all_presets().get(name.strip().lower())
    if found is None:
        raise Refusal(f"There is no preset “{name}”.", "Use one of " + ", ".join(all_presets()) + ".")
    return found


def detect(columns: Iterable[Column]) -> tuple[Preset, str]:
    """The preset whose headers fit best, and the name of the one after it ("" when no other fits)."""
    names = {normal_name(column.name) for column in columns}
    scored = sorted(
        ((score, preset.name) for preset in all_presets().values() if (score := _score(preset, names)) >= 0),
        key=lambda found: (-found[0], found[1]),
    )
    return all_presets()[scored[0][1]], scored[1][1] if len(scored) > 1 else ""


def _score(preset: Preset, names: set[str]) -> int:
    """How well the headers fit; below 0 when they don't."""
    if preset.name == GENERIC:
        return 0
    hits = len(names.intersection(preset.any_of))
    questions = sum(1 for name in names if name.endswith("?") or len(name) > _LONG_HEADER)
    fits = names.issuperset(preset.required) and (hits or not preset.any_of) and questions >= preset.questions
    return preset.weight + len(preset.required) + hits if fits else -1


def _read(name: str, data: dict[str, Any]) -> Preset:
    columns = {
        wanted: tuple(tuple(part) if isinstance(part, list) else part for part in alternatives)
        for wanted, alternatives in data.pop("columns", {}).items()
    }
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    preset = Preset(**{**data, **lists, "name": name, "columns": columns})
    if preset.target not in (*TARGETS, ""):
        raise ValueError(name)
    return preset
