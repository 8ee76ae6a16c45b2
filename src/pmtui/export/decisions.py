"""Decisions as pages: one with everything known about it, or the log of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmtui.domain.decision import Calibration
from pmtui.domain.scorecard import show_score
from pmtui.domain.text import counted
from pmtui.export.markdown import bullets, code, escape_inline, heading, page, quote, table
from pmtui.export.user_markdown import escape_block

_SECTIONS = ("context", "options", "choice", "reason", "prediction", "learned")


@dataclass(frozen=True, slots=True)
class RankLine:
    """One problem of the frozen ranking. p_top: the share of the runs it was among the first."""

    key: str
    title: str
    rank: int
    score: float
    p_top: float
    estimates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RankingPart:
    """The frozen ranking: by which scorecard version, its formula, the moment, how many places were the top."""

    ranked_by: str
    formula: str
    at: str
    top: int
    lines: tuple[RankLine, ...]


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A piece of evidence the decision rests on. words: its quote, or its text."""

    key: str
    words: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """The decision. texts: the user's Markdown and lines by field. problems and other decisions: key and title.

    probability: 0 to 1, None when unknown. brier: the Brier score, None before the review.
    """

    key: str
    title: str
    decided_on: str = ""
    state: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    probability: float | None = None
    outcome: str = ""
    reviewed_on: str = ""
    brier: float | None = None
    place: int | None = None
    problems: tuple[tuple[str, str], ...] = ()
    evidence: tuple[PieceLine, ...] = ()
    supersedes: tuple[str, str] | None = None
    superseded_by: tuple[tuple[str, str], ...] = ()
    ranking: RankingPart | None = None
    custom: tuple[tuple[str, str], ...] = ()


def decision_markdown(decision: DecisionPage) -> str:
    """One decision as a page of its own; the same bytes for the same values."""
    return page(_parts(decision, 1))


def decisions_markdown(
    workspace: str, decisions: Sequence[DecisionPage], groups: Sequence[Calibration], mean_brier: float | None
) -> str:
    """The log: a table of all decisions, how well predictions were calibrated, then each decision."""
    each = (part for decision in decisions for part in _parts(decision, 2))
    return page([*_log(workspace, decisions, groups, mean_brier), *each])


def decision_log_markdown(
    workspace: str, decisions: Sequence[DecisionPage], groups: Sequence[Calibration], mean_brier: float | None
) -> str:
    """The log without the decisions themselves, which have pages of their own."""
    return page(_log(workspace, decisions, groups, mean_brier))


def _log(
    workspace: str, decisions: Sequence[DecisionPage], groups: Sequence[Calibration], mean_brier: float | None
) -> Iterator[str]:
    yield heading(1, f"{workspace}: decisions")
    if not decisions:
        yield "None yet."
        return
    header = ("Key", "Decided", "Decision", "Driver", "Prediction", "Review", "State", "Brier score")
    yield table(header, map(_cells, decisions), "llllrllr")
    if groups:
        yield heading(2, "Calibration")
        yield (
            f"{counted(sum(group.count for group in groups), 'reviewed prediction')}, mean Brier score "
            f"{'' if mean_brier is None else f'{mean_brier:.2f}'} (0 is best, always saying 50 % gives 0.25)."
        )
        rows = (
            (f"{group.low:.0%} to {group.high:.0%}", str(group.count), _percent(group.stated), _percent(group.happened))
            for group in groups
        )
        yield table(("Stated", "Predictions", "Mean stated", "Came true"), rows, "lrrr")


def _cells(decision: DecisionPage) -> tuple[str, ...]:
    return (
        escape_inline(decision.key),
        escape_inline(decision.decided_on[:10]),
        escape_inline(decision.title),
        escape_inline(decision.texts.get("driver", "")),
        _percent(decision.probability),
        escape_inline(decision.texts.get("review_on", "")),
        escape_inline(decision.state),
        "" if decision.brier is None else f"{decision.brier:.2f}",
    )


def _parts(decision: DecisionPage, level: int) -> Iterator[str]:
    yield heading(level, f"{decision.key} {decision.title}")
    yield bullets(_facts(decision))
    for name in _SECTIONS:
        if text := decision.texts.get(name, "").strip():
            yield heading(level + 1, name.capitalize())
            if name == "prediction" and decision.probability is not None:
                yield f"{decision.probability * 100:.12g}% likely:"
            yield escape_block(text, below=level + 1)
    if decision.problems:
        yield heading(level + 1, "Problems")
        yield bullets(f"{escape_inline(key)} {escape_inline(title)}" for key, title in decision.problems)
    if decision.evidence:
        yield heading(level + 1, "Evidence")
        for piece in decision.evidence:
            facts = (f"**{escape_inline(piece.key)}**", *(escape_inline(fact) for fact in piece.facts if fact))
            yield quote(piece.words, " · ".join(facts))
    if decision.ranking is not None:
        yield from _ranking(decision.ranking, level + 1)
    if decision.custom:
        yield heading(level + 1, "Other fields")
        yield table(("Field", "Value"), (tuple(map(escape_inline, pair)) for pair in decision.custom), "ll")


def _facts(decision: DecisionPage) -> Iterator[str]:
    texts = decision.texts
    named = (
        ("Decided", decision.decided_on[:10]),
        ("Driver", texts.get("driver", "")),
        ("Approver", texts.get("approver", "")),
        ("Contributors", texts.get("contributors", "")),
        ("Informed", texts.get("informed", "")),
        ("Review", texts.get("review_on", "")),
        ("Outcome", f"{decision.outcome} on {decision.reviewed_on[:10]}" if decision.outcome else ""),
        ("Brier score", "" if decision.brier is None else f"{decision.brier:.2f}"),
        ("Decided place", "" if decision.place is None else f"#{decision.place}, whatever the score"),
        ("Supersedes", " ".join(decision.supersedes or ())),
        ("Superseded by", ", ".join(" ".join(later) for later in decision.superseded_by)),
    )
    for name, value in named:
        if value:
            yield f"{name}: {escape_inline(value)}"


def _ranking(ranking: RankingPart, level: int) -> Iterator[str]:
    yield heading(level, "The ranking at that moment")
    yield f"Ranked by {escape_inline(ranking.ranked_by)} on {escape_inline(ranking.at[:10])}: {code(ranking.formula)}"
    codes = sorted({name for line in ranking.lines for name in line.estimates})
    header = ("#", "Key", "Problem", "Score", f"P(top {ranking.top})", *(name.replace("_", " ") for name in codes))
    rows = (
        (
            str(line.rank),
            escape_inline(line.key),
            escape_inline(line.title),
            show_score(line.score),
            _percent(line.p_top),
            *(escape_inline(line.estimates.get(name, "")) for name in codes),
        )
        for line in ranking.lines
    )
    yield table(tuple(map(escape_inline, header)), rows, "rllrr" + "r" * len(codes))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
