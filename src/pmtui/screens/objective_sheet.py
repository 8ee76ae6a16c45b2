"""Everything about one objective, as lines of a given width."""

from collections.abc import Iterator

from textual.content import Content

from pmtui.domain.keys import key_result_key, objective_key
from pmtui.domain.objective import KeyResult
from pmtui.screens.sheet_parts import block, joined, titled
from pmtui.services.strategy_views import ObjectiveView
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, line_content

BAR = 12


def objective_content(view: ObjectiveView, width: int) -> Content:
    """The sheet of an objective, with its key results and the problems that serve it."""
    objective = view.objective
    facts = [objective.pillar] if objective.pillar else []
    facts += [f"grade {view.grade:.2f}"] if view.grade is not None else []
    return joined(
        [*titled(objective_key(objective.id), objective.title, width), line_content(" · ".join(facts), "$muted")],
        block("notes", objective.notes, width),
        _key_results(view, width),
        _problems(view, width),
    )


def _key_results(view: ObjectiveView, width: int) -> Iterator[Content]:
    for result in view.key_results:
        yield from _key_result(result, width)


def _key_result(result: KeyResult, width: int) -> Iterator[Content]:
    key = str(key_result_key(result.id))
    yield Content.assemble((key, "$accent"), " ", line_content(fit(result.title, max(8, width - len(key) - 1))))
    if result.grade is not None:
        grade = fit_left(bar(result.grade, BAR), BAR)
        yield Content.assemble(" " * (len(key) + 1), (grade, "$accent on $panel"), f" {result.grade:.2f}")


def _problems(view: ObjectiveView, width: int) -> Iterator[Content]:
    yield Content.styled("Problems that serve it", "bold $strong")
    if not view.problems:
        yield Content.assemble(("None yet. ", "$warning"), ("c", "bold $accent"), (" connects them.", "$muted"))
    for problem in view.problems:
        words = fit(f"{problem.title} · {problem.how}", max(8, width - len(problem.key) - 1))
        yield Content.assemble((problem.key, "$accent"), " ", line_content(words))
