"""Jira issues as its REST interface writes them, under the names their CSV export has."""

from collections.abc import Iterable, Iterator
from typing import Any

from pmtui.importers.atlassian_document import document_to_markdown
from pmtui.importers.jira_markup import jira_to_markdown
from pmtui.importers.table import Cell

# CSV column, key in "fields", and the key inside it when that is an object.
_FIELDS = (
    ("Summary", "summary", ""),
    ("Issue Type", "issuetype", "name"),
    ("Status", "status", "name"),
    ("Project key", "project", "key"),
    ("Project name", "project", "name"),
    ("Priority", "priority", "name"),
    ("Resolution", "resolution", "name"),
    ("Assignee", "assignee", "displayName"),
    ("Reporter", "reporter", "displayName"),
    ("Created", "created", ""),
    ("Updated", "updated", ""),
    ("Resolved", "resolutiondate", ""),
    ("Due date", "duedate", ""),
    ("Parent", "parent", "key"),
    ("Votes", "votes", "votes"),
)


def is_jira(item: Any) -> bool:
    """Whether an object is an issue of Jira."""
    return isinstance(item, dict) and "key" in item and isinstance(item.get("fields"), dict)


def jira_records(items: Iterable[Any]) -> Iterator[dict[str, Cell]]:
    """The issues with column names as in the CSV export; what an issue does not have is left out."""
    for item in items:
        if not isinstance(item, dict):
            yield {}
            continue
        fields = _inner(item, "fields")
        record: dict[str, Cell] = {"Issue key": _word(item.get("key"))}
        for name, key, inside in _FIELDS:
            if key in fields:
                value = fields[key]
                record[name] = _word(value.get(inside) if isinstance(value, dict) else value)
        if isinstance(status := fields.get("status"), dict):
            record["Status Category"] = _word(_inner(status, "statusCategory").get("name"))
        if "description" in fields:
            record["Description"] = _rich_text(fields["description"])
        for name, key in (("Labels", "labels"), ("Components", "components")):
            if isinstance(values := fields.get(key), list):
                record[name] = tuple(_word(value.get("name") if isinstance(value, dict) else value) for value in values)
        if comments := _inner(fields, "comment").get("comments"):
            record["Comment"] = tuple(_comment(comment) for comment in comments if isinstance(comment, dict))
        if address := _address(item):
            record["URL"] = address
        record.update(_custom_fields(fields))
        yield record


def _inner(owner: dict[str, Any], key: str) -> dict[str, Any]:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _rich_text(value: Any) -> str:
    return document_to_markdown(value) if isinstance(value, dict) else jira_to_markdown(_word(value))


def _comment(comment: dict[str, Any]) -> str:
    author = _word(_inner(comment, "author").get("displayName")).replace(";", ",")
    return f"{_word(comment.get('created'))};{author};{_rich_text(comment.get('body'))}"


def _address(item: dict[str, Any]) -> str:
    """Where a person reads the issue, from the address a program reads it at."""
    site, found, _ = _word(item.get("self")).partition("/rest/api/")
    return f"{site}/browse/{_word(item.get('key'))}" if found else ""


def _custom_fields(fields: dict[str, Any]) -> dict[str, Cell]:
    """Custom fields that carry a name and a plain value."""
    found: dict[str, Cell] = {}
    for key, field in fields.items():
        if key.startswith("customfield_") and isinstance(field, dict) and isinstance(name := field.get("name"), str):
            value = field.get("value")
            word = _word(value.get("value") if isinstance(value, dict) else value)
            if word and word != "{}":
                found[f"Custom field ({name})"] = word
    return found
