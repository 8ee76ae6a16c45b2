"""What the page of the strategy holds, also when every word in it is hostile."""

import pytest
from hypothesis import given, settings

from pmtui.domain.strategy import BOXES
from pmtui.export.strategy import KeyResultLine, ObjectiveSection, Strategy, strategy_markdown
from tests.export.judge import HOSTILE, harms, headings, items, rows, shown, titles

VISITS = KeyResultLine("K-1", "Visits by the usual cleaner", "%", "58", "71", "78", 0.65)
AGENTS = KeyResultLine("K-2", "Agents who come back", "%", "38", "", "60", None)
STEADY = ObjectiveSection(
    "O-1", "A home keeps its cleaner", "production", "Because.", (VISITS, AGENTS), (("P-2", "It changes", "strongly"),)
)


def page_of(words: str) -> str:
    """A page with the same words wherever a user may put some."""
    line = KeyResultLine("K-1", words, words, words, words, words, 0.5)
    objective = ObjectiveSection("O-1", words, words, words, (line,), (("P-1", words, words),))
    return strategy_markdown(Strategy(words, dict.fromkeys(BOXES, words), (objective,)))


def test_boxes_stand_in_their_parts_and_empty_ones_are_left_out() -> None:
    markdown = strategy_markdown(Strategy("Sparkle", {"price": "22\n\n# Discounts", "vision": "Clean"}, (STEADY,)))
    assert headings(markdown) == [
        (1, "Sparkle: strategy"),
        (2, "Vision and positioning"),
        (3, "Vision"),
        (2, "Pillar: go-to-market"),
        (3, "Price"),
        (4, "Discounts"),
        (2, "Objectives"),
        (3, "O-1 A home keeps its cleaner"),
    ]
    assert rows(markdown)[1:] == [
        ["K-1", "Visits by the usual cleaner", "%", "58", "71", "78", "0.65"],
        ["K-2", "Agents who come back", "%", "38", "", "60", ""],
    ]
    assert items(markdown) == ["Pillar: production", "Grade: 0.65, good", "P-2 It changes (strongly)"]


def test_a_page_without_anything_says_so() -> None:
    assert "Nothing is written yet." in strategy_markdown(Strategy("Sparkle", {}, ()))
    assert "No problem serves it yet." in strategy_markdown(
        Strategy("Sparkle", {}, (ObjectiveSection("O-1", "Grow", "", "", (), ()),))
    )


def assert_words_stay_words(words: str) -> None:
    markdown = page_of(words)
    assert headings(markdown)[0] == (1, shown(f"{words}: strategy"))
    assert harms(markdown) == []
    assert ["K-1", *[shown(words)] * 5, "0.50"] in rows(markdown)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_full_of_hostile_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)


@settings(max_examples=60, deadline=None)
@given(titles)
def test_a_page_full_of_any_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)
