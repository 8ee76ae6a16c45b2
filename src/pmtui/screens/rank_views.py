"""Other views of a ranking: its intervals, where the lenses disagree, and what is worth finding out."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from pmtui.domain.contest import ResearchValue, Uncertainty
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.screens.dialogs.choose import Choice
from pmtui.services.ranking import Disagreement
from pmtui.widgets.intervals import interval
from pmtui.widgets.text import fit_left, fit_right, line_content

MOST_INTERVALS = 200
RANK, KEY, SPAN = 4, 7, 10


def interval_lines(found: Uncertainty, titles: Mapping[int, str], width: int) -> Content:
    """Each ranked problem with the ranks that nine draws in ten give it, on one scale."""
    shown = list(found.standings.values())[:MOST_INTERVALS]
    last = max((standing.high for standing in shown), default=1)
    plot = max(10, (width - RANK - KEY - SPAN - 4) // 2)
    room = max(8, width - RANK - KEY - SPAN - plot - 4)
    head = fit_right("#", RANK) + " " + fit_left("key", KEY) + fit_left("problem", room) + " "
    scale = fit_left("1", plot - len(str(last))) + str(last)
    lines = [Content.styled(head + scale + " " + fit_right("ranks", SPAN), "$muted")]
    for rank, standing in enumerate(shown, start=1):
        close = "≈" if standing.too_close else ""
        span = f"{standing.low}–{standing.high}" if standing.low != standing.high else str(standing.low)
        lines.append(
            Content.assemble(
                (fit_right(f"{close}{rank}", RANK) + " ", "$muted"),
                (fit_left(str(problem_key(standing.number)), KEY), "$accent"),
                line_content(fit_left(titles.get(standing.number, ""), room)),
                " ",
                (interval(standing.low, rank, standing.high, last, plot), "$accent"),
                (" " + fit_right(span, SPAN), "$muted"),
            )
        )
    return Content("\n").join(lines)


def disagreement_choices(found: Sequence[Disagreement]) -> list[Choice[int]]:
    """What the lenses disagree about, the largest gap first."""
    return [
        Choice(
            one.number,
            f"{problem_key(one.number)}  {one.title}",
            f"customer #{one.customer}, business #{one.business}, gap {abs(one.customer - one.business)}",
        )
        for one in found
    ]


def research_choices(
    found: Sequence[ResearchValue], titles: Mapping[int, str], names: Mapping[str, str]
) -> list[Choice[int]]:
    """The estimates worth finding out, the most first."""
    return [
        Choice(
            value.number,
            f"{names.get(value.code, value.code)} of {problem_key(value.number)}  {titles.get(value.number, '')}",
            f"adds {show_score(value.gain)}",
        )
        for value in found
    ]
