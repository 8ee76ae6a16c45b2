"""Any record of the workspace in words: what it is called, and what its fields hold."""

from collections.abc import Mapping

from pmtui.domain.estimate import Amount, show_amount
from pmtui.domain.evidence import headline
from pmtui.domain.keys import (
    KEY_LETTERS,
    Key,
    Kind,
    decision_key,
    evidence_key,
    objective_key,
    persona_key,
    problem_key,
    solution_key,
)
from pmtui.domain.strategy import BOXES
from pmtui.store.unit_of_work import UnitOfWork

Row = Mapping[str, object]
_CLOCK = ("created_at", "updated_at")
_AMOUNT = ("low", "high", "middle", "central")
_KEY_OF = {
    "decision_id": decision_key,
    "problem_id": problem_key,
    "evidence_id": evidence_key,
    "persona_id": persona_key,
    "objective_id": objective_key,
    "solution_id": solution_key,
    "parent_id": problem_key,
}


def record_words(uow: UnitOfWork, kind: str, number: int, row: Row) -> str:
    """What people call a record: its key and title, its name, or what it links."""
    if kind in KEY_LETTERS and "title" in row:
        return f"{Key(Kind(kind), number)} {row['title']}"
    if kind == Kind.STRATEGY_BOX:
        return BOXES.get(str(row["code"]), str(row["code"]))
    if kind == Kind.EVIDENCE:
        return f"{evidence_key(number)} {headline(str(row['text']))}"
    if kind == Kind.TAG:
        return f"#{row['name']}"
    if kind == Kind.ESTIMATE:
        return " ".join((str(problem_key(_number(row, "problem_id"))), _criterion_name(uow, row), _amount(uow, row)))
    word = kind.replace("_", " ")
    for field in ("name", "title"):
        if field in row:
            return f"{word} {row[field]}"
    ends = [str(key(_number(row, field))) for field, key in _KEY_OF.items() if field in row]
    if "tag_id" in row:
        ends.append(f"#{_tag_name(uow, row)}")
    return " and ".join(ends) or word


def field_words(uow: UnitOfWork, kind: str, row: Row) -> dict[str, str]:
    """What the fields of a record hold, by the name people know; its moments are left out."""
    words = {}
    for field, value in row.items():
        if field in _CLOCK or (kind == Kind.ESTIMATE and field in _AMOUNT):
            continue
        shown = "" if value is None else str(value)
        if field == "lane_id":
            lane = uow.lanes.find(_number(row, field))
            shown = lane.name if lane else shown
        if field == "ranking" and shown:
            shown = "the ranking as it was"
        words[field.removesuffix("_id").replace("_", " ")] = shown
    if kind == Kind.ESTIMATE:
        words["value"] = _amount(uow, row)
    return words


def _number(row: Row, field: str) -> int:
    return int(str(row[field]))


def _tag_name(uow: UnitOfWork, row: Row) -> str:
    tag = uow.tags.find(_number(row, "tag_id"))
    return tag.name if tag else str(row["tag_id"])


def _criterion_name(uow: UnitOfWork, row: Row) -> str:
    criterion = uow.criteria.find(_number(row, "criterion_id"))
    return criterion.name.lower() if criterion else "estimate"


def _amount(uow: UnitOfWork, row: Row) -> str:
    criterion = uow.criteria.find(_number(row, "criterion_id"))
    low, high, middle = (None if row[field] is None else float(str(row[field])) for field in ("low", "high", "middle"))
    return show_amount(Amount(low or 0.0, high or 0.0, middle), criterion) if criterion else ""
