"""The page of the ranking: words from outside stay words."""

from dataclasses import replace

import pytest

from pmtui.export.ranking import Argument, Drawn, RankedLine, RankingPage, ranking_markdown
from tests.export.judge import HOSTILE, harms, headings, rows, shown

LINE = RankedLine(1, False, None, "P-1", "Keys", 12.0, 0.6, 1.0, 1, 2, 0.55, True, ("1..2", "80%"), "typed 2026-01-01")
PAGE = RankingPage(
    "Sparkle", "2026-01-02", "RICE v1", "reach × impact", ("Reach", "Confidence"), 5, Drawn(10_000, 1, ()), (LINE,),
    ("P-1 and P-2",), ("#1 P-3",), ("P-1 falls",), ("effort of P-1",), "They agree", (Argument("P-1", "Keys", 1, 3),),
    ("P-4 needs effort",),
)  # fmt: skip


def test_the_sections_stand_in_the_order_in_which_one_doubts() -> None:
    assert [title for _, title in headings(ranking_markdown(PAGE))] == [
        "Sparkle: the ranking",
        "Decided whatever the score",
        "Too close to call",
        "What would change the order",
        "What to find out next",
        "Customer and business",
        "What it rests on",
        "Not ranked",
    ]


def test_places_and_inputs_are_tables() -> None:
    found = rows(ranking_markdown(PAGE))
    assert ["1", "P-1", "Keys", "12.0", "60%", "100%", "1 to 2", "≈ 55%"] in found
    assert ["P-1", "1..2", "80%", "typed 2026-01-01"] in found


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_no_harm(words: str) -> None:
    line = replace(LINE, title=words, inputs=(words, words), origins=words)
    hostile = replace(
        PAGE, workspace=words, ranked_by=words, formula=words, lines=(line,), too_close=(words,), decided=(words,),
        swaps=(words,), worth=(words,), agreement=words, arguments=(Argument(words, words, 1, 2),), unscored=(words,),
        drawn=Drawn(1, 1, (words,)), criteria=(words, words),
    )  # fmt: skip
    markdown = ranking_markdown(hostile)
    assert not harms(markdown)
    assert shown(words).strip() in shown(headings(markdown)[0][1])
