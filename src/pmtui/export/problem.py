"""One problem with everything known about it, as a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.scorecard import show_score
from pmtui.domain.statement import in_a_sentence, read_statement
from pmtui.domain.text import counted
from pmtui.export.links import LinkLine, link_table
from pmtui.export.markdown import bullets, code, escape_inline, escape_label, heading, link, page, quote, table
from pmtui.export.solutions import SolutionPart, solution_parts
from pmtui.export.user_markdown import escape_block


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One criterion. central: the value that is scored with, amount: value or range as typed, both as shown or "" ."""

    name: str
    central: str
    amount: str
    unit: str = ""
    reason: str = ""
    made_on: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence. words: its quote, or its text. The rest as far as it is known."""

    key: str
    words: str
    kind: str = ""
    source: str = ""
    author: str = ""
    company: str = ""
    occurred_on: str = ""


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """The problem.

    statement, notes: the user's Markdown. rank: None when it is not in the ranking. missing: the names of the criteria
    without an estimate. personas: that have it; reach, as shown, and scale: of all of them. evidence: what is shown of
    the evidence_count pieces. confidence: what the evidence earns, 0 to 10. custom: fields of the tool it came from.
    whole, parts: key and title of the problem it is part of, and of those that are part of it.
    decisions: key, title and day of those about it. serves: key and title of objectives, and how well each is served.
    """

    key: str
    title: str
    lane: str
    ranked_by: str
    formula: str
    score: float | None = None
    rank: int | None = None
    ranked_count: int = 0
    missing: tuple[str, ...] = ()
    need: str = ""
    horizon: str = ""
    horizon_reason: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""
    statement: str = ""
    notes: str = ""
    estimates: tuple[EstimateLine, ...] = ()
    personas: tuple[LinkLine, ...] = ()
    reach: str = ""
    scale: float | None = None
    evidence: tuple[EvidenceLine, ...] = ()
    evidence_count: int = 0
    customer_count: int = 0
    confidence: float = 0.0
    custom: tuple[tuple[str, str], ...] = ()
    whole: str = ""
    parts: tuple[str, ...] = ()
    solutions: tuple[SolutionPart, ...] = ()
    decisions: tuple[tuple[str, str, str], ...] = ()
    serves: tuple[str, ...] = ()


def problem_markdown(problem: ProblemPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(problem))


def _parts(problem: ProblemPage) -> Iterator[str]:
    yield heading(1, f"{problem.key} {problem.title}")
    yield bullets(_facts(problem))
    statement = read_statement(problem.statement)
    yield escape_inline(in_a_sentence(statement))
    yield _own_words(statement.rest)
    yield heading(2, "Score")
    yield _score(problem)
    if problem.estimates:
        header = ("Criterion", "Counts as", "Estimate", "Unit", "Reason", "Date")
        yield table(header, map(_estimate_cells, problem.estimates), "lrrlll")
    if problem.personas:
        yield heading(2, "Personas")
        yield link_table("Persona", problem.personas, problem.reach, problem.scale)
    if problem.decisions:
        yield heading(2, "Decided")
        yield bullets(
            f"{escape_inline(key)} {escape_inline(title)}, {escape_inline(day)}"
            for key, title, day in problem.decisions
        )
    yield heading(2, "Evidence")
    yield _extent(problem)
    for line in problem.evidence:
        yield quote(line.words, _attribution(line))
    yield from solution_parts(problem.solutions)
    if problem.notes.strip():
        yield heading(2, "Notes")
        yield _own_words(problem.notes)
    if problem.custom:
        yield heading(2, "Other fields")
        yield table(("Field", "Value"), (tuple(map(escape_inline, pair)) for pair in problem.custom), "ll")


def _facts(problem: ProblemPage) -> Iterator[str]:
    horizon = f"{problem.horizon}: {problem.horizon_reason}" if problem.horizon_reason else problem.horizon
    named = (
        ("Lane", problem.lane), ("Need", problem.need), ("Horizon", horizon), ("Tags", ", ".join(problem.tags)),
        ("Serves", "; ".join(problem.serves)),
        ("Part of", problem.whole), ("Its parts", "; ".join(problem.parts)),
    )  # fmt: skip
    for name, value in named:
        if value:
            yield f"{name}: {escape_inline(value)}"
    if problem.url:
        yield f"Link: {link(problem.url, problem.url)}"


def _own_words(text: str) -> str:
    return escape_block(text, below=2) if text.strip() else ""


def _score(problem: ProblemPage) -> str:
    by = f"{escape_inline(problem.ranked_by)}: {code(problem.formula)}"
    if problem.score is None:
        return f"Not scored by {by}. Missing: {escape_inline(', '.join(problem.missing))}."
    rank = "not in the ranking" if problem.rank is None else f"rank {problem.rank:,} of {problem.ranked_count:,}"
    return f"**{show_score(problem.score)}**, {rank}, by {by}"


def _estimate_cells(line: EstimateLine) -> tuple[str, ...]:
    values = (line.name, line.central, line.amount, line.unit, line.reason, line.made_on)
    return tuple(map(escape_label, values))


def _extent(problem: ProblemPage) -> str:
    if not problem.evidence_count:
        return "None yet."
    extent = f"{counted(problem.evidence_count, 'piece')} from {counted(problem.customer_count, 'customer')}"
    extent += f", confidence {problem.confidence:.1f} of 10"
    shown = len(problem.evidence)
    return f"{extent}, {shown} shown." if shown < problem.evidence_count else f"{extent}."


def _attribution(line: EvidenceLine) -> str:
    who = f"{line.author} ({line.company})" if line.author and line.company else line.author or line.company
    facts = (who, line.kind, line.source, line.occurred_on[:10])
    return " · ".join([f"**{escape_inline(line.key)}**", *(escape_label(fact) for fact in facts if fact)])
