"""What the pages of decisions hold, also when every word in them is hostile."""

import pytest
from hypothesis import given, settings

from pmtui.domain.decision import Calibration
from pmtui.export.decisions import (
    DecisionPage,
    PieceLine,
    RankingPart,
    RankLine,
    decision_markdown,
    decisions_markdown,
)
from tests.export.judge import HOSTILE, harms, headings, items, rows, shown, titles

RANKING = RankingPart(
    "RICE v1",
    "reach * impact",
    "2026-01-02T10:00:00Z",
    5,
    (RankLine("P-1", "Keys get lost", 1, 640, 0.75, {"reach": "200..800"}), RankLine("P-2", "Late", 2, 480, 0.5)),
)
DECISION = DecisionPage(
    key="D-1",
    title="Buy key safes",
    decided_on="2026-01-02T10:00:00Z",
    state="came true",
    texts={"choice": "Safes", "reason": "# Cheap", "driver": "Ann", "prediction": "Half as many"},
    probability=0.8,
    outcome="came true",
    reviewed_on="2026-06-01",
    brier=0.04,
    problems=(("P-1", "Keys get lost"),),
    evidence=(PieceLine("E-1", "I gave my key away", ("Ann",)),),
    supersedes=("D-0", "Wait"),
    ranking=RANKING,
)


def page_of(words: str) -> DecisionPage:
    """A page with the same words wherever a user or a file may put some."""
    names = ("context", "options", "choice", "reason", "driver", "approver", "contributors", "informed")
    return DecisionPage(
        key="D-1",
        title=words,
        state="to review",
        texts=dict.fromkeys((*names, "prediction", "learned", "review_on"), words),
        problems=(("P-1", words),),
        evidence=(PieceLine("E-1", words, (words,)),),
        supersedes=("D-2", words),
        superseded_by=(("D-3", words),),
        ranking=RankingPart(words, words, words, 5, (RankLine("P-1", words, 1, 640, 1.0, {"reach": words}),)),
        custom=((words, words),),
    )


def test_the_page_of_a_decision_holds_everything_known_about_it() -> None:
    markdown = decision_markdown(DECISION)
    assert headings(markdown) == [
        (1, "D-1 Buy key safes"),
        (2, "Choice"),
        (2, "Reason"),
        (3, "Cheap"),
        (2, "Prediction"),
        (2, "Problems"),
        (2, "Evidence"),
        (2, "The ranking at that moment"),
    ]
    assert {"Driver: Ann", "Outcome: came true on 2026-06-01", "Brier score: 0.04", "Supersedes: D-0 Wait"} <= set(
        items(markdown)
    )
    assert rows(markdown) == [
        ["#", "Key", "Problem", "Score", "P(top 5)", "reach"],
        ["1", "P-1", "Keys get lost", "640", "75%", "200..800"],
        ["2", "P-2", "Late", "480", "50%", ""],
    ]


def test_the_log_has_a_table_of_decisions_and_one_of_calibration() -> None:
    markdown = decisions_markdown("Sparkle", (DECISION,), (Calibration(0.8, 0.9, 1, 0.8, 1.0),), 0.04)
    assert rows(markdown)[1] == [
        "D-1", "2026-01-02", "Buy key safes", "Ann", "80%", "", "came true", "0.04"
    ]  # fmt: skip
    assert ["80% to 90%", "1", "80%", "100%"] in rows(markdown)
    assert "1 reviewed prediction, mean Brier score 0.04" in markdown
    assert "None yet." in decisions_markdown("Sparkle", (), (), None)


def assert_words_stay_words(words: str) -> None:
    one, everyone = decision_markdown(page_of(words)), decisions_markdown(words, (page_of(words),), (), None)
    assert headings(one)[0] == (1, shown(f"D-1 {words}"))
    assert harms(one) == harms(everyone) == []
    assert ["1", "P-1", shown(words), "640", "100%", shown(words)] in rows(one)
    assert ["D-1", "", shown(words), shown(words), "", shown(words), "to review", ""] in rows(everyone)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_full_of_hostile_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)


@settings(max_examples=60, deadline=None)
@given(titles)
def test_a_page_full_of_any_words_keeps_its_shape(words: str) -> None:
    assert_words_stay_words(words)
