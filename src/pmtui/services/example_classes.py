"""The MoSCoW words and the Kano answers of the example."""

from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.kano import read_answer
from pmtui.domain.links import KanoAnswer
from pmtui.store.unit_of_work import UnitOfWork


def add_classes(uow: UnitOfWork, classes: dict[str, Any]) -> None:
    """Put them to the problems."""
    for word, numbers in classes["moscow"].items():
        for number in numbers:
            uow.problems.save(evolve(uow.problems.get(number), moscow=word))
    for group in classes["kano"]:
        there, not_there = read_answer(group["there"]), read_answer(group["not there"])
        for who in group["by"]:
            uow.kano_answers.add(KanoAnswer(0, group["problem"], there, not_there, who, uow.now))
