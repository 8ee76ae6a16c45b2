"""A Trello board: cards with the names of their lists, labels, comments, checklists and custom fields."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pmtui.importers.table import Cell

if TYPE_CHECKING:
    from pmtui.importers.trello_board import Board, Card, CardList, CustomField


def is_trello(value: Any) -> bool:
    """Whether a JSON value is an exported board."""
    if not isinstance(value, dict) or not isinstance(value.get("lists"), list):
        return False
    cards = value.get("cards")
    return isinstance(cards, list) and any(isinstance(card, dict) and "idList" in card for card in cards)


def trello_records(value: dict[str, Any]) -> Iterator[dict[str, Cell]]:
    """The cards of a board, archived ones included, with column names as in Trello's own CSV."""
    from pmtui.importers.trello_board import Board  # pydantic costs what other files need not pay

    board = Board.model_validate(value)
    lists = {found.id: found for found in board.lists}
    members = {member.id: member.full_name for member in board.members}
    fields = {field.id: field for field in board.custom_fields}
    comments, checklists = _comments(board), _checklists(board)
    for card in board.cards:
        record = _record(card, lists.get(card.list_id), members)
        record["Board Name"] = board.name
        record["Comments"] = tuple(comments[card.id])
        record["Checklists"] = tuple(checklists[card.id])
        yield {**record, **_custom_fields(card, fields)}


def _record(card: "Card", its_list: "CardList | None", members: Mapping[str, str]) -> dict[str, Cell]:
    archived = card.closed or (its_list is not None and its_list.closed)
    votes = card.badges.get("votes")
    return {
        "Card ID": card.id,
        "Card Name": card.name,
        "Card URL": card.short_url or card.url,
        "Card Description": card.description,
        "Labels": tuple(label.name or label.color for label in card.labels),
        "Members": tuple(members.get(member, "") for member in card.members),
        "Due Date": card.due,
        "List Name": its_list.name if its_list else "",
        "Archived": "true" if archived else "false",
        "Created": _created(card.id),
        "Last Activity": card.last_activity,
        "Votes": votes if isinstance(votes, str) and votes != "0" else "",
    }


def _created(number: str) -> str:
    """A Trello id begins with its moment: eight hexadecimal digits of Unix seconds."""
    try:
        return datetime.fromtimestamp(int(number[:8], 16), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""


def _comments(board: "Board") -> defaultdict[str, list[str]]:
    """By card, oldest first, each as `moment;author;text`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for action in reversed(board.actions):
        card, text = action.data.get("card"), action.data.get("text")
        if action.type == "commentCard" and isinstance(card, dict) and isinstance(text, str):
            author = action.creator.full_name.replace(";", ",")
            found[str(card.get("id"))].append(f"{action.date};{author};{text}")
    return found


def _checklists(board: "Board") -> defaultdict[str, list[str]]:
    """By card, each as Markdown."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for checklist in board.checklists:
        lines = [f"**{checklist.name}**", ""]
        for item in checklist.items:
            mark = "x" if item.state == "complete" else " "
            lines.append(f"- [{mark}] {' '.join(item.name.split())}")
        found[checklist.card_id].append("\n".join(lines))
    return found


def _custom_fields(card: "Card", fields: Mapping[str, "CustomField"]) -> dict[str, Cell]:
    values: dict[str, Cell] = {}
    for item in card.custom_field_items:
        field = fields.get(item.field_id)
        if field is None:
            continue
        value = next((str(value) for value in item.value.values()), "")
        chosen = next((option for option in field.options if option.id and option.id == item.option_id), None)
        if chosen is not None:
            text = chosen.value.get("text")
            value = text if isinstance(text, str) else ""
        if field.name and value:
            values[field.name] = value
    return values
