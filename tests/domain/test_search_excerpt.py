from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.search_excerpt import Marker
from pmtui.domain.search_query import parse_query
from tests.builders import HOSTILE


def marked(words: str, text: str, width: int = 80) -> list[str]:
    excerpt = Marker(parse_query(words)).excerpt(text, width)
    return [excerpt.text[start:stop] for start, stop in excerpt.marks]


def test_words_are_marked_whatever_their_case_and_accents() -> None:
    assert marked("cafe ZURICH", "Le Café à Zürich, les cafés") == ["Café", "Zürich"]
    assert marked("cafe", "Cafe\u0301 noir") == ["Cafe\u0301"]


def test_a_word_is_not_marked_inside_another_one_where_it_stands_alone_too() -> None:
    assert marked("car", "A car, a card") == ["car"]


def test_a_part_of_a_word_is_marked_where_nothing_else_can_be() -> None:
    assert marked("voic", "The invoice") == ["voic"]
    assert marked("漢字", "これは漢字です") == ["漢字"]


def test_a_prefix_marks_the_part_that_was_typed() -> None:
    assert marked("invoi*", "Two invoices") == ["invoi"]


def test_a_phrase_is_marked_whole() -> None:
    assert marked('"AT T"', "From AT&T, at last") == ["AT&T"]


def test_the_excerpt_of_a_long_text_holds_the_word() -> None:
    text = "word " * 300 + "needle " + "word " * 300
    excerpt = Marker(parse_query("needle")).excerpt(text, 60)
    assert "needle" in excerpt.text
    assert excerpt.text.startswith("…")
    assert excerpt.text.endswith("…")
    assert len(excerpt.text) <= 62


def test_a_word_far_to_the_right_comes_near_the_beginning() -> None:
    excerpt = Marker(parse_query("needle")).excerpt("word " * 20 + "needle", 160)
    assert excerpt.text.startswith("…")
    assert excerpt.marks[0][0] < 30


def test_a_line_can_be_marked_whole() -> None:
    line = "word " * 20 + "needle"
    assert Marker(parse_query("needle")).whole(line).text == line


@given(st.sampled_from(HOSTILE) | st.text(), st.text(max_size=30), st.integers(10, 200))
def test_marks_lie_within_any_text_in_order(text: str, words: str, width: int) -> None:
    excerpt = Marker(parse_query(words)).excerpt(text, width)
    ends = [end for mark in excerpt.marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(excerpt.text) for end in ends)
    assert "\n" not in excerpt.text
