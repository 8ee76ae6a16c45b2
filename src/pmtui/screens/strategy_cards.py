"""The strategy page as cards: what is written in each box, and the objectives with their bars."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from pmtui.domain.keys import Key, Kind
from pmtui.domain.lifecycle import STAGES
from pmtui.domain.objective import KeyResult, grade_in_words, show_figure
from pmtui.domain.strategy import BOXES, LIFECYCLE, PARTS, box_number
from pmtui.screens.strategy_words import HINTS, NO_OBJECTIVES
from pmtui.services.strategy_views import ObjectiveView, StrategyPage
from pmtui.widgets.canvas_layout import Card, Line, Part, Stop
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, lines_of, wrap_lines

BOX_CELLS, WIDE_CELLS, OBJECTIVE_CELLS = 36, 60, 62
CHARACTERS_SHOWN, LINES_SHOWN = 5_000, 60
BAR, GRADE = 10, 5
FIRST = (Kind.STRATEGY_BOX, 1)
NO_OBJECTIVE = (Kind.OBJECTIVE, 0)
"""The stop where the objectives would be."""


def strategy_parts(page: StrategyPage) -> list[Part]:
    """The whole page."""
    parts = [
        Part(
            heading,
            tuple(_box(code, page.boxes.get(code, "")) for code in codes),
            WIDE_CELLS if len(codes) == 2 else BOX_CELLS,
        )
        for heading, codes in PARTS
    ]
    objectives = tuple(map(objective_card, page.objectives)) or (_no_objectives(),)
    return [*parts, Part("Objectives", objectives, OBJECTIVE_CELLS)]


def problem_stop(objective: int, problem: int) -> Stop:
    """The line of a problem that serves an objective."""
    return (Kind.PROBLEM_OBJECTIVE, objective, problem)


def _box(code: str, text: str) -> Card:
    draw = _stage_lines if code == LIFECYCLE and text in STAGES else _box_lines
    return Card((Kind.STRATEGY_BOX, box_number(code)), BOXES[code], partial(draw, code, text))


def _box_lines(code: str, text: str, width: int) -> list[Line]:
    if not text:
        return [Line(line_content(line, "italic $muted")) for line in lines_of(HINTS[code], width)]
    return [Line(line_content(line)) for line in lines_of(text[:CHARACTERS_SHOWN], width)[:LINES_SHOWN]]


def _stage_lines(_: str, text: str, width: int) -> list[Line]:
    stage = STAGES[text]
    head = Content.assemble((text.capitalize(), "bold $strong"), (f" · starts with the {stage.lens} lens", "$muted"))
    return [Line(head.truncate(width, ellipsis=True)), *(Line(Content(line)) for line in lines_of(stage.advice, width))]


def _no_objectives() -> Card:
    def lines(width: int) -> list[Line]:
        key = Content.assemble(("a", "bold $accent"), (" adds the first one.", "$muted"))
        return [*(Line(Content.styled(line, "italic $muted")) for line in lines_of(NO_OBJECTIVES, width)), Line(key)]

    return Card(NO_OBJECTIVE, "No objective yet", lines)


def objective_card(view: ObjectiveView) -> Card:
    """The card of an objective: its key results as bars, and the problems that serve it."""
    grade = view.grade
    words = f"{grade:.2f} · {grade_in_words(grade)}" if grade is not None else grade_in_words(grade)
    title = f"{Key(Kind.OBJECTIVE, view.objective.id)} {view.objective.title}"
    return Card((Kind.OBJECTIVE, view.objective.id), title, partial(_objective_lines, view), words, is_whole=True)


def _objective_lines(view: ObjectiveView, width: int) -> list[Line]:
    return [*_about(view, width), *_key_results(view.key_results, width), *_problems(view, width)]


def _about(view: ObjectiveView, width: int) -> Iterator[Line]:
    facts = " · ".join(filter(None, (view.objective.pillar, " ".join(view.objective.notes.split()))))
    if facts:
        yield from (Line(line_content(line, "$muted")) for line in wrap_lines(facts, width, 2))


def _key_results(results: Sequence[KeyResult], width: int) -> Iterator[Line]:
    if not results:
        words = " adds a key result: how one would know that it is reached."
        yield Line(Content.assemble(("n", "bold $accent"), (fit(words, max(1, width - 1)), "$muted")))
    figures = {result.id: _figures(result) for result in results}
    widest = min(max(map(len, figures.values()), default=0), max(10, width // 3))
    shown = [(result, _measured(result, figures[result.id], widest)) for result in results]
    keys = {result.id: str(Key(Kind.KEY_RESULT, result.id)) for result in results}
    needed = max(
        (line_content(result.title).cell_length + len(keys[result.id]) + 2 + of.cell_length for result, of in shown),
        default=0,
    )
    for result, measured in shown:
        key, stop = (keys[result.id], "$accent"), (Kind.KEY_RESULT, result.id)
        room = width - len(keys[result.id]) - 1
        if needed > width:
            yield Line(Content.assemble(key, " ", line_content(fit(result.title, room))), stop)
            yield Line(Content.assemble(" " * max(0, width - measured.cell_length), measured).truncate(width), stop)
        else:
            title = line_content(fit_left(result.title, room - 1 - measured.cell_length))
            yield Line(Content.assemble(key, " ", title, " ", measured), stop)


def _measured(result: KeyResult, figures: str, widest: int) -> Content:
    """Its figures, its bar and its grade."""
    grade = result.grade
    if grade is None:
        missing = [name for name in ("baseline", "target", "current") if getattr(result, name) is None]
        needs = f"needs {' and '.join(missing)}" if missing else "no way to go"
        needs = fit_left(needs, max(BAR + GRADE, len(needs)))
        return Content.assemble((fit_right(figures, widest), "$muted"), "  ", (needs, "$warning"))
    style = "$success" if grade_in_words(grade) == "good" else "$accent"
    # The rest of the bar is drawn too, so that one sees how much is left.
    done = fit_left(bar(grade, BAR), BAR)
    return Content.assemble(
        (fit_right(figures, widest), "$muted"),
        "  ",
        (done, f"{style} on $panel"),
        (fit_right(f"{grade:.2f}", GRADE), "bold $strong"),
    )


def _figures(result: KeyResult) -> str:
    """From where over where it is now to where it is to get: 38 → 62 of 78 %."""
    known = tuple(show_figure(value) or "?" for value in (result.baseline, result.current, result.target))
    return f"{known[0]} → {known[1]} of {known[2]} {result.unit}".rstrip()


def _problems(view: ObjectiveView, width: int) -> Iterator[Line]:
    if not view.problems:
        words = fit(" connects the problems that serve it.", max(1, width - 20))
        yield Line(Content.assemble(("No problem yet. ", "$warning"), ("c", "bold $accent"), (words, "$muted")))
    else:
        yield Line(Content.styled("Served by", "$muted"))
    longest = max((len(problem.key) for problem in view.problems), default=0)
    for problem in view.problems:
        how = f" {problem.how}"
        room = max(1, width - longest - 1 - len(how))
        yield Line(
            Content.assemble(
                (fit_left(problem.key, longest), "$accent"),
                " ",
                line_content(fit_left(problem.title, room)),
                (how, "$muted"),
            ),
            problem_stop(view.objective.id, problem.id),
        )
