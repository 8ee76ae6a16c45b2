"""Everything about one solution, assumption or experiment, as lines of a given width."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from pmtui.domain.keys import evidence_key, experiment_key, objective_key, problem_key, solution_key
from pmtui.screens.dates import day, today
from pmtui.screens.sheet_parts import block, joined, titled
from pmtui.services.opportunity_tree import RISKY, state_in_words
from pmtui.services.solution_views import (
    AssumptionSheet,
    AssumptionView,
    ExperimentSheet,
    ExperimentView,
    Origin,
    SolutionSheet,
    SolutionView,
)
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, line_content, wrap_lines

NAME, GRADE, GRADES = 9, 5, 5
LINES = 4
_STYLES = {"passed": "$success", "failed": "$error", "unclear": "$warning", "running": "$accent"}

Line = Content


def solution_content(sheet: SolutionSheet, width: int) -> Content:
    """The sheet of a solution."""
    now, solution = today(), sheet.solution
    changed = f"Added {day(sheet.created_at, now)}, changed {day(sheet.updated_at, now)}"
    return joined(
        _solution_head(solution, width),
        _origin(sheet.origin, width),
        block("description", solution.description, width),
        _assumptions(solution, width),
        _experiments(solution.all_experiments, width, now),
        [line_content(changed, "$muted")],
    )


def assumption_content(sheet: AssumptionSheet, width: int) -> Content:
    """The sheet of an assumption."""
    now, assumption = today(), sheet.assumption
    return joined(
        [Content.styled("What must be true", "bold $strong"), *_assumption(assumption, width)],
        _origin(sheet.origin, width),
        block("notes", assumption.notes, width),
        _experiments(assumption.experiments, width, now),
    )


def experiment_content(sheet: ExperimentSheet, width: int) -> Content:
    """The sheet of an experiment."""
    now, experiment = today(), sheet.experiment
    return joined(
        [*titled(experiment_key(experiment.id), experiment.title, width), _state(experiment, now)],
        _origin(sheet.origin, width),
        _named("Checks", sheet.assumption, width),
        block("method", experiment.method, width),
        block("success is", experiment.success_limit, width),
        block("seen", experiment.result, width) if experiment.result else _no_result(),
        _became(experiment, width),
    )


def solution_lines(solutions: tuple[SolutionView, ...], width: int) -> Iterator[Line]:
    """The solutions of a problem on its sheet, with what is riskiest and what was tried."""
    if not solutions:
        return
    keys = Content.assemble(("A", "bold $accent"), (" goes there", "$muted"))
    yield Content.assemble(("Solutions  ", "bold $strong"), keys)
    now = today()
    for solution in solutions:
        note = _short_facts(solution)
        key = str(solution_key(solution.id))
        room = max(8, width - len(key) - 2 - len(note))
        yield Content.assemble(
            (key, "$accent"), " ", line_content(fit_left(solution.title, room)), " ", line_content(note, "$muted")
        )
        for assumption in solution.assumptions[:1]:
            yield Content.assemble("  ", line_content(fit(_in_short(assumption), max(8, width - 2)), "$muted"))
        for experiment in solution.all_experiments:
            yield from _experiment(experiment, width, now, "  ")


def _short_facts(solution: SolutionView) -> str:
    effort = f"{solution.effort} pm" if solution.effort else ""
    return " · ".join(filter(None, ("chosen" if solution.is_chosen else "", effort)))


def _in_short(assumption: AssumptionView) -> str:
    return f"if {assumption.title} ({assumption.kind}, {assumption.importance}/{assumption.support})"


def _solution_head(solution: SolutionView, width: int) -> Iterator[Line]:
    yield from titled(solution_key(solution.id), solution.title, width)
    if solution.is_chosen:
        yield Content.styled("chosen on the roadmap", "$success")
    if not solution.effort:
        yield Content.assemble(("No effort yet. ", "$warning"), ("e", "bold $accent"), (" types it.", "$muted"))
        return
    words = f"{solution.effort} person-months" + (f": {solution.effort_words}" if solution.effort_words else "")
    for line in wrap_lines(words, width, 2):
        yield line_content(line, "$muted")


def _origin(origin: Origin, width: int) -> Iterator[Line]:
    """What it is for: its solution, its problem with the evidence, and the objective."""
    if origin.solution is not None:
        yield from _keyed("Solution", str(solution_key(origin.solution[0])), origin.solution[1], width)
    yield from _keyed("Problem", str(problem_key(origin.problem[0])), origin.problem[1], width)
    pieces = "1 piece" if origin.evidence_count == 1 else f"{origin.evidence_count:,} pieces"
    customers = "1 customer" if origin.customer_count == 1 else f"{origin.customer_count:,} customers"
    words = f"{pieces} from {customers}" if origin.evidence_count else "none yet"
    yield Content.assemble((fit_left("Evidence", NAME), "$muted"), (words, "" if origin.evidence_count else "$warning"))
    if origin.objective is None:
        yield Content.assemble((fit_left("Serves", NAME), "$muted"), ("no objective yet", "$warning"))
    else:
        yield from _keyed("Serves", str(objective_key(origin.objective[0])), origin.objective[1], width)
    yield Content.assemble(" " * NAME, ("w", "bold $accent"), (" shows the problem with all of it", "$muted"))


def _keyed(name: str, key: str, title: str, width: int) -> Iterator[Line]:
    room = max(8, width - NAME - len(key) - 1)
    yield Content.assemble((fit_left(name, NAME), "$muted"), (key, "$accent"), " ", line_content(fit(title, room)))


def _assumptions(solution: SolutionView, width: int) -> Iterator[Line]:
    yield Content.styled("What must be true", "bold $strong")
    if not solution.assumptions:
        yield Content.assemble(("Nothing is said yet. ", "$warning"), ("a", "bold $accent"), (" adds it.", "$muted"))
    for assumption in solution.assumptions:
        yield from _assumption(assumption, width)


def _assumption(assumption: AssumptionView, width: int) -> Iterator[Line]:
    for line in wrap_lines(assumption.title, width, 2):
        yield line_content(line)
    grades = (("matters", assumption.importance, "$accent"), ("known", assumption.support, "$success"))
    parts: list[Content | str | tuple[str, str]] = [(fit_left(assumption.kind, 11), "$muted")]
    for name, value, style in grades:
        parts += [(f"{name} ", "$muted"), (fit_left(bar(value / GRADES, GRADE), GRADE), style), f" {value}  "]
    if assumption.importance - assumption.support >= RISKY:
        parts.append(("check first", "$warning"))
    yield Content.assemble("  ", *parts)


def _experiments(experiments: tuple[ExperimentView, ...], width: int, now: date) -> Iterator[Line]:
    yield Content.styled("Experiments", "bold $strong")
    if not experiments:
        yield Content.assemble(
            ("None yet. ", "$warning"), ("a", "bold $accent"), (" adds the cheapest check.", "$muted")
        )
    for experiment in experiments:
        yield from _experiment(experiment, width, now)
        for name, words in (("success", experiment.success_limit), ("seen", experiment.result)):
            yield from _named(name, words, width, "  ")


def _experiment(experiment: ExperimentView, width: int, now: date, indent: str = "") -> Iterator[Line]:
    key, state = str(experiment_key(experiment.id)), _state(experiment, now)
    room = max(8, width - len(indent) - len(key) - 2 - state.cell_length)
    yield Content.assemble(indent, (key, "$accent"), " ", line_content(fit_left(experiment.title, room)), " ", state)


def _state(experiment: ExperimentView, now: date) -> Content:
    words = state_in_words(experiment.state)
    moment = experiment.ended_on or (experiment.started_on if not experiment.outcome else "")
    became = f" {evidence_key(experiment.evidence_id)}" if experiment.evidence_id is not None else ""
    when = f" {day(moment, now)}" if moment else ""
    shown = line_content(words, _STYLES.get(experiment.state, "$muted"))
    return Content.assemble(shown, line_content(when + became, "$muted"))


def _no_result() -> Iterator[Line]:
    yield Content.assemble(("No result yet. ", "$warning"), ("r", "bold $accent"), (" writes it down.", "$muted"))


def _became(experiment: ExperimentView, width: int) -> Iterator[Line]:
    if experiment.evidence_id is not None:
        key = str(evidence_key(experiment.evidence_id))
        yield Content.assemble(("Evidence ", "$muted"), (key, "$accent"), (" holds its result", "$muted"))
    elif experiment.result:
        words = "makes the result evidence of the problem."
        yield Content.assemble(("E ", "bold $accent"), line_content(fit(words, max(8, width - 2)), "$muted"))


def _named(name: str, words: str, width: int, indent: str = "") -> Iterator[Line]:
    if not words:
        return
    for place, line in enumerate(wrap_lines(words, max(8, width - NAME - len(indent)), LINES)):
        said = fit_left(name if not place else "", NAME)
        yield Content.assemble(indent, (said, "$muted"), line_content(line))
