"""What else should be known of a score: another one in the file it came from, and how many answers it rests on."""

from collections.abc import Iterable, Mapping

from pmtui.domain.criteria import ANSWERS
from pmtui.domain.custom import custom_fields
from pmtui.domain.file_score import score_in_file
from pmtui.domain.keys import problem_key
from pmtui.domain.problem import Problem
from pmtui.domain.scorecard import show_score
from pmtui.domain.survey_interval import survey_interval
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork

Neighbour = tuple[int, float] | None


def score_remarks(
    uow: UnitOfWork, problem: Problem, values: Mapping[str, float], score: float | None, neighbours: Iterable[Neighbour]
) -> tuple[str, ...]:
    """Sentences on the score of a problem. values: its inputs by code; neighbours: those above and below it."""
    custom = [(name, str(text)) for name, text in custom_fields(problem.custom).items()]
    theirs = score_in_file(custom, uow.scorecard, score)
    remarks = [f"In the file it came from: {theirs}. Our formula counts."] if theirs else []
    interval = survey_interval(uow.scorecard.compiled, values) if score is not None else None
    if interval is not None:
        low, high = interval
        words = f"By its {values[ANSWERS]:,.0f} answers the score is between {show_score(low)} and {show_score(high)}"
        words += " (Wilson's 90 % intervals)"
        alike = [str(problem_key(other)) for other in _overlapping(uow, interval, neighbours)]
        remarks.append(words + (f"; too few to rank it against {' and '.join(alike)}." if alike else "."))
    return tuple(remarks)


def _overlapping(uow: UnitOfWork, interval: tuple[float, float], neighbours: Iterable[Neighbour]) -> Iterable[int]:
    formula = uow.scorecard.compiled
    for neighbour in filter(None, neighbours):
        number, score = neighbour
        theirs = survey_interval(formula, problems.inputs_of(uow.connection, [number])[number]) or (score, score)
        if theirs[0] <= interval[1] and interval[0] <= theirs[1]:
            yield number
