"""The strategy as a page: every box that says something, and the objectives with how far they got."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmtui.domain.objective import grade_in_words, mean_grade
from pmtui.domain.strategy import BOXES, PARTS
from pmtui.export.markdown import bullets, escape_inline, heading, page, table
from pmtui.export.user_markdown import escape_block


@dataclass(frozen=True, slots=True)
class KeyResultLine:
    """A key result. baseline, current, target: as typed, "" while unknown; grade: 0 to 1, None while unknown."""

    key: str
    title: str
    unit: str
    baseline: str
    current: str
    target: str
    grade: float | None


@dataclass(frozen=True, slots=True)
class ObjectiveSection:
    """An objective. notes: the user's Markdown. problems: key, title and how well each serves it."""

    key: str
    title: str
    pillar: str
    notes: str
    key_results: tuple[KeyResultLine, ...]
    problems: tuple[tuple[str, str, str], ...]

    @property
    def grade(self) -> float | None:
        """The mean grade of its key results, None while unknown."""
        return mean_grade(line.grade for line in self.key_results)


@dataclass(frozen=True, slots=True)
class Strategy:
    """The page. boxes: the user's Markdown by code, without the empty ones."""

    workspace: str
    boxes: dict[str, str]
    objectives: tuple[ObjectiveSection, ...]


def strategy_markdown(strategy: Strategy) -> str:
    """The strategy on one page; the same bytes for the same values."""
    return page(_parts(strategy))


def _parts(strategy: Strategy) -> Iterator[str]:
    yield heading(1, f"{strategy.workspace}: strategy")
    if not strategy.boxes and not strategy.objectives:
        yield "Nothing is written yet."
    for title, codes in PARTS:
        written = [code for code in codes if strategy.boxes.get(code)]
        if written:
            yield heading(2, title)
        for code in written:
            yield heading(3, BOXES[code])
            yield escape_block(strategy.boxes[code], below=3)
    if strategy.objectives:
        yield heading(2, "Objectives")
        yield "Graded 0 to 1 from baseline to target: 0.6 to 0.7 is good, more was not ambitious enough."
    for objective in strategy.objectives:
        yield from _objective(objective)


def _objective(objective: ObjectiveSection) -> Iterator[str]:
    yield heading(3, f"{objective.key} {objective.title}")
    grade = objective.grade
    facts = [f"Pillar: {escape_inline(objective.pillar)}"] if objective.pillar else []
    facts.append(f"Grade: {_grade(grade)}, {grade_in_words(grade)}" if grade is not None else "Grade: not graded yet")
    yield bullets(facts)
    if objective.notes.strip():
        yield escape_block(objective.notes, below=3)
    if objective.key_results:
        header = ("Key", "Key result", "Unit", "Baseline", "Now", "Target", "Grade")
        yield table(header, map(_cells, objective.key_results), "lllrrrr")
    if objective.problems:
        yield "Served by:"
        yield bullets(_problem(problem) for problem in objective.problems)
    else:
        yield "No problem serves it yet."


def _cells(line: KeyResultLine) -> Sequence[str]:
    texts = (line.key, line.title, line.unit, line.baseline, line.current, line.target)
    return (*map(escape_inline, texts), _grade(line.grade))


def _problem(problem: tuple[str, str, str]) -> str:
    key, title, how = map(escape_inline, problem)
    return f"{key} {title} ({how})"


def _grade(grade: float | None) -> str:
    return "" if grade is None else f"{grade:.2f}"
