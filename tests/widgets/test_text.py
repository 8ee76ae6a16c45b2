import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmtui.domain.text import with_thousands
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, lines_of, wrap_lines

FAMILY = "👨‍👩‍👧"


def test_what_fits_is_left_alone_and_what_does_not_ends_in_an_ellipsis() -> None:
    assert fit("Keys", 4) == "Keys"
    assert fit("Keys get lost", 6) == "Keys …"
    assert fit("Keys", 0) == ""


def test_nothing_is_cut_inside_a_grapheme() -> None:
    assert fit(FAMILY * 3, 4) == FAMILY + "…"
    assert wrap_lines(FAMILY * 3, 5, 2) == [FAMILY * 2, FAMILY]


def test_columns_are_padded_to_their_width_in_cells() -> None:
    assert fit_left("键", 4) == "键  "
    assert fit_right("12", 4) == "  12"


def test_titles_wrap_between_words_and_the_last_line_says_there_is_more() -> None:
    assert wrap_lines("Nobody knows whether the cleaner came", 14, 2) == ["Nobody knows", "whether the c…"]
    assert lines_of("one\ntwo three", 5) == ["one", "two", "three"]


def test_peoples_words_are_never_markup_and_hold_no_control_characters() -> None:
    assert line_content("[bold]x[/] \x1b[31m\n").plain == "[bold]x[/] \ufffd[31m "


@given(st.text(max_size=60), st.integers(1, 30), st.integers(1, 4))
def test_no_line_is_wider_than_asked_for(text: str, width: int, lines: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(fit_left(text, width)) == width
    wrapped = wrap_lines(text, max(2, width), lines)
    assert len(wrapped) <= lines
    assert all(cell_len(line) <= max(2, width) for line in wrapped)


def test_bars_are_drawn_to_an_eighth_and_anything_above_zero_is_seen() -> None:
    assert bar(1, 4) == "████"
    assert bar(0.5, 3) == "█▌"
    assert bar(0.0001, 4) == "▏"
    assert bar(0, 4) == ""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("12000", "12,000"),
        ("3200..15000 ~4000", "3,200..15,000 ~4,000"),
        ("1234567.5", "1,234,567.5"),
        ("1,234..12k", "1,234..12k"),
        ("999", "999"),
        ("0.12345", "0.12345"),
        ("9" * 5000, "9" * 5000),
        ("", ""),
    ],
)
def test_long_numbers_are_shown_with_thousands_signs(typed: str, shown: str) -> None:
    assert with_thousands(typed) == shown
