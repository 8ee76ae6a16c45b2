"""The page of the ranking holds what a sceptic would ask for."""

import pytest

from pmtui.services.decisions import AddDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.ranking_pages import ranking_markdown
from pmtui.services.uncertainty import present_contest, rank_uncertainty, what_to_find_out
from pmtui.services.workspace import Workspace
from tests.builders import add_problem


@pytest.fixture
def unsure(memory: Workspace) -> Workspace:
    """P-1 and P-2 are too close to call, P-3 is far behind, P-4 has no effort."""
    for reach in ("200..900", "400", "10..20"):
        add_problem(memory, f"Reaches *{reach}*", reach, "1", "80%", "1")
    add_problem(memory, "No effort", "100", "1", "80%")
    return memory


def test_it_names_formula_version_seed_and_runs(unsure: Workspace) -> None:
    text = unsure.ask(ranking_markdown)
    assert "Ranked by RICE v1 on 2026-03-01: `reach × impact × confidence ÷ max(effort, 0.5)`" in text
    assert "drawn 10,000 times (seed 1;" in text


def test_each_place_says_how_sure_it_is_and_each_input_where_it_comes_from(unsure: Workspace) -> None:
    text = unsure.ask(ranking_markdown)
    assert "| # | Key | Problem | Score | P(first) | P(top 5) | Ranks | Ahead of the next |" in text
    row = next(line for line in text.splitlines() if line.startswith("| 3 | P-3"))
    assert row.endswith("| 0% | 100% | 3 |  |")
    assert "| P-1 | 200..900 | 1 | 80% | 1 | typed 2026-03-01 |" in text


def test_it_says_what_is_too_close_to_call_and_what_would_change_the_order(unsure: Workspace) -> None:
    text = unsure.ask(ranking_markdown)
    assert "- P-1 and P-2: the first is ahead in 5" in text
    assert "- P-1 falls behind P-2 if its " in text
    assert "- P-4 No effort: needs effort" in text


def test_a_decided_place_stands_there_with_its_reason_and_its_rank_by_score(unsure: Workspace) -> None:
    unsure.run(AddDecision({"title": "First", "reason": "The law"}, problems=(3,), place=1))
    text = unsure.ask(ranking_markdown)
    assert "| 1 (by score 3) | P-3 |" in text
    assert "by score #3: D-1 decides it. The law" in text.replace("\\", "")
    assert "P-3 falls behind" not in text


def test_both_lenses_are_held_against_each_other(unsure: Workspace) -> None:
    assert "Customer and business" not in unsure.ask(ranking_markdown)
    unsure.run(AddPersona("Parents", {"population": "1000"}))
    for number, affected in ((1, "50%"), (2, "20%")):
        unsure.run(LinkPersonas((number,), (1,), affected, "1", "1"))
        unsure.run(SetEstimates(number, {"relief": "50%", "value_gained": f"{number * 100}"}))
    text = unsure.ask(ranking_markdown)
    assert "the lenses contradict each other (Kendall's tau-b -1.00" in text
    assert "| 1 | 2 |" in text


def test_without_ranges_nothing_is_said_of_draws(memory: Workspace) -> None:
    add_problem(memory, "Sure", "100", "1", "80%", "1")
    text = memory.ask(ranking_markdown)
    assert "as certain as the estimates" in text
    assert "P(first)" not in text


def test_what_was_simulated_beside_the_workspace_gives_the_same_page(unsure: Workspace) -> None:
    contest = unsure.ask(present_contest)
    found = rank_uncertainty(contest)
    assert unsure.ask(ranking_markdown, found, what_to_find_out(contest, found)) == unsure.ask(ranking_markdown)


def test_an_empty_workspace_has_a_page_too(memory: Workspace) -> None:
    assert "No problem is ranked yet." in memory.ask(ranking_markdown)


def test_no_estimate_is_said_to_move_what_a_decision_has_placed(unsure: Workspace) -> None:
    unsure.run(AddDecision({"title": "Last", "reason": "The law"}, problems=(1,), place=3))
    assert "P-1 falls behind" not in unsure.ask(ranking_markdown)
