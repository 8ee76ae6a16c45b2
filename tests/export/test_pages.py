"""What the three pages hold, also when every word in them is hostile."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from pmtui.export.board import BoardPage, CardLine, LaneSection, board_markdown
from pmtui.export.links import LinkLine
from pmtui.export.problem import EstimateLine, EvidenceLine, ProblemPage, problem_markdown
from pmtui.export.problems import ClosedLine, ProblemLine, ProblemsPage, UnscoredLine, problems_markdown
from tests.export.judge import HOSTILE, harms, headings, items, kinds, pieces, rows, shown, titles, words

FORMULA = "reach * impact / max(effort, 0.5)"
LIST = ProblemsPage(
    workspace="Sparkle",
    ranked_by="RICE v1",
    formula=FORMULA,
    criteria=("Reach", "Effort"),
    ranked=(
        ProblemLine(1, False, "P-12", "Keys get lost", 1240.5, ("2,100", "1..3"), 17, "Inbox", ("keys", "trust")),
        ProblemLine(2, True, "P-7", "Late", 980, ("400", "0.5"), 1, "Defined", ()),
    ),
    unscored=(UnscoredLine("P-3", "Cold", ("Reach", "Effort"), 0, "Inbox", ()),),
    declined=(ClosedLine("P-4", "Robots", "Won't do"),),
    done=(ClosedLine("P-5", "Invoices", "Launched"),),
)
BOARD = BoardPage(
    "Sparkle",
    "Problems",
    (
        LaneSection(
            "Inbox", "waiting", None, (CardLine("P-12", "Keys get lost", 1240.5, 17, ("keys",), "2026-11-21"),)
        ),
        LaneSection(
            "Solving",
            "active",
            1,
            (CardLine("P-7", "Late", None, 1, (), "2026-11-03"), CardLine("P-8", "Wet", 0, 0, (), "2026-11-22")),
        ),
        LaneSection("Building", "active", 3, ()),
    ),
)
PROBLEM = ProblemPage(
    key="P-12",
    title="Keys get lost",
    lane="Inbox",
    ranked_by="RICE v1",
    formula=FORMULA,
    score=1240.5,
    rank=1,
    ranked_count=38,
    need="current",
    horizon="later",
    horizon_reason="after the move",
    tags=("keys", "trust"),
    url="https://x.test/12",
    statement="Customers **lose** keys.\n\n# Why\n\nNobody counts them.",
    notes="```\nopen",
    estimates=(EstimateLine("Reach", "1,000", "500..2000", "people a quarter", "from the survey", "2026-01-03"),),
    personas=(LinkLine("U-1", "Busy parents", "50%", "4", "2", 500, 4000),),
    reach="300..700",
    scale=4000,
    evidence=(EvidenceLine("E-381", "I gave my key\nto three", "quote", "App Store", "Anna", "Acme", "2026-01-02"),),
    evidence_count=2,
    customer_count=1,
    confidence=0.35,
    custom=(("Severity", "high"),),
)


def with_title(title: str) -> tuple[ProblemsPage, BoardPage, ProblemPage]:
    """The three pages with the same words wherever a user or a file may put some."""
    evidence = EvidenceLine("E-1", title, title, title, title, title, title)
    return (
        ProblemsPage(
            title,
            title,
            FORMULA,
            (title,),
            (ProblemLine(1, False, "P-1", title, 1, (title,), 1, title, (title,)),),
            (UnscoredLine("P-2", title, (title,), 1, title, (title,)),),
            (ClosedLine("P-3", title, title),),
            (ClosedLine("P-4", title, title),),
        ),
        BoardPage(
            title, title, (LaneSection(title, title, 1, (CardLine("P-1", title, 1, 1, (title,), "2026-11-21"),)),)
        ),
        replace(
            PROBLEM,
            title=title,
            lane=title,
            horizon=title,
            horizon_reason=title,
            tags=(title,),
            url="javascript:" + title,
            statement=title,
            notes=title,
            estimates=(EstimateLine(title, title, title, title, title, title),),
            personas=(LinkLine("U-1", title, title, title, title),),
            reach=title,
            scale=None,
            evidence=(evidence, evidence),
            custom=((title, title),),
        ),
    )


def test_the_list_ranks_every_problem_with_what_its_score_is_made_of() -> None:
    markdown = problems_markdown(LIST)
    ranked, unscored = rows(markdown)[:3], rows(markdown)[3:]
    assert ranked == [
        ["#", "Key", "Problem", "Score", "Reach", "Effort", "Evidence", "Lane", "Tags"],
        ["1", "P-12", "Keys get lost", "1,240", "2,100", "1..3", "17", "Inbox", "keys, trust"],
        ["2=", "P-7", "Late", "980", "400", "0.5", "1", "Defined", ""],
    ]
    assert unscored[1] == ["P-3", "Cold", "Reach, Effort", "0", "Inbox", ""]
    assert headings(markdown) == [(1, "Sparkle: problems"), (2, "Needs estimates"), (2, "Declined"), (2, "Done")]
    assert items(markdown) == ["P-4 Robots — Won't do", "P-5 Invoices — Launched"]
    assert f"Ranked by RICE v1: `{FORMULA}`" in markdown


def test_the_list_has_no_section_for_what_there_is_not() -> None:
    markdown = problems_markdown(replace(LIST, ranked=(), unscored=(), declined=(), done=()))
    assert headings(markdown) == [(1, "Sparkle: problems")]
    assert rows(markdown) == []
    assert "No problem is ranked yet." in markdown


def test_the_board_has_a_section_a_lane_and_a_bullet_a_card() -> None:
    markdown = board_markdown(BOARD)
    assert headings(markdown) == [(1, "Sparkle: Problems"), (2, "Inbox"), (2, "Solving"), (2, "Building")]
    assert items(markdown) == [
        "P-12 Keys get lost · score 1,240 · 17 pieces of evidence · since 2026-11-21 · keys",
        "P-7 Late · not scored · 1 piece of evidence · since 2026-11-03",
        "P-8 Wet · score 0 · 0 pieces of evidence · since 2026-11-22",
    ]
    about = ("waiting, 1 card\n", "active, 2 cards, over its limit of 1\n", "active, 0 cards, with a limit of 3\n")
    assert all(line in markdown for line in about)


def test_the_page_of_a_problem_holds_everything_known_about_it() -> None:
    markdown = problem_markdown(PROBLEM)
    assert headings(markdown) == [
        (1, "P-12 Keys get lost"),
        (3, "Why"),
        (2, "Score"),
        (2, "Personas"),
        (2, "Evidence"),
        (2, "Notes"),
        (2, "Other fields"),
    ]
    assert items(markdown) == [
        "Lane: Inbox",
        "Need: current",
        "Horizon: later: after the move",
        "Tags: keys, trust",
        "Link: https://x.test/12",
    ]
    assert rows(markdown) == [
        ["Criterion", "Counts as", "Estimate", "Unit", "Reason", "Date"],
        ["Reach", "1,000", "500..2000", "people a quarter", "from the survey", "2026-01-03"],
        ["Key", "Persona", "Affected", "Times a month", "Severity", "Reach", "Scale"],
        ["U-1", "Busy parents", "50%", "4", "2", "500", "4,000"],
        ["", "Together", "", "", "", "300..700", "4,000"],
        ["Field", "Value"],
        ["Severity", "high"],
    ]
    assert f"**1,240**, rank 1 of 38, by RICE v1: `{FORMULA}`" in markdown
    assert "2 pieces from 1 customer, confidence 0.3 of 10, 1 shown." in markdown
    lines = [words(token) for token in pieces(markdown) if token.type == "inline"]
    assert "I gave my key\nto three" in lines
    assert "E-381 · Anna (Acme) · quote · App Store · 2026-01-02" in lines
    assert [token.content for token in pieces(markdown) if token.type == "fence"] == ["open\n"]


def test_the_page_of_a_bare_problem_says_what_is_missing() -> None:
    bare = ProblemPage("P-1", "Late", "Inbox", "RICE v1", FORMULA, missing=("Reach", "Effort"))
    markdown = problem_markdown(bare)
    assert headings(markdown) == [(1, "P-1 Late"), (2, "Score"), (2, "Evidence")]
    assert f"Not scored by RICE v1: `{FORMULA}`. Missing: Reach, Effort." in markdown
    assert "None yet." in markdown


def test_a_scored_problem_out_of_the_ranking_has_no_rank() -> None:
    assert "**1,240**, not in the ranking, by RICE v1" in problem_markdown(replace(PROBLEM, rank=None))


def assert_words_stay_words(title: str) -> None:
    listed, board, problem = with_title(title)
    wanted = shown(title)
    assert headings(problems_markdown(listed)) == [
        (1, shown(f"{title}: problems")),
        (2, "Needs estimates"),
        (2, "Declined"),
        (2, "Done"),
    ]
    assert rows(problems_markdown(listed)) == [
        ["#", "Key", "Problem", "Score", wanted, "Evidence", "Lane", "Tags"],
        ["1", "P-1", wanted, "1.00", wanted, "1", wanted, wanted],
        ["Key", "Problem", "Missing", "Evidence", "Lane", "Tags"],
        ["P-2", wanted, wanted, "1", wanted, wanted],
    ]
    assert headings(board_markdown(board)) == [(1, shown(f"{title}: {title}")), (2, wanted)]
    assert len(items(board_markdown(board))) == 1
    assert rows(problem_markdown(replace(problem, statement="", notes=""))) == [
        ["Criterion", "Counts as", "Estimate", "Unit", "Reason", "Date"],
        [wanted] * 6,
        ["Key", "Persona", "Affected", "Times a month", "Severity", "Reach", "Scale"],
        ["U-1", *[wanted] * 4, "", ""],
        ["", "Together", "", "", "", wanted, ""],
        ["Field", "Value"],
        [wanted] * 2,
    ]
    for markdown in (problems_markdown(listed), board_markdown(board)):
        assert not kinds(markdown) & {"link_open", "image", "html_inline", "html_block", "em_open", "s_open"}
    for markdown in (problems_markdown(listed), board_markdown(board), problem_markdown(problem)):
        assert harms(markdown) == []
        assert markdown.endswith("\n")
        assert not markdown.endswith("\n\n")


@pytest.mark.parametrize("title", HOSTILE)
def test_a_page_full_of_hostile_words_keeps_its_shape(title: str) -> None:
    assert_words_stay_words(title)


@settings(max_examples=100, deadline=None)
@given(titles)
def test_a_page_full_of_any_words_keeps_its_shape(title: str) -> None:
    assert_words_stay_words(title)
