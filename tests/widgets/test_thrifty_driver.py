"""What is painted in fewer bytes is the same picture."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.thrifty_driver import in_fewer_bytes

COLUMNS, ROWS = 12, 5
COLOURS = st.sampled_from(["", "31", "97", "42", "38;2;1;2;3", "48;2;4;5;6", "38;5;9", "48;5;8", "39", "49"])
ATTRIBUTES = st.sampled_from(["", "1", "2", "3", "4", "7", "9", "1;7", "0"])
STYLED = st.builds(
    lambda attribute, colours, text: f"\x1b[{';'.join(filter(None, (attribute, *colours)))}m{text}\x1b[0m",
    ATTRIBUTES,
    st.lists(COLOURS, max_size=2),
    st.sampled_from(["a", "key ", "   ", "界", "é ", ""]),
)
MOVES = st.builds(
    lambda newline, row, column: f"{newline}\x1b[{row};{column}H",
    st.sampled_from(["", "\n"]),
    st.integers(1, ROWS - 1),
    st.integers(1, COLUMNS - 4),
)
PAINTED = st.lists(MOVES | STYLED, max_size=25).map("".join)


def picture(painted: str) -> list[object]:
    """Every cell of a terminal, blanks without what nobody sees on them, and where its cursor stands."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed("\x1b[1;1H" + painted)
    cells = (screen.buffer[row][column] for row in range(ROWS) for column in range(COLUMNS))
    plain = pyte.screens.Char(" ")
    seen = [
        cell._replace(fg=plain.fg, bold=False, italics=False)
        if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
        else cell
        for cell in cells
    ]
    return [*seen, screen.cursor.x, screen.cursor.y, screen.cursor.attrs]


@given(PAINTED)
def test_the_picture_is_the_same(painted: str) -> None:
    assert picture(in_fewer_bytes(painted)) == picture(painted)


@given(PAINTED)
def test_it_never_takes_more_bytes(painted: str) -> None:
    assert len(in_fewer_bytes(painted)) <= len(painted)


def test_a_colour_is_sent_once_for_neighbours_that_share_it() -> None:
    assert (
        in_fewer_bytes("\x1b[31;48;2;1;2;3ma\x1b[0m\x1b[1;31;48;2;1;2;3mb\x1b[0m")
        == "\x1b[31;48;2;1;2;3ma\x1b[1mb\x1b[0m"
    )


def test_a_place_that_nothing_is_put_at_is_not_gone_to() -> None:
    assert in_fewer_bytes("\x1b[1;5H\x1b[31m\x1b[0m\n\x1b[2;1Ha") == "\x1b[2;1Ha"


def test_what_is_no_picture_stays_as_it_is() -> None:
    assert in_fewer_bytes("\x1b[?2026h\x1b]52;c;YQ==\x07") == "\x1b[?2026h\x1b]52;c;YQ==\x07"
