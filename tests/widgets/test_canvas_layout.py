"""Where the cards of a page stand, and where a cursor goes from each of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from pmtui.widgets.canvas_layout import GAP, LEAST, Card, Layout, Line, Part, lay_out


def card(name: str, lines: int, stops: int = 0, is_whole: bool = False) -> Card:
    """A card of so many lines, the last few of which are stops."""
    drawn = [
        Line(Content(f"{name}{place}"), (name, place) if place >= lines - stops else None) for place in range(lines)
    ]
    return Card(name, name, lambda _width: drawn, is_whole=is_whole)


CARDS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.booleans()), min_size=1, max_size=7)
PAGES = st.lists(st.tuples(CARDS, st.integers(10, 80)), min_size=1, max_size=4)


def parts(page: list[tuple[list[tuple[int, int, bool]], int]]) -> list[Part]:
    return [
        Part(
            f"part {number}",
            tuple(
                card(f"{number}-{place}", lines, min(stops, lines), stops > 0 or is_whole)
                for place, (lines, stops, is_whole) in enumerate(cards)
            ),
            least,
        )
        for number, (cards, least) in enumerate(page)
    ]


def test_cards_stand_side_by_side_where_each_has_its_least_width() -> None:
    page = [Part("", tuple(card(str(place), 1) for place in range(6)), 36)]
    for width, columns in ((80, [2, 2, 2]), (120, [3, 3]), (190, [3, 3]), (230, [6]), (30, [1] * 6)):
        rows: dict[int, int] = {}
        for placed in lay_out(page, width, 40).placed:
            rows[placed.region.y] = rows.get(placed.region.y, 0) + 1
        assert list(rows.values()) == columns, width


@given(PAGES, st.integers(20, 220), st.integers(5, 70))
def test_no_two_cards_overlap_and_each_line_is_filled_from_edge_to_edge(
    page: list[tuple[list[tuple[int, int, bool]], int]], width: int, height: int
) -> None:
    layout = lay_out(parts(page), width, height)
    for y in range(layout.height):
        row = layout.row_at(y)
        assert (y in layout.headings) is not bool(row)
        if row:
            assert (row[0].region.x, row[-1].region.right) == (0, width)
            assert all(right.region.x - left.region.right == GAP for left, right in pairwise(row))
            assert len({(placed.region.y, placed.region.height) for placed in row}) == 1


@given(PAGES, st.integers(20, 220), st.integers(5, 70))
def test_long_cards_are_cut_no_further_than_the_room_asks(
    page: list[tuple[list[tuple[int, int, bool]], int]], width: int, height: int
) -> None:
    layout = lay_out(parts(page), width, height)
    for placed in layout.placed:
        assert len(placed.lines) + placed.hidden == len(placed.card.lines(width))
        assert not (placed.card.is_whole and placed.hidden)
        assert not placed.hidden or len(placed.lines) >= LEAST
    if any(placed.hidden for placed in layout.placed) and layout.height < height:
        raise AssertionError("there was room for more")


def test_where_everything_fits_the_page_is_as_high_as_its_room() -> None:
    page = [Part("One", (card("a", 9), card("b", 2)), 40), Part("Two", (card("c", 9),), 40)]
    assert lay_out(page, 90, 16).height == 16
    assert [placed.hidden for placed in lay_out(page, 90, 16).placed] == [4, 0, 4]
    assert [placed.hidden for placed in lay_out(page, 90, 60).placed] == [0, 0, 0]


def reached(layout: Layout, moves: list[tuple[int, int]]) -> set[object]:
    """Every stop that a cursor gets to from the first with these moves."""
    stops = layout.stops()
    found, ahead = set[object](), [next(iter(stops))]
    while ahead:
        stop = ahead.pop()
        if stop not in found:
            found.add(stop)
            ahead += [layout.beside(stop, columns, rows) for columns, rows in moves]
    return found


@given(PAGES, st.integers(20, 220))
def test_the_cursor_reaches_every_stop_and_moves_to_stops_only(
    page: list[tuple[list[tuple[int, int, bool]], int]], width: int
) -> None:
    layout = lay_out(parts(page), width, 40)
    assert reached(layout, [(1, 0), (-1, 0), (0, 1), (0, -1)]) == set(layout.stops())


def test_down_goes_through_the_lines_of_a_card_and_then_to_the_card_below() -> None:
    page = [Part("", (card("a", 3, stops=2), card("b", 3)), 30), Part("", (card("c", 1), card("d", 1)), 30)]
    layout = lay_out(page, 70, 40)
    way = ["a"]
    for _ in range(3):
        way.append(layout.beside(way[-1], 0, 1))  # type: ignore[arg-type]
    assert way == ["a", ("a", 1), ("a", 2), "c"]
    assert layout.beside("d", 0, -1) == "b"
    assert layout.beside("c", 0, -1) == ("a", 2)
    assert layout.beside(("a", 2), 1, 0) == "b"
    assert layout.beside("b", 1, 0) == "c"
    assert layout.beside("c", 0, 1) == "c"
