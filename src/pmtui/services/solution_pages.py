"""The solutions of a problem, as part of its Markdown page."""

from collections.abc import Sequence

from pmtui.domain.keys import evidence_key, experiment_key, solution_key
from pmtui.export import solutions as page
from pmtui.services.solution_views import ExperimentView, SolutionView


def solution_parts(solutions: Sequence[SolutionView]) -> tuple[page.SolutionPart, ...]:
    """What a problem's page says of its solutions."""
    return tuple(
        page.SolutionPart(
            key=str(solution_key(view.id)),
            title=view.title,
            effort=f"{view.effort} person-months" if view.effort else "",
            is_chosen=view.is_chosen,
            description=view.description,
            assumptions=tuple(
                page.AssumptionLine(each.title, each.kind, each.importance, each.support, each.notes)
                for each in view.assumptions
            ),
            experiments=tuple(map(_experiment, view.all_experiments)),
        )
        for view in solutions
    )


def _experiment(view: ExperimentView) -> page.ExperimentLine:
    return page.ExperimentLine(
        key=str(experiment_key(view.id)),
        title=view.title,
        state=view.state,
        method=view.method,
        success_limit=view.success_limit,
        result=view.result,
        evidence=str(evidence_key(view.evidence_id)) if view.evidence_id is not None else "",
        ended_on=view.ended_on,
    )
