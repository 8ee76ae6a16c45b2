"""Strategy pages in Markdown."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmtui.domain.strategy import BOXES
from pmtui.importers.markdown_objectives import read_key_result
from pmtui.importers.markdown_strategy import is_strategy, read_strategy
from pmtui.importers.strategy_draft import KeyResultDraft
from pmtui.importers.strategy_names import box_named

REAL = Path(__file__).parents[1] / "files" / "imports"

OKRS = """# Acme strategy

## 1. Our mission
Clean homes.

## Objectives
- **Objective 1: Grow**
  - KR1: Visits on time from 58 to 80 % (now 71)
  - KR 1.2 - Cleaners who leave: from 34 to 22
  - Ship the key log
- Stay

## Pricing
22 an hour

### Discounts
None.

## Roadmap
Later.
"""


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        *((title, code) for code, title in BOXES.items()),
        ("Our Product Vision", "vision"),
        ("3. Target audience:", "target_group"),
        ("**Pricing**", "price"),
        ("Competitive landscape", "positioning"),
        ("FY 2023 Q3 goals", "business_goals"),
        ("North-star metric", "north_star"),
        ("What we're not working on & why", "product_design"),
        ("Roadmap", ""),
        ("Top customer, support, sales and marketing issues and goals", ""),
        ("", ""),
    ],
)
def test_headings_are_matched_by_their_usual_names(heading: str, code: str) -> None:
    assert box_named(heading) == code


def test_boxes_objectives_in_lists_and_what_is_left_out() -> None:
    draft = read_strategy(OKRS)
    assert draft.boxes == {"vision": "Clean homes.", "price": "22 an hour\n\n# Discounts\n\nNone."}
    assert [objective.title for objective in draft.objectives] == ["Grow", "Stay"]
    assert draft.objectives[0].key_results == (
        KeyResultDraft("Visits on time", {"unit": "%", "baseline": "58", "target": "80", "current": "71"}),
        KeyResultDraft("Cleaners who leave", {"baseline": "34", "target": "22"}),
        KeyResultDraft("Ship the key log"),
    )
    assert [(section.line, section.heading, section.text) for section in draft.left_out] == [(19, "Roadmap", "Later.")]
    assert is_strategy(draft)


def test_objectives_stand_below_headings_too() -> None:
    draft = read_strategy("# OKRs\n## OKRs\n### Objective 2. Stay\nWhy.\n- Pillar: funding\n- KR: Calls\n### Grow\n")
    first, second = draft.objectives
    assert (first.title, first.notes, first.key_results) == (
        "Stay",
        "Why.",
        (KeyResultDraft("Pillar: funding"), KeyResultDraft("Calls")),
    )
    assert second.title == "Grow"


def test_two_sections_of_one_box_are_both_kept_with_their_headings() -> None:
    draft = read_strategy("# Strategy\n## Mission\nOne.\n## Vision\nTwo.\n")
    assert draft.boxes == {"vision": "One.\n\n# Vision\n\nTwo."}


def test_what_stands_above_the_title_is_left_out_and_said() -> None:
    draft = read_strategy("A draft of May.\n\n# Strategy\n## Mission\nOne.\n")
    assert (draft.title, draft.boxes) == ("Strategy", {"vision": "One."})
    assert [(section.line, section.heading, section.text) for section in draft.left_out] == [(1, "", "A draft of May.")]


def test_a_stage_that_is_none_is_left_out_and_said() -> None:
    assert read_strategy("## Life-cycle stage\nGrowth").boxes == {"lifecycle_stage": "growth"}
    draft = read_strategy("## Life-cycle stage\nYouth")
    assert (draft.boxes, draft.left_out[0].text) == ({}, "Youth")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("from 1 to 2", "from 1 to 2"),
        ("KR", "KR"),
        ("Kraft from 1 to 2 days", "Kraft"),
        ("Letters from home", "Letters from home"),
    ],
)
def test_a_key_result_keeps_a_title(words: str, title: str) -> None:
    assert read_key_result(words).title == title


@pytest.mark.parametrize(
    ("name", "boxes", "left_out"),
    [
        (
            "strategy-sourcegraph-search.md",
            {"vision", "positioning"},
            ["Search strategy", "Where we are now and what's next"],
        ),
        (
            "strategy-sourcegraph-cody.md",
            {"vision"},
            ["Quicklinks", "Strategy & plans", "Next 3 months", "Next 12 months (WIP)"],
        ),
        ("strategy-tanf-vision.md", {"vision", "target_group"}, ["TANF Program Theory of Change"]),
    ],
)
def test_real_pages_are_read_and_what_has_no_box_is_named(name: str, boxes: set[str], left_out: list[str]) -> None:
    draft = read_strategy((REAL / name).read_text(encoding="utf-8"))
    assert is_strategy(draft)
    assert set(draft.boxes) == boxes
    assert [section.heading for section in draft.left_out] == left_out


HEADINGS = st.sampled_from(
    ["# Page strategy", "## Vision", "### Price", "## Objectives", "### O-1 Grow", "## Elsewhere", "#### Goals", "```"]
)
WORDS = st.text(alphabet="abc \t|-*`#:[](){}\\<>&%0123456789.é\u2060", max_size=30)
PAGES = st.lists(
    st.one_of(HEADINGS, WORDS, st.sampled_from(["- Pillar: funding", "| Key result | Now |", "Served by:"])),
    max_size=25,
)


@given(PAGES)
def test_any_text_is_read(lines: list[str]) -> None:
    read_strategy("\n".join(lines))


@example([("```", "alpha"), ("```", "alpha"), ("# Page strategy", "alpha")])
@given(st.lists(st.tuples(HEADINGS, st.sampled_from(["alpha", "beta", "gamma", "- delta"])), max_size=12))
def test_nothing_vanishes_unsaid(sections: list[tuple[str, str]]) -> None:
    marked = [(heading, f"{words} m{place}m") for place, (heading, words) in enumerate(sections)]
    draft = read_strategy("\n".join(f"{heading}\n{words}" for heading, words in marked))
    kept = repr(draft)
    for _, words in marked:
        assert words.removeprefix("- ") in kept


def test_a_long_line_does_not_take_for_ever() -> None:
    for piece in ("from 1 to ", "(", " ", "- [x] ", "| ", "\\", "objective 1 "):
        read_strategy("# OKRs\n## Objectives\n- a\n  - " + piece * 100_000)
        read_strategy("# OKRs\n## Objectives\n### a\n" + piece * 100_000 + "\n## " + piece * 100_000)
