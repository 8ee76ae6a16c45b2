from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.fragments import (
    fragment_in,
    marked_spans,
    pieces_in,
    proposed_parting,
    proposed_title,
    sentence_spans,
    word_spans,
)
from tests.builders import HOSTILE


def parts(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:stop] for start, stop in spans]


def test_a_text_has_words_and_sentences() -> None:
    text = "It failed twice. “Why?” I asked!\nNo answer"
    assert parts(text, word_spans(text))[:3] == ["It", "failed", "twice."]
    assert parts(text, sentence_spans(text)) == ["It failed twice.", "“Why?”", "I asked!", "No answer"]


@given(st.text())
def test_words_and_sentences_cover_all_that_is_written(text: str) -> None:
    for spans in (word_spans(text), sentence_spans(text)):
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        covered = {place for start, stop in spans for place in range(start, stop)}
        assert all(character.isspace() for place, character in enumerate(text) if place not in covered)


def test_marks_that_overlap_are_one() -> None:
    text = "one two three four"
    assert parts(text, marked_spans(text, ["two three", "one two", "four", "gone", ""])) == ["one two three", "four"]


@given(st.text(min_size=1), st.data())
def test_any_words_of_a_text_are_found_as_they_stand_there(text: str, data: st.DataObject) -> None:
    spans = word_spans(text)
    if not spans:
        return
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    there = text[spans[first][0] : spans[last][1]]
    assert fragment_in(text, " ".join(there.split())) in text


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(Refusal, match="not in the text"):
        fragment_in("The key was lost", "key lost")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The key was lost. Again.", "The key was lost"),
        ("\n Why is it late? \nx", "Why is it late?"),
        ("", ""),
        ("word " * 40, "word " * 17 + "word…"),
    ],
)
def test_the_first_sentence_is_proposed_as_a_title(text: str, title: str) -> None:
    assert proposed_title(text) == title


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one\n two \nthree\n", ("one", "two", "three")),
        ("one\n\ntwo\n\n", ("one", "two")),
        ("one\nmore of one\n\n\ntwo", ("one\nmore of one", "two")),
        ("one\nmore\n", ("one", "more")),
        (" \n ", ()),
    ],
)
def test_a_pasted_line_is_a_piece_and_so_is_a_block_between_blank_lines(text: str, pieces: tuple[str, ...]) -> None:
    assert pieces_in(text, proposed_parting(text)) == pieces


def test_a_pasted_text_can_be_one_piece() -> None:
    assert pieces_in("one\n\ntwo\n", "whole") == ("one\n\ntwo",)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_odd_text_is_too_much(text: str) -> None:
    sentence_spans(text)
    for parting in ("line", "block", "whole"):
        pieces_in(text, parting)
    assert len(proposed_title(text)) <= 91


@pytest.mark.timeout(20)
def test_a_long_run_of_stops_is_read_in_one_go() -> None:
    text = "Wait " + "." * 200_000 + "x"
    assert sentence_spans(text) == [(0, len(text))]
