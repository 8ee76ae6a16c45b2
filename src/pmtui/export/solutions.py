"""The solutions of a problem with their assumptions and experiments, as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmtui.export.markdown import bullets, escape_inline, heading, table
from pmtui.export.user_markdown import escape_block


@dataclass(frozen=True, slots=True)
class AssumptionLine:
    """What must be true. importance, support: 1 to 5."""

    title: str
    kind: str
    importance: int
    support: int
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ExperimentLine:
    """One check. state: its outcome, running or planned. evidence: the key of what its result became, or ""."""

    key: str
    title: str
    state: str
    method: str = ""
    success_limit: str = ""
    result: str = ""
    evidence: str = ""
    ended_on: str = ""


@dataclass(frozen=True, slots=True)
class SolutionPart:
    """One solution. effort: in words. description: the user's Markdown. assumptions: the riskiest first."""

    key: str
    title: str
    effort: str = ""
    is_chosen: bool = False
    description: str = ""
    assumptions: tuple[AssumptionLine, ...] = ()
    experiments: tuple[ExperimentLine, ...] = ()


def solution_parts(solutions: Sequence[SolutionPart]) -> Iterator[str]:
    """The parts of a page about the solutions of a problem, under a heading of the second level; none without any."""
    if not solutions:
        return
    yield heading(2, "Solutions")
    for solution in solutions:
        yield heading(3, f"{solution.key} {solution.title}")
        facts = ("**Chosen.**" if solution.is_chosen else "", f"Effort: {escape_inline(solution.effort)}.")
        yield " ".join(fact for fact in facts if fact and (solution.effort or fact.startswith("*")))
        yield escape_block(solution.description, below=3) if solution.description.strip() else ""
        if solution.assumptions:
            yield "What must be true, the riskiest first:"
            header = ("Assumption", "Kind", "Importance", "Evidence", "Notes")
            yield table(header, map(_assumption_cells, solution.assumptions), "llrrl")
        for experiment in solution.experiments:
            yield _experiment(experiment)


def _assumption_cells(line: AssumptionLine) -> tuple[str, ...]:
    return (
        escape_inline(line.title),
        escape_inline(line.kind),
        f"{line.importance} of 5",
        f"{line.support} of 5",
        escape_inline(line.notes),
    )


def _experiment(line: ExperimentLine) -> str:
    state = " ".join(filter(None, (line.state, line.ended_on)))
    told = (("How", line.method), ("Success is", line.success_limit), ("Seen", line.result))
    facts = [f"{name}: {escape_inline(words)}" for name, words in told if words]
    facts += [f"Evidence: {line.evidence}"] if line.evidence else []
    head = f"**{line.key}** {escape_inline(line.title)} ({escape_inline(state)})"
    return head + (f"\n\n{bullets(facts)}" if facts else "")
