"""A place that is decided is where the problem stands, everywhere; its score stays beside it."""

import pytest

from pmtui.services.decision_lists import decision_sheet
from pmtui.services.decisions import AddDecision
from pmtui.services.details import problem_detail, why
from pmtui.services.lists import problem_list
from pmtui.services.pages import problems_markdown
from pmtui.services.rank_records import explanation, rank_records
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace
from tests.builders import add_problem

FIRST = {"title": "Keys first", "reason": "The law"}


@pytest.fixture
def three(memory: Workspace) -> Workspace:
    """P-1, P-2, P-3 in the order of their scores."""
    for reach in ("300", "200", "100"):
        add_problem(memory, f"Reaches {reach}", reach, "1", "100%", "1")
    return memory


def entries(workspace: Workspace, **wanted: str) -> list[int | str]:
    return list(workspace.ask(problem_list, ProblemFilter(**wanted)).entries)


def test_the_list_has_a_decided_problem_at_its_place_and_an_undo_puts_it_back(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    assert entries(three) == entries(three, state="ranked") == [3, 1, 2]
    three.undo()
    assert entries(three) == entries(three, state="ranked") == [1, 2, 3]


def test_a_later_decision_without_a_place_puts_it_back(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    three.run(AddDecision({"title": "By score"}, problems=(3,), supersedes=1))
    assert entries(three) == [1, 2, 3]


def test_within_groups_it_stands_by_its_decided_rank(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=2))
    assert entries(three, group="lane") == ["Inbox", 1, 3, 2]
    assert entries(three, order="key", group="lane") == ["Inbox", 1, 2, 3]


def test_the_details_say_who_decided_and_the_rank_by_score(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    found = three.ask(why, 3)
    assert (found.rank, found.rank_by_score) == (1, 3)
    assert found.decided is not None
    assert (found.decided.decision, found.decided.reason) == (1, "The law")
    assert three.ask(problem_detail, 1).rank == 2


def test_what_would_swap_two_problems_is_told_of_those_whose_place_scores_decide(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(2,), place=3))
    below = three.ask(why, 1).below
    assert below is not None
    assert below[0] == 3


def test_other_programs_read_the_decided_rank_beside_that_by_score(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    records = three.ask(rank_records)
    assert [(one["key"], one["rank"], one["rank_by_score"], one["decided_by"]) for one in records] == [
        ("P-3", 1, 3, "D-1"),
        ("P-1", 2, 1, None),
        ("P-2", 3, 2, None),
    ]
    assert three.ask(explanation, 3)["decided"] == {"key": "D-1", "place": 1, "reason": "The law"}


def test_the_page_marks_it(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    assert "| 1 (D-1 decides it; by score 3) |" in " ".join(three.ask(problems_markdown, ProblemFilter()).split())


def test_a_reason_of_several_lines_is_told_as_one(three: Workspace) -> None:
    three.run(AddDecision({"title": "Keys first", "reason": "- The law\n- The press"}, problems=(3,), place=1))
    decided = three.ask(why, 3).decided
    assert decided is not None
    assert decided.reason == "- The law - The press"


def test_a_ranking_that_a_later_decision_keeps_has_it_at_its_place(three: Workspace) -> None:
    three.run(AddDecision(FIRST, problems=(3,), place=1))
    three.run(AddDecision({"title": "As it is"}, freeze=True))
    kept = three.ask(decision_sheet, 2).ranking
    assert kept is not None
    assert [(row.key, row.rank) for row in kept.rows] == [("P-3", 1), ("P-1", 2), ("P-2", 3)]
