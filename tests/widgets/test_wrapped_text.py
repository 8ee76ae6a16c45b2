import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmtui.domain.text import clean_block, shown_line
from pmtui.widgets.wrapped_text import Mark, line_spans, marked_line
from tests.builders import HOSTILE


def lines(text: str, width: int) -> list[str]:
    return [text[start:stop] for start, stop in line_spans(text, width)]


def test_lines_break_between_words_and_at_the_ends_of_paragraphs() -> None:
    assert lines("one two three\n\nfour", 8) == ["one two", "three", "", "four"]
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


@given(st.text(max_size=200), st.integers(2, 30))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text: str, width: int) -> None:
    text = clean_block(text)
    wrapped = lines(text, width)
    assert all(cell_len(shown_line(line)) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_odd_text_is_too_much(text: str) -> None:
    text = clean_block(text)[:2000]
    for line in line_spans(text, 20):
        marked_line(text, line, [Mark((0, len(text)), "bold")])


def test_a_mark_is_drawn_where_it_is_also_over_the_end_of_a_line() -> None:
    text = "one two three"
    drawn = [marked_line(text, line, [Mark((4, 10), "underline")]) for line in line_spans(text, 7)]
    marked = [line.plain[span.start : span.end] for line in drawn for span in line.spans if span.style == "underline"]
    assert marked == ["two", "th"]
