"""A statement is text that people can write by hand, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.statement import LABELS, Statement, in_a_sentence, read_statement, solution_words, write_statement

LINES = st.text(st.sampled_from("ab: .\tWhoNeed\u2028é"), max_size=12)
TEXTS = st.lists(
    st.one_of(LINES, st.tuples(st.sampled_from(LABELS), LINES).map(lambda pair: f"{pair[0]}: {pair[1]}")), max_size=8
).map("\n".join)
PARTS = LINES.map(lambda line: " ".join(line.split()))


@given(TEXTS)
def test_what_is_read_and_written_reads_the_same_again(text: str) -> None:
    once = read_statement(text)
    who, need, because, so_that = (" ".join(part.split()) for part in once.parts)
    assert read_statement(write_statement(once)) == Statement(who, need, because, so_that, once.rest)


@given(st.builds(Statement, PARTS, PARTS, PARTS, PARTS))
def test_what_is_typed_in_the_form_comes_back(statement: Statement) -> None:
    assert read_statement(write_statement(statement)) == statement


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    assert sorted(write_statement(read_statement(text)).split()) == sorted(
        word for line in text.split("\n") for word in line.split()
    )


def test_a_text_without_labels_is_all_rest() -> None:
    text = "Cleaners lose keys.\n\nNobody: knows why."
    assert read_statement(text) == Statement(rest=text)
    assert write_statement(read_statement(text)) == text


def test_a_label_that_comes_again_stays_where_it_was() -> None:
    found = read_statement("Who: parents\nNeed: keys\nmore\nWho: others")
    assert found == Statement("parents", "keys", rest="more\nWho: others")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (Statement("parents", "their keys back", "keys wander.", "they can go out"),
         "Parents need their keys back, because keys wander, so that they can go out."),
        (Statement(need="a price"), "Someone needs a price."),
        (Statement("owners"), "For owners."),
        (Statement(because="it rains"), "Because it rains."),
        (Statement(rest="anything"), ""),
    ],
)  # fmt: skip
def test_it_reads_as_one_sentence(statement: Statement, sentence: str) -> None:
    assert in_a_sentence(statement) == sentence


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Add a dark mode", "Add"),
        ("build an app", "build"),
        ("  We need a chat bot", "We need a"),
        ("Implement single sign-on", "Implement"),
        ("We should hire more people", "We should hire"),
        ("Addresses get lost", ""),
        ("Building permits take months", ""),
        ("Support takes a day to answer", ""),
        ("Users can't add a second flat", ""),
        ("Keys get lost between cleaners", ""),
        ("", ""),
    ],
)
def test_a_solution_worded_as_a_problem_is_noticed(title: str, words: str) -> None:
    assert solution_words(title) == words
