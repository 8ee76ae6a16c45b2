"""The strategy as a Markdown page to hand over."""

from pmtui.domain.keys import Key, Kind
from pmtui.domain.objective import KeyResult, show_figure
from pmtui.export import strategy as page
from pmtui.services.strategy_views import ObjectiveView, strategy_page
from pmtui.store.unit_of_work import UnitOfWork


def strategy_markdown(uow: UnitOfWork) -> str:
    """The whole strategy."""
    found = strategy_page(uow)
    return page.strategy_markdown(
        page.Strategy(found.workspace, dict(found.boxes), tuple(map(_objective, found.objectives)))
    )


def _objective(view: ObjectiveView) -> page.ObjectiveSection:
    objective = view.objective
    return page.ObjectiveSection(
        key=str(Key(Kind.OBJECTIVE, objective.id)),
        title=objective.title,
        pillar=objective.pillar,
        notes=objective.notes,
        key_results=tuple(map(_key_result, view.key_results)),
        problems=tuple((problem.key, problem.title, problem.how) for problem in view.problems),
    )


def _key_result(result: KeyResult) -> page.KeyResultLine:
    return page.KeyResultLine(
        key=str(Key(Kind.KEY_RESULT, result.id)),
        title=result.title,
        unit=result.unit,
        baseline=show_figure(result.baseline),
        current=show_figure(result.current),
        target=show_figure(result.target),
        grade=result.grade,
    )
