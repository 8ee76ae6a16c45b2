"""Solutions and experiments as other programs read them: plain values under names that stay, ready to become JSON."""

from pmtui.domain.keys import evidence_key, experiment_key, objective_key, problem_key, solution_key
from pmtui.services.records import Record
from pmtui.services.solution_lists import experiment_sheet, solution_sheet
from pmtui.services.solution_views import ExperimentView, Origin
from pmtui.store.unit_of_work import UnitOfWork


def solution_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The solutions whose title or description holds every one of the words, by problem and in their order."""
    wanted = words.casefold().split()
    found = []
    for solution in sorted(uow.solutions.all(), key=lambda each: (each.problem_id, each.position, each.id)):
        text = f"{solution.title}\n{solution.description}".casefold()
        if all(word in text for word in wanted):
            sheet = solution_sheet(uow, solution.id)
            found.append(
                {
                    "key": str(solution_key(solution.id)),
                    "title": solution.title,
                    "problem": str(problem_key(solution.problem_id)),
                    "effort": solution.effort,
                    "chosen": sheet.solution.is_chosen,
                    "assumptions": len(sheet.solution.assumptions),
                    "experiments": len(sheet.solution.all_experiments),
                }
            )
    return found


def experiment_records(uow: UnitOfWork, words: str) -> list[Record]:
    """The experiments whose title, method or result holds every one of the words."""
    wanted = words.casefold().split()
    return [
        _experiment(experiment_sheet(uow, each.id).experiment)
        for each in uow.experiments.all()
        if all(word in f"{each.title}\n{each.method}\n{each.result}".casefold() for word in wanted)
    ]


def solution_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one solution, with what it is for. Raises Refusal when it is gone."""
    sheet = solution_sheet(uow, number)
    solution = sheet.solution
    return {
        "key": str(solution_key(number)),
        "title": solution.title,
        "effort": solution.effort,
        "effort_read_as": solution.effort_words,
        "chosen": solution.is_chosen,
        **_origin(sheet.origin),
        "description": solution.description,
        "created_at": sheet.created_at,
        "updated_at": sheet.updated_at,
        "assumptions": [
            {
                "kind": each.kind,
                "title": each.title,
                "importance": each.importance,
                "support": each.support,
                "notes": each.notes,
                "experiments": [str(experiment_key(one.id)) for one in each.experiments],
            }
            for each in solution.assumptions
        ],
        "experiments": [_experiment(each) for each in solution.all_experiments],
    }


def experiment_record(uow: UnitOfWork, number: int) -> Record:
    """Everything about one experiment, with what it is for. Raises Refusal when it is gone."""
    sheet = experiment_sheet(uow, number)
    return {**_experiment(sheet.experiment), "checks": sheet.assumption, **_origin(sheet.origin)}


def _origin(origin: Origin) -> Record:
    return {
        "problem": f"{problem_key(origin.problem[0])} {origin.problem[1]}",
        "evidence_of_problem": origin.evidence_count,
        "customers": origin.customer_count,
        "objective": f"{objective_key(origin.objective[0])} {origin.objective[1]}" if origin.objective else "",
    }


def _experiment(view: ExperimentView) -> Record:
    return {
        "key": str(experiment_key(view.id)),
        "title": view.title,
        "solution": str(solution_key(view.solution_id)),
        "state": view.state,
        "method": view.method,
        "success_limit": view.success_limit,
        "result": view.result,
        "outcome": view.outcome,
        "evidence": str(evidence_key(view.evidence_id)) if view.evidence_id is not None else "",
        "started_on": view.started_on,
        "ended_on": view.ended_on,
    }
