"""The strategy as other programs read it: plain values under names that stay, ready to become JSON."""

from pmtui.domain.keys import key_result_key, objective_key
from pmtui.domain.objective import KeyResult
from pmtui.services.records import Record
from pmtui.services.strategy_views import ObjectiveView, objective_view, strategy_page
from pmtui.store.unit_of_work import UnitOfWork


def objective_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The objectives whose title, pillar or notes hold every one of the words, in the order of the page."""
    return [
        _objective(view)
        for view in strategy_page(uow).objectives
        if _holds(words, view.objective.title, view.objective.pillar, view.objective.notes)
    ]


def key_result_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The key results whose title or unit holds every one of the words, in the order of the page."""
    return [
        _key_result(result)
        for view in strategy_page(uow).objectives
        for result in view.key_results
        if _holds(words, result.title, result.unit)
    ]


def objective_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one objective, with its key results and problems. Raises Refusal when it is gone."""
    view = objective_view(uow, number)
    return {
        **_objective(view),
        "notes": view.objective.notes,
        "created_at": view.objective.created_at,
        "updated_at": view.objective.updated_at,
        "key_results": [_key_result(result) for result in view.key_results],
        "linked_problems": [{"key": each.key, "title": each.title, "fit": each.fit} for each in view.problems],
    }


def key_result_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one key result. Raises Refusal when it is gone."""
    result = uow.key_results.get(number)
    objective = uow.objectives.get(result.objective_id)
    return {
        **_key_result(result),
        "created_at": result.created_at,
        "updated_at": result.updated_at,
        "objectives": [{"key": str(objective_key(objective.id)), "title": objective.title}],
    }


def _objective(view: ObjectiveView) -> Record:
    return {
        "key": str(objective_key(view.objective.id)),
        "title": view.objective.title,
        "pillar": view.objective.pillar,
        "grade": view.grade,
        "results": len(view.key_results),
        "problems": len(view.problems),
    }


def _key_result(result: KeyResult) -> Record:
    return {
        "key": str(key_result_key(result.id)),
        "title": result.title,
        "objective": str(objective_key(result.objective_id)),
        "unit": result.unit,
        "baseline": result.baseline,
        "current": result.current,
        "target": result.target,
        "grade": result.grade,
    }


def _holds(words: str, *texts: str) -> bool:
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words.casefold().split())
