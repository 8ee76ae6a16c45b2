"""Pages are built from what the workspace holds, in the order it is shown."""

from pmtui.services.board import MoveCards
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.pages import board_markdown, problem_markdown, problems_markdown
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import AddProblem, SetField, TagProblems
from pmtui.services.views import ProblemFilter
from pmtui.services.workspace import Workspace

RICE = {"reach": "200..800", "impact": "2", "rice_confidence": "80%", "effort": "4"}
LAUNCHED = 6


def workspace_with_problems() -> Workspace:
    workspace = Workspace.in_memory(lambda: "2026-11-20T10:00:00Z")
    for title in ("Keys get lost", "No receipt | ever", "Price unclear", "Too loud", "Old news"):
        workspace.run(AddProblem(title))
    workspace.run(SetEstimates(1, RICE))
    workspace.run(SetEstimates(2, {**RICE, "reach": "900"}))
    workspace.run(SetEstimates(3, {"reach": "5", "impact": "1"}))
    workspace.run(SetField((4,), "horizon", "declined", "not ours"))
    workspace.run(MoveCards((5,), LAUNCHED))
    return workspace


def test_the_list_has_ranked_problems_best_first_and_then_the_others_with_what_they_miss() -> None:
    page = workspace_with_problems().ask(problems_markdown, ProblemFilter())
    lines = page.splitlines()
    ranked = [line for line in lines if line.startswith("| ") and "P-" in line]
    assert [line.split(" | ")[1] for line in ranked[:2]] == ["P-2", "P-1"]
    assert "| 2 | 80% | 4 |" in ranked[0]
    assert any("P-3" in line and "Confidence, Effort" in line for line in lines)
    assert "P-4" not in page
    assert "P-5" not in page


def test_all_problems_come_with_the_reason_of_the_declined_and_the_lane_of_the_done() -> None:
    page = workspace_with_problems().ask(problems_markdown, ProblemFilter(state="all"))
    assert "not ours" in page.split("## Declined")[1].split("##")[0]
    assert "Launched" in page.split("## Done")[1]
    assert "P-5" not in page.split("## Needs estimates")[1].split("##")[0]


def test_the_page_of_a_problem_says_who_has_it_and_how_well_that_is_supported() -> None:
    workspace = workspace_with_problems()
    workspace.run(AddPersona("Parents", {"population": "1000"}))
    workspace.run(LinkPersonas((1,), (1,), "50%", "4", "2"))
    workspace.run(AddEvidence("No keys", "interview note", author="Ann", occurred_on="2026-11-20", problems=(1,)))
    page = workspace.ask(problem_markdown, 1)
    assert "| U-1 | Parents | 50% | 4 | 2 | 500 | 4,000 |" in page
    assert "1 piece from 1 customer, confidence 0.3 of 10." in page
    assert "## Personas" not in workspace.ask(problem_markdown, 2)


def test_the_page_of_a_problem_names_the_objectives_it_serves() -> None:
    workspace = workspace_with_problems()
    workspace.run(AddObjective("Nobody waits"))
    workspace.run(AddObjective("Trust | us"))
    workspace.run(LinkObjective((1,), 1, 2))
    workspace.run(LinkObjective((1,), 2, 1))
    page = workspace.ask(problem_markdown, 1)
    assert "- Serves: O-1 Nobody waits (strongly); O-2 Trust \\| us (partly)" in page
    assert "Serves" not in workspace.ask(problem_markdown, 2)


def test_a_selection_leaves_the_others_out() -> None:
    page = workspace_with_problems().ask(problems_markdown, ProblemFilter(), {1})
    assert "P-1" in page
    assert "P-2" not in page


def test_every_row_is_there_when_there_are_more_than_are_read_at_once() -> None:
    workspace = Workspace.in_memory()
    for number in range(510):
        workspace.run(AddProblem(f"Problem {number}"))
    page = workspace.ask(problems_markdown, ProblemFilter())
    assert page.count("| P-") == 510
    assert workspace.ask(board_markdown).count("**P-") == 510


def test_the_board_has_its_cards_in_the_order_of_the_lane() -> None:
    page = workspace_with_problems().ask(board_markdown)
    inbox = page.split("## Inbox")[1].split("## ")[0]
    assert inbox.index("P-4") < inbox.index("P-3") < inbox.index("P-1")
    assert "P-5" in page.split("## Launched")[1].split("## ")[0]


def test_the_board_can_show_the_cards_of_a_tag_only() -> None:
    workspace = workspace_with_problems()
    workspace.run(TagProblems((2,), ("money",)))
    page = workspace.ask(board_markdown, 1, "", "money")
    assert "P-2" in page
    assert "P-1" not in page


def test_the_page_of_a_problem_has_its_estimates_and_evidence() -> None:
    workspace = workspace_with_problems()
    workspace.run(AddEvidence("I lost my key", "interview note", "call", "Ana", "2026-11-02", "Harbour Lofts", (1,)))
    page = workspace.ask(problem_markdown, 1)
    assert "P-1 Keys get lost" in page.splitlines()[0]
    assert "200..800" in page
    assert "I lost my key" in page
    assert "Harbour Lofts" in page
    assert "rank 2 of 2" in page
