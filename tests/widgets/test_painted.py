"""A terminal that is spared what it shows already looks as if it had been told everything."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.strip import Strip

from pmtui.widgets.painted import Chops, Painted, Span

WIDTH = 6
CUTS = ([0, WIDTH], [0, 2, WIDTH])
PARTS = ((0, WIDTH), (0, 2), (1, 4), (2, WIDTH))
FRAMES = st.lists(
    st.tuples(
        st.sampled_from(CUTS),
        st.sampled_from(("aaaaaa", "bbbbbb", "aaabbb")),
        st.lists(st.sampled_from(PARTS), min_size=1, max_size=2),
    ),
    min_size=2,
    max_size=6,
)


def paint(terminal: list[str], spans: list[Span], chops: Chops, cuts: list[int]) -> None:
    """What a terminal of one line shows after these spans of it."""
    for _, first, stop in spans:
        for start, strip in chops[0].items():
            end = cuts[cuts.index(start) + 1]
            if strip is not None:
                shown = slice(max(start, first), min(end, stop))
                terminal[shown] = strip.text[max(first - start, 0) : max(stop - start, 0)]


@given(FRAMES)
def test_what_is_left_out_is_on_the_terminal_already(
    frames: list[tuple[list[int], str, list[tuple[int, int]]]],
) -> None:
    painted, spared, told = Painted(), list("......"), list("......")
    for cuts, line, parts in frames:
        spans = [(0, first, stop) for first, stop in parts]
        pieces = list(pairwise(cuts))
        touched = [any(first < end and start < stop for _, first, stop in spans) for start, end in pieces]
        whole: dict[int, Strip | None] = {
            start: Strip([Segment(line[start:end])]) if is_touched else None
            for (start, end), is_touched in zip(pieces, touched, strict=True)
        }
        paint(told, spans, [whole], cuts)
        chops = [dict(whole)]
        left = painted.leave_out(spans, chops, [cuts])
        paint(spared, left, chops, cuts)
        painted.note(left, chops, [cuts])
        assert spared == told


def test_what_is_shown_already_is_not_painted_again() -> None:
    painted, cuts = Painted(), [[0, 3, WIDTH]]
    spans = [(0, 0, WIDTH)]

    def chops(first: str, second: str) -> list[dict[int, Strip | None]]:
        return [{0: Strip([Segment(first)]), 3: Strip([Segment(second)])}]

    painted.note(spans, chops("one", "two"), cuts)
    assert painted.leave_out(spans, chops("one", "two"), cuts) == []
    other = chops("one", "six")
    assert painted.leave_out(spans, other, cuts) == spans
    assert other[0][0] is None
