from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.marking import Marking

TEXT = "It failed twice. Why? Nobody\nanswered me."


def words(marking: Marking) -> str:
    start, stop = marking.span
    return TEXT[start:stop]


def marking() -> Marking:
    begun = Marking.of(TEXT)
    assert begun is not None
    return begun


def test_it_begins_at_the_first_word_and_goes_on_by_words() -> None:
    assert words(marking()) == "It"
    assert words(marking().by_words(2)) == "twice."
    assert words(marking().by_words(99)) == "me."
    assert words(marking().by_words(-1)) == "It"


def test_it_goes_to_the_beginnings_of_sentences() -> None:
    assert words(marking().by_sentence(True)) == "Why?"
    assert words(marking().by_words(5).by_sentence(False)) == "Nobody"
    assert words(marking().by_words(4).by_sentence(False)) == "Why?"
    assert words(marking().by_words(6).by_sentence(True)) == "me."


def test_extending_takes_in_what_it_goes_over_in_both_directions() -> None:
    assert words(marking().by_words(2).extending(True).by_words(2)) == "twice. Why? Nobody"
    assert words(marking().by_words(2).extending(True).by_words(-1)) == "failed twice."
    assert words(marking().extending(True).by_sentence(True)) == "It failed twice."
    assert words(marking().extending(True).by_sentence(True).by_sentence(True)) == "It failed twice. Why?"
    assert words(marking().extending(True).by_words(2).extending(False)) == "twice."


def test_a_text_without_words_can_not_be_marked() -> None:
    assert Marking.of(" \n") is None


@given(st.text(), st.lists(st.sampled_from(["w1", "w-1", "s1", "s-1", "v"]), max_size=12))
def test_what_is_marked_is_always_words_of_the_text(text: str, moves: list[str]) -> None:
    marked = Marking.of(text)
    if marked is None:
        return
    for move in moves:
        if move == "v":
            marked = marked.extending(not marked.extends)
        elif move.startswith("w"):
            marked = marked.by_words(int(move[1:]))
        else:
            marked = marked.by_sentence(move == "s1")
        start, stop = marked.span
        assert text[start:stop].strip() == text[start:stop] != ""
