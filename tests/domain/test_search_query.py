from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.search_query import Field, Word, fold, parse_query


def test_words_phrases_and_what_must_not_be_there_are_told_apart() -> None:
    query = parse_query('late "wrong address" -refund -"too late"')
    assert query.words == (Word("late"), Word("wrong address"))
    assert query.without == (Word("refund"), Word("too late"))


def test_a_star_makes_a_prefix() -> None:
    assert parse_query("invoi* late").words == (Word("invoi", True), Word("late"))


def test_the_last_word_is_a_prefix_while_it_is_typed_and_no_longer_after_a_space_or_a_quote() -> None:
    assert parse_query("late invoi", is_typing=True).words == (Word("late"), Word("invoi", True))
    assert parse_query("invoice ", is_typing=True).words == (Word("invoice"),)
    assert parse_query('"late invoi', is_typing=True).words == (Word("late invoi", True),)
    assert parse_query('"late invoice"', is_typing=True).words == (Word("late invoice"),)


def test_known_fields_with_a_possible_value_are_fields() -> None:
    query = parse_query('type:interview Persona:U-1 company:"Big House" since:2026-01 -tag:ui is:open')
    assert query.fields == (
        Field("type", "interview"),
        Field("persona", "U-1"),
        Field("company", "Big House"),
        Field("since", "2026-01"),
        Field("tag", "ui", True),
        Field("is", "open"),
    )
    assert query.words == ()


def test_unknown_fields_and_impossible_values_are_words() -> None:
    for text in ("http://example.com", "colour:red", "since:yesterday", "is:nice"):
        assert parse_query(text).words == (Word(text),)


def test_a_field_without_its_value_asks_nothing_yet() -> None:
    assert parse_query("tag:", is_typing=True).is_empty


def test_only_what_must_not_be_there_asks_nothing() -> None:
    assert parse_query("-late").is_empty


@given(st.text(max_size=600), st.booleans())
def test_any_text_can_be_read(text: str, is_typing: bool) -> None:
    parse_query(text, is_typing)


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("ÉCOLE Ærø ŻÓŁW") == "ecole ærø zołw"
