import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.text import MARKS_PER_BASE, clean_block, clean_line, count_unclean, shown_block, shown_line
from tests.builders import HOSTILE

CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))))
ANY = st.text() | st.text("".join(sorted(CONTROLS)) + "a b\u202e\u2066\u0301\u2028\ufffe", max_size=20)
CLEANERS = (clean_block, clean_line)
SHOWERS = (shown_block, shown_line)


def check(text: str) -> None:
    assert not CONTROLS & set(clean_line(text))
    assert CONTROLS & set(clean_block(text)) <= {"\n", "\t"}
    assert not CONTROLS & set(shown_line(text))
    assert CONTROLS & set(shown_block(text)) <= {"\n"}
    for function in (*CLEANERS, *SHOWERS):
        assert function(function(text)) == function(text)
        function(text).encode()
    assert count_unclean(clean_block(text)) == 0


@given(ANY)
def test_no_control_character_survives_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_clean(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["plain", "[/] [x] $a :smile:", "déjà vu", "漢字", "👩‍👩‍👧‍👦", "a\u202eb", "two\nlines\tand a tab"]
)
def test_ordinary_text_is_kept_word_for_word(text: str) -> None:
    assert clean_block(text) == text


def test_control_characters_become_replacement_characters_and_are_counted() -> None:
    assert clean_block("a\x1b[0mb\x00\x9b") == "a\ufffd[0mb\ufffd\ufffd"
    assert count_unclean("a\x1b[0mb\x00\x9b\r\n") == 3


def test_line_ends_of_every_kind_become_newlines_and_in_one_line_spaces() -> None:
    assert clean_block("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"
    assert clean_line(" a\r\n\tb\u2028c ") == "a b c"


@given(ANY)
def test_what_is_shown_has_no_bidi_override_and_few_marks(text: str) -> None:
    marks = 0
    for character in shown_block(text):
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        assert marks <= MARKS_PER_BASE
    assert "\n" not in shown_line(text)
