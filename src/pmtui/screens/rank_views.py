"""Other views of a ranking: intervals, value against effort, disagreements, and what is worth finding out."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from pmtui.domain.contest import ResearchValue, Uncertainty
from pmtui.domain.keys import problem_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.share import show_share
from pmtui.screens.dialogs.choose import Choice
from pmtui.services.ranking import Disagreement
from pmtui.services.value_map import Placed
from pmtui.widgets.box_chart import Box, Span, box_chart
from pmtui.widgets.intervals import interval
from pmtui.widgets.text import fit, fit_left, fit_right, line_content

RANK, KEY, SPAN, TOP = 4, 7, 8, 8
HALF = 0.5  # of the runs: what is in the top of more of them stands out
STRONG = 5  # boxes that stand out
SHOWN_AT_ONCE = 10  # choices that fit a dialog: their figures are aligned


def interval_lines(
    found: Uncertainty, titles: Mapping[int, str], decided: Mapping[int, int], width: int, height: int, chosen: int
) -> list[Content]:
    """Each ranked problem with the ranks that nine draws in ten give it, on one scale; so many lines around one.

    A line shows where the top ends. decided: the places that decisions give, by problem; of these no draw decides.
    """
    standings = list(found.standings.values())
    last = max((standing.high for standing in standings), default=1)
    plot = max(10, (width - RANK - KEY - SPAN - TOP - 4) // 2)
    room = max(8, width - RANK - KEY - SPAN - TOP - plot - 4)
    head = fit_right("#", RANK) + " " + fit_left("key", KEY) + fit_left("problem", room) + " "
    scale = fit_left("1", plot - len(str(last))) + str(last)
    ends = fit_right("ranks", SPAN) + fit_right(f"top {found.top}", TOP)
    lines = [Content.styled(head + scale + " " + ends, "$muted")]
    shown = max(1, height - 1)
    start = max(0, min(chosen - shown // 2, len(standings) - shown))
    for place, standing in enumerate(standings[start : start + shown], start=start):
        place_given = decided.get(standing.number)
        close = "≈" if standing.too_close and place_given is None else ""
        title = titles.get(standing.number, "")
        if place_given is not None:
            title = f"›{place_given} decided · {title}"
        span = f"{standing.low}–{standing.high}" if standing.low != standing.high else str(standing.low)
        strong = "bold $accent" if place == chosen else "$strong" if standing.top >= HALF else "$muted"
        line = interval(standing.low, place + 1, standing.high, last, plot, found.top)
        lines.append(
            Content.assemble(
                (fit_right(f"{close}{place + 1}", RANK) + " ", "$muted"),
                (fit_left(str(problem_key(standing.number)), KEY), "$accent"),
                line_content(fit_left(title, room), "bold $strong" if place == chosen else ""),
                " ",
                (line, strong),
                (" " + fit_right(span, SPAN), "$muted"),
                (fit_right(show_share(standing.top), TOP), strong),
            )
        )
    return lines


def value_lines(
    found: Sequence[Placed], titles: Mapping[int, str], names: tuple[str, str], width: int, height: int, chosen: int
) -> list[Content]:
    """The map of value against effort, and below it the one that is looked at. names: of value and effort."""
    boxes = [
        Box(str(one.number), Span(*one.effort), Span(*one.value), place < STRONG) for place, one in enumerate(found)
    ]
    one = found[chosen]
    words = f"#{chosen + 1} {problem_key(one.number)} {titles.get(one.number, '')}"
    figures = f"value {_span_in_words(one.value)} · effort {_span_in_words(one.effort)}"
    return [
        *box_chart(boxes, chosen, names, width, height - 2),
        line_content(fit(words, width), "bold $accent"),
        line_content(fit(figures, width), "$muted"),
    ]


def _span_in_words(span: tuple[float, float, float]) -> str:
    low, middle, high = span
    return show_score(middle) if low == high else f"{show_score(middle)} ({show_score(low)}..{show_score(high)})"


def disagreement_choices(found: Sequence[Disagreement]) -> list[Choice[int]]:
    """What the lenses disagree about, the largest gap first: both ranks, their gap, and the problem."""
    digits = len(str(max((max(one.customer, one.business) for one in found), default=0)))
    return [
        Choice(
            one.number,
            f"{one.customer:>{digits}} / {one.business:<{digits}}  gap {abs(one.customer - one.business):<{digits}}  "
            f"{problem_key(one.number)} {one.title}",
        )
        for one in found
    ]


def research_choices(
    found: Sequence[ResearchValue], titles: Mapping[int, str], names: Mapping[str, str]
) -> list[Choice[int]]:
    """The estimates worth finding out, the most first: what knowing one adds, and which it is."""
    room = max((len(show_score(value.gain)) for value in found[:SHOWN_AT_ONCE]), default=0) + 1
    return [
        Choice(
            value.number,
            f"{'+' + show_score(value.gain):>{room}}  {names.get(value.code, 'an input').lower()} of "
            f"{problem_key(value.number)} {titles.get(value.number, '')}",
        )
        for value in found
    ]
