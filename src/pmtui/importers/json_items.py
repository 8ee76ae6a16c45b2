"""Records out of JSON: which list of a file holds them, and objects as rows of cells."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.importers.decoding import find_encoding
from pmtui.importers.delimited import MOST_COLUMNS
from pmtui.importers.github import github_records, is_github
from pmtui.importers.jira_rest import is_jira, jira_records
from pmtui.importers.json_text import load_json
from pmtui.importers.table import Cell, Column, OpenFile, Row, Source
from pmtui.importers.trello import is_trello, trello_records

_LIST_NAMES = ("items", "issues", "data", "results", "records", "posts", "tickets", "values", "rows", "cards", "tasks")
_WORDS = ("title", "summary", "name", "subject", "text", "body", "description", "content")
# What says in one word what an object inside a record is.
_NAME_KEYS = ("name", "displayName", "login", "title", "value", "text", "label", "key", "username", "email", "id")


def read_json(open_file: OpenFile, file_name: str) -> Source:
    """A JSON file as a table: GitHub, Jira or Trello, else any list of objects. Raises Refusal."""
    encoding = find_encoding(open_file, file_name)
    with open_file() as file:
        text = file.read().decode(encoding.codec, encoding.errors)
    value = load_json(text.removeprefix("\ufeff"), file_name)
    del text
    notes = (encoding.note,) if encoding.note else ()
    if is_trello(value):
        return _source(file_name, trello_records(value), notes, label=str(value.get("name") or ""))
    items = _find_items(value, file_name)
    if any(is_github(item) for item in items[:1]):
        issues = [item for item in items if isinstance(item, dict) and not item.get("pull_request")]
        pulls = len(items) - len(issues)
        left_out = (("pull request", pulls),) if pulls else ()
        return _source(file_name, github_records(issues), notes, left_out=left_out)
    if any(is_jira(item) for item in items[:1]):
        return _source(file_name, jira_records(items), notes)
    return _source(file_name, (_flatten(item) for item in items), notes)


def _find_items(value: Any, file_name: str) -> list[Any]:
    if isinstance(value, dict):
        lists = {name: found for name, found in value.items() if isinstance(found, list) and _has_objects(found)}
        named = next((name for name in _LIST_NAMES if name in lists), "")
        looks_like_record = any(isinstance(value.get(key), str) for key in _WORDS)
        from_list = named or (lists and not looks_like_record)
        value = lists[named or next(iter(lists))] if from_list else [value] if looks_like_record else []
    if not isinstance(value, list) or not _has_objects(value):
        raise Refusal(
            f"{file_name} holds no list of records.",
            "pmtui reads Trello boards, GitHub and Jira issues, and lists of objects. Export it as CSV instead.",
        )
    return value


def _has_objects(items: list[Any]) -> bool:
    return any(isinstance(item, dict) and item for item in items)


def _flatten(item: Any) -> dict[str, Cell]:
    return {key: _cell(value) for key, value in item.items()} if isinstance(item, dict) else {}


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return tuple(word for word in map(_word, value) if word)
    return _word(value)


def _word(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        named = (value[key] for key in _NAME_KEYS if isinstance(value.get(key), str) and value[key])
        found = next(named, "")
        return found or (json.dumps(value, ensure_ascii=False) if value else "")
    return json.dumps(value, ensure_ascii=False)


def _source(
    file_name: str,
    records: Iterable[dict[str, Cell]],
    notes: tuple[str, ...],
    label: str = "",
    left_out: tuple[tuple[str, int], ...] = (),
) -> Source:
    kept = list(records)
    names = list(dict.fromkeys(name for record in kept for name in record))
    if len(names) > MOST_COLUMNS:
        raise Refusal(
            f"{file_name} has records with {len(names):,} different keys; pmtui reads up to {MOST_COLUMNS:,}.",
            "Check that it is an export of records.",
        )
    columns: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        columns.setdefault(" ".join(clean_line(name).split()) or f"Column {place + 1}", []).append(place)

    def rows() -> Iterator[Row]:
        for number, record in enumerate(kept, 1):
            yield number, [record.get(name) for name in names]

    return Source(
        file_name=file_name,
        format="json",
        columns=tuple(Column(name, tuple(places)) for name, places in columns.items()),
        rows=rows,
        unit="item",
        notes=notes,
        label=clean_line(label),
        left_out=left_out,
    )
