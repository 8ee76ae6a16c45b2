"""A Trello board: cards with the names of their lists, labels, comments, checklists and custom fields."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pmtui.importers.table import Cell


def is_trello(value: Any) -> bool:
    """Whether a JSON value is an exported board."""
    if not isinstance(value, dict) or not isinstance(value.get("lists"), list):
        return False
    return any("idList" in card for card in _objects(value, "cards"))


def trello_records(board: dict[str, Any]) -> Iterator[dict[str, Cell]]:
    """The cards of a board, archived ones included, with column names as in Trello's own CSV."""
    lists = {_text(found, "id"): found for found in _objects(board, "lists")}
    members = {_text(member, "id"): _text(member, "fullName") for member in _objects(board, "members")}
    definitions = {_text(field, "id"): field for field in _objects(board, "customFields")}
    comments = _comments(board)
    checklists = _checklists(board)
    for card in _objects(board, "cards"):
        number = _text(card, "id")
        its_list = lists.get(_text(card, "idList"), {})
        archived = bool(card.get("closed")) or bool(its_list.get("closed"))
        record: dict[str, Cell] = {
            "Card ID": number,
            "Card Name": _text(card, "name"),
            "Card URL": _text(card, "shortUrl") or _text(card, "url"),
            "Card Description": _text(card, "desc"),
            "Labels": tuple(_text(label, "name") or _text(label, "color") for label in _objects(card, "labels")),
            "Members": tuple(members.get(str(member), "") for member in card.get("idMembers") or ()),
            "Due Date": _text(card, "due"),
            "List Name": _text(its_list, "name"),
            "Board Name": _text(board, "name"),
            "Archived": "true" if archived else "false",
            "Created": _created(number),
            "Last Activity": _text(card, "dateLastActivity"),
            "Votes": _votes(card),
            "Comments": tuple(comments[number]),
            "Checklists": tuple(checklists[number]),
        }
        record.update(_custom_fields(card, definitions))
        yield record


def _objects(owner: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = owner.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _text(owner: dict[str, Any], key: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) else ""


def _inner(owner: dict[str, Any], key: str) -> dict[str, Any]:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}


def _created(number: str) -> str:
    """A Trello id begins with its moment: eight hexadecimal digits of Unix seconds."""
    try:
        return datetime.fromtimestamp(int(number[:8], 16), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""


def _votes(card: dict[str, Any]) -> str:
    votes = _text(_inner(card, "badges"), "votes")
    return "" if votes == "0" else votes


def _comments(board: dict[str, Any]) -> defaultdict[str, list[str]]:
    """By card, oldest first, each as `moment;author;text`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for action in reversed(_objects(board, "actions")):
        if action.get("type") == "commentCard":
            data = _inner(action, "data")
            author = _text(_inner(action, "memberCreator"), "fullName").replace(";", ",")
            comment = f"{_text(action, 'date')};{author};{_text(data, 'text')}"
            found[_text(_inner(data, "card"), "id")].append(comment)
    return found


def _checklists(board: dict[str, Any]) -> defaultdict[str, list[str]]:
    """By card, each as Markdown."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for checklist in _objects(board, "checklists"):
        lines = [f"**{_text(checklist, 'name')}**", ""]
        for item in _objects(checklist, "checkItems"):
            mark = "x" if item.get("state") == "complete" else " "
            lines.append(f"- [{mark}] {' '.join(_text(item, 'name').split())}")
        found[_text(checklist, "idCard")].append("\n".join(lines))
    return found


def _custom_fields(card: dict[str, Any], definitions: dict[str, dict[str, Any]]) -> dict[str, Cell]:
    fields: dict[str, Cell] = {}
    for item in _objects(card, "customFieldItems"):
        definition = definitions.get(_text(item, "idCustomField"), {})
        value = next((str(value) for value in _inner(item, "value").values()), "")
        for option in _objects(definition, "options"):
            if option.get("id") == item.get("idValue"):
                value = _text(_inner(option, "value"), "text")
        if (name := _text(definition, "name")) and value:
            fields[name] = value
    return fields
