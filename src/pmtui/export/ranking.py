"""The ranking as a page that a sceptic can check: what it rests on, how sure it is, and what would change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.export.markdown import bullets, code, escape_inline, heading, page, table


@dataclass(frozen=True, slots=True)
class RankedLine:
    """One place. tied: others have the same score. by_score: its rank where a decision gives it another one, or None.

    first, top: the share of the draws in which it is first, and among the top. low, high: the ranks that 5 and 95 % of
    them do not pass. ahead: of the draws, how many have it ahead of the next one by score. None: nothing is known.
    inputs: as typed or worked out, in the order of the page's criteria. origins: where they come from, with dates.
    """

    rank: int
    tied: bool
    by_score: int | None
    key: str
    title: str
    score: float
    first: float | None
    top: float | None
    low: int | None
    high: int | None
    ahead: float | None
    too_close: bool
    inputs: tuple[str, ...]
    origins: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the doubts were found. left_out: what could not be ranked in every draw, and why."""

    runs: int
    seed: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """A problem that the lenses rank apart."""

    key: str
    title: str
    customer: int
    business: int


@dataclass(frozen=True, slots=True)
class RankingPage:
    """The ranking.

    ranked_by: with its version. formula: over the criteria by their names. drawn: None where no estimate is a range.
    top: places that count as the top. too_close, decided, swaps, worth: lines in plain words. agreement: how far the
    lenses agree, "" where it is not known; arguments: where they differ most. unscored: what can't be ranked, with what
    it misses.
    """

    workspace: str
    on: str
    ranked_by: str
    formula: str
    criteria: tuple[str, ...]
    top: int
    drawn: Drawn | None
    lines: tuple[RankedLine, ...]
    too_close: tuple[str, ...]
    decided: tuple[str, ...]
    swaps: tuple[str, ...]
    worth: tuple[str, ...]
    agreement: str
    arguments: tuple[Argument, ...]
    unscored: tuple[str, ...]


def ranking_markdown(ranking: RankingPage) -> str:
    """The page as Markdown; the same bytes for the same values."""
    return page(_parts(ranking))


def _parts(ranking: RankingPage) -> Iterator[str]:
    yield heading(1, f"{ranking.workspace}: the ranking")
    yield f"Ranked by {escape_inline(ranking.ranked_by)} on {escape_inline(ranking.on)}: {code(ranking.formula)}"
    if not ranking.lines:
        yield "No problem is ranked yet."
    else:
        yield _how_sure(ranking)
        yield _places(ranking)
        yield from _section("Decided whatever the score", ranking.decided)
        yield from _section("Too close to call", ranking.too_close)
        yield from _section("What would change the order", ranking.swaps)
        yield from _section("What to find out next", ranking.worth)
        yield from _lenses(ranking)
        yield heading(2, "What it rests on")
        yield _inputs(ranking)
    yield from _section("Not ranked", ranking.unscored)


def _how_sure(ranking: RankingPage) -> str:
    drawn = ranking.drawn
    if drawn is None:
        return "No estimate is a range, so that every place is as certain as the estimates."
    top = f"P(top {ranking.top})"
    words = (
        f"How sure each place is by score: all ranges were drawn {drawn.runs:,} times (seed {drawn.seed}; the same "
        f"seed gives the same figures). P(first) and {top} are shares of these draws, Ranks are those that nine in ten "
        "of them give, and Ahead of the next is the share in which it beats the next one by score; between 40 and 60 % "
        "(≈) the two are too close to call. A range of a quantity without upper limit is a 90 % interval of a "
        "log-normal and counts with its middle; one on a limited scale holds the smallest and largest possible values "
        "(PERT)."
    )
    left_out = "; ".join(drawn.left_out)
    return f"{words} Left out: {escape_inline(left_out)}." if left_out else words


def _places(ranking: RankingPage) -> str:
    if ranking.drawn is None:
        return table(("#", "Key", "Problem", "Score"), (_place(line) for line in ranking.lines), "rllr")
    header = ("#", "Key", "Problem", "Score", "P(first)", f"P(top {ranking.top})", "Ranks", "Ahead of the next")
    return table(header, ((*_place(line), *_doubt(line)) for line in ranking.lines), "rllrrrrr")


def _place(line: RankedLine) -> tuple[str, ...]:
    by_score = "" if line.by_score is None else f" (by score {line.by_score})"
    return (
        f"{line.rank:,}" + "=" * line.tied + by_score,
        escape_inline(line.key),
        escape_inline(line.title),
        show_score(line.score),
    )


def _doubt(line: RankedLine) -> tuple[str, ...]:
    ranks = "" if line.low is None else f"{line.low}" if line.low == line.high else f"{line.low} to {line.high}"
    ahead = "" if line.ahead is None else f"{'≈ ' * line.too_close}{escape_inline(show_share(line.ahead))}"
    return _percent(line.first), _percent(line.top), ranks, ahead


def _percent(share: float | None) -> str:
    return "" if share is None else escape_inline(show_share(share))


def _lenses(ranking: RankingPage) -> Iterator[str]:
    if not ranking.agreement:
        return
    yield heading(2, "Customer and business")
    yield escape_inline(ranking.agreement)
    rows = (
        (escape_inline(one.key), escape_inline(one.title), str(one.customer), str(one.business))
        for one in ranking.arguments
    )
    if ranking.arguments:
        yield table(("Key", "Problem", "Customer rank", "Business rank"), rows, "llrr")


def _inputs(ranking: RankingPage) -> str:
    header = ("Key", *map(escape_inline, ranking.criteria), "From")
    rows = (
        (escape_inline(line.key), *map(escape_inline, line.inputs), escape_inline(line.origins))
        for line in ranking.lines
    )
    return table(header, rows, "l" + "r" * len(ranking.criteria) + "l")


def _section(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield heading(2, title)
        yield bullets(map(escape_inline, lines))
