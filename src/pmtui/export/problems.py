"""The ranked list of problems as a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.scorecard import show_score
from pmtui.export.markdown import bullets, code, escape_inline, heading, page, table


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A ranked problem. inputs: as shown, in the order of the page's criteria. tied: others have the same rank.

    decided: what decides its place, "" where the score does.
    """

    rank: int
    tied: bool
    key: str
    title: str
    score: float
    inputs: tuple[str, ...]
    evidence_count: int
    lane: str
    tags: tuple[str, ...]
    decided: str = ""


@dataclass(frozen=True, slots=True)
class UnscoredLine:
    """A problem that can't be scored. missing: the names of the criteria it has no estimate for, or another reason."""

    key: str
    title: str
    missing: tuple[str, ...]
    evidence_count: int
    lane: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A problem out of the ranking. reason: why it was declined, or the lane it is done in."""

    key: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """The list. criteria: the names of the inputs of the score. unscored, declined, done: no section when empty."""

    workspace: str
    ranked_by: str
    formula: str
    criteria: tuple[str, ...]
    ranked: tuple[ProblemLine, ...]
    unscored: tuple[UnscoredLine, ...] = ()
    declined: tuple[ClosedLine, ...] = ()
    done: tuple[ClosedLine, ...] = ()


def problems_markdown(problems: ProblemsPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(problems))


def _parts(problems: ProblemsPage) -> Iterator[str]:
    yield heading(1, f"{problems.workspace}: problems")
    yield f"Ranked by {escape_inline(problems.ranked_by)}: {code(problems.formula)}"
    if problems.ranked:
        names = [escape_inline(name) for name in problems.criteria]
        yield table(
            ("#", "Key", "Problem", "Score", *names, "Evidence", "Lane", "Tags"),
            map(_cells, problems.ranked),
            "rllr" + "r" * len(names) + "rll",
        )
    else:
        yield "No problem is ranked yet."
    if problems.unscored:
        yield heading(2, "Needs estimates")
        header = ("Key", "Problem", "Missing", "Evidence", "Lane", "Tags")
        yield table(header, map(_unscored_cells, problems.unscored), "lllrll")
    yield from _closed("Declined", problems.declined)
    yield from _closed("Done", problems.done)


def _cells(line: ProblemLine) -> tuple[str, ...]:
    return (
        f"{line.rank:,}" + "=" * line.tied + (f" ({escape_inline(line.decided)})" if line.decided else ""),
        escape_inline(line.key),
        escape_inline(line.title),
        show_score(line.score),
        *map(escape_inline, line.inputs),
        f"{line.evidence_count:,}",
        escape_inline(line.lane),
        escape_inline(", ".join(line.tags)),
    )


def _unscored_cells(line: UnscoredLine) -> tuple[str, ...]:
    return (
        escape_inline(line.key),
        escape_inline(line.title),
        escape_inline(", ".join(line.missing)),
        f"{line.evidence_count:,}",
        escape_inline(line.lane),
        escape_inline(", ".join(line.tags)),
    )


def _closed(title: str, lines: tuple[ClosedLine, ...]) -> Iterator[str]:
    if lines:
        yield heading(2, title)
        yield bullets(
            f"**{escape_inline(line.key)}** {escape_inline(line.title)} — {escape_inline(line.reason)}"
            for line in lines
        )
