import pytest

from pmtui.domain.base import evolve
from pmtui.domain.board import LARGEST_LIMIT, Lane, check_room
from pmtui.domain.company import Company
from pmtui.domain.criterion import RICE_CRITERIA
from pmtui.domain.errors import Refusal
from pmtui.domain.evidence import Evidence, default_type, headline
from pmtui.domain.problem import Problem
from pmtui.domain.tag import Tag, split_tags
from pmtui.domain.workspace import WorkspaceSettings

NOW = "2026-01-01T00:00:00Z"
PROBLEM = Problem(1, "Slow search", 1, 0, NOW, NOW)
LANE = Lane(1, 1, "Building", 0, "active", 3)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": "  "}, "needs a title"),
        ({"need": "later"}, "is not a need"),
        ({"horizon": "soon"}, "is not a horizon"),
        ({"horizon": "declined"}, "needs a reason"),
        ({"horizon": "declined", "horizon_reason": " "}, "needs a reason"),
    ],
)
def test_a_problem_checks_itself_whenever_it_changes(changes: dict[str, str], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        evolve(PROBLEM, **changes)


def test_a_declined_problem_with_its_reason_stands() -> None:
    assert evolve(PROBLEM, horizon="declined", horizon_reason="too small").horizon == "declined"


@pytest.mark.parametrize("limit", [0, -1, LARGEST_LIMIT + 1, 2**70])
def test_a_limit_is_a_whole_number_of_sense(limit: int) -> None:
    with pytest.raises(Refusal, match="WIP limit"):
        evolve(LANE, wip_limit=limit)


@pytest.mark.parametrize(("name", "phase"), [(" ", "active"), ("Doing", "busy")])
def test_a_lane_needs_a_name_and_a_phase(name: str, phase: str) -> None:
    with pytest.raises(Refusal):
        evolve(LANE, name=name, phase=phase)


@pytest.mark.parametrize(("cards", "entering", "notice"), [(0, 1, ""), (2, 1, ""), (3, 1, "now holds 4"), (1, 3, "4")])
def test_a_limit_that_is_not_strict_warns_from_the_first_card_over(cards: int, entering: int, notice: str) -> None:
    said = check_room(LANE, cards, entering)
    assert notice in said
    assert bool(said) == bool(notice)


def test_a_strict_limit_refuses_the_first_card_over_and_no_earlier_one() -> None:
    strict = evolve(LANE, strict=1)
    assert check_room(strict, 2) == ""
    with pytest.raises(Refusal, match="3 of 3, strict"):
        check_room(strict, 3)


def test_no_limit_means_no_limit() -> None:
    assert check_room(evolve(LANE, wip_limit=None, strict=1), 10_000) == ""


def test_what_has_no_name_or_text_is_refused() -> None:
    for make in (
        lambda: Tag(1, " "),
        lambda: Company(1, "", NOW),
        lambda: Evidence(1, "\n", NOW),
        lambda: WorkspaceSettings(1, "", "u", 1, NOW),
    ):
        with pytest.raises(Refusal, match="needs a"):
            make()
    with pytest.raises(Refusal, match="evidence type"):
        Evidence(1, "x", NOW, evidence_type="rumour")


def test_the_evidence_type_follows_the_kind() -> None:
    assert (default_type("interview note"), default_type("survey answer"), default_type("anything")) == (
        "interview",
        "market_data",
        "anecdote",
    )


def test_a_headline_is_the_first_line_that_says_something() -> None:
    assert headline("\n  \n The export fails\nmore") == "The export fails"
    assert headline("x" * 300, 10) == "x" * 9 + "…"
    assert headline(" \n") == ""


def test_a_headline_is_cut_after_a_whole_word() -> None:
    assert headline("I offered him Friday, he said Friday", 24) == "I offered him Friday…"
    assert headline("I offered him Friday", 20) == "I offered him Friday"
    assert headline("I " + "x" * 30, 20) == "I " + "x" * 17 + "…"  # better a part of a long word than next to nothing


def test_tags_are_split_at_commas_cleaned_and_taken_once() -> None:
    assert split_tags(" #ui, UI ,, speed\n, #Überblick,überblick") == ("ui", "speed", "Überblick")


def test_criteria_know_whether_they_are_shares() -> None:
    assert [criterion.code for criterion in RICE_CRITERIA if criterion.is_share] == ["rice_confidence"]
