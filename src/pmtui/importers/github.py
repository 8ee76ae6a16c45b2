"""GitHub issues, as the REST interface, its search and the gh program write them."""

from collections.abc import Iterable, Iterator
from typing import Any

from pmtui.importers.table import Cell

# Our column, and the keys it may come from: REST first, then gh.
_PLAIN = (
    ("Number", ("number",)),
    ("Title", ("title",)),
    ("Body", ("body",)),
    ("State", ("state",)),
    ("State reason", ("state_reason", "stateReason")),
    ("URL", ("html_url", "url")),
    ("Created", ("created_at", "createdAt")),
    ("Updated", ("updated_at", "updatedAt")),
    ("Closed", ("closed_at", "closedAt")),
)


def is_github(item: Any) -> bool:
    """Whether an object is an issue (or a pull request) of GitHub."""
    return (
        isinstance(item, dict)
        and {"number", "title"} <= item.keys()
        and ("html_url" in item or str(item.get("url", "")).startswith("https://github.com/"))
        and "iid" not in item
    )


def github_records(issues: Iterable[dict[str, Any]]) -> Iterator[dict[str, Cell]]:
    """The issues with the names of their columns; what an issue does not have is left out."""
    for issue in issues:
        record: dict[str, Cell] = {}
        for name, keys in _PLAIN:
            key = next((key for key in keys if key in issue), None)
            if key is not None:
                record[name] = str(issue[key] if issue[key] is not None else "")
        if "labels" in issue:
            record["Labels"] = tuple(_named(label, "name") for label in _objects(issue["labels"]))
        if "assignees" in issue:
            record["Assignees"] = tuple(_named(person, "login") for person in _objects(issue["assignees"]))
        if "user" in issue or "author" in issue:
            record["Author"] = _named(issue.get("user") or issue.get("author"), "login")
        if "milestone" in issue:
            record["Milestone"] = _named(issue["milestone"], "title")
        if (votes := _votes(issue)) is not None:
            record["Votes"] = votes
        comments = issue.get("comments_data", issue.get("comments"))
        if isinstance(comments, list):
            record["Comments"] = tuple(_comment(comment) for comment in _objects(comments))
        yield record


def _objects(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _named(value: Any, key: str) -> str:
    if isinstance(value, dict):
        return str(value.get(key) or "")
    return value if isinstance(value, str) else ""


def _votes(issue: dict[str, Any]) -> str | None:
    reactions = issue.get("reactions")
    if isinstance(reactions, dict) and "+1" in reactions:
        return str(reactions["+1"])
    for group in _objects(issue.get("reactionGroups")):
        if isinstance(group, dict) and group.get("content") == "THUMBS_UP":
            return _named(group.get("users"), "totalCount") or None
    return None


def _comment(comment: Any) -> str:
    if not isinstance(comment, dict):
        return str(comment)
    at = comment.get("created_at") or comment.get("createdAt") or ""
    author = _named(comment.get("user") or comment.get("author"), "login").replace(";", ",")
    return f"{at};{author};{comment.get('body') or ''}"
