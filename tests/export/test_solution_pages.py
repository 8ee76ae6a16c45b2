"""What is handed over of solutions and of the opportunity tree, also when every word in it is hostile."""

from hypothesis import given

from pmtui.export.markdown import page
from pmtui.export.opportunity_tree import TreeLine, tree_markdown
from pmtui.export.solutions import AssumptionLine, ExperimentLine, SolutionPart, solution_parts
from tests.export.judge import harms, headings, items, rows, titles

TREE = (
    TreeLine(0, "O-1", "Customers stay", "1 problem"),
    TreeLine(1, "P-2", "Keys", "#1"),
    TreeLine(2, "S-1", "A key log"),
    TreeLine(3, "", "They write it", "desirable 5/1"),
    TreeLine(0, "", "Serves no objective yet"),
    TreeLine(1, "P-1", "Late"),
)


def part(text: str) -> SolutionPart:
    """A solution with these words in all its fields."""
    return SolutionPart(
        "S-1",
        text,
        "1..2 person-months",
        True,
        text,
        (AssumptionLine(text, "desirable", 5, 1, text),),
        (ExperimentLine("X-1", text, "passed", text, text, text, "E-9", "2026-03-01"),),
    )


def test_the_tree_has_a_heading_for_each_objective_and_nested_items_below() -> None:
    text = tree_markdown("Sparkle", TREE)
    assert headings(text) == [
        (1, "Opportunity tree of Sparkle"),
        (2, "O-1 Customers stay"),
        (2, "Serves no objective yet"),
    ]
    assert items(text) == [
        "P-2 Keys (#1)",
        "S-1 A key log",
        "They write it (desirable 5/1)",
        "P-1 Late",
    ]
    assert "\n    - They write it" in text


def test_an_empty_tree_says_so() -> None:
    assert "No problems yet." in tree_markdown("Sparkle", ())


@given(titles, titles)
def test_no_title_changes_the_tree(one: str, other: str) -> None:
    lines = (TreeLine(0, "O-1", one), TreeLine(1, "P-1", other, one), TreeLine(2, "S-1", one))
    text = tree_markdown(other, lines)
    assert harms(text) == []
    assert len(headings(text)) == 2
    assert [item.split(" ")[0] for item in items(text)] == ["P-1", "S-1"]


def test_a_solution_is_told_with_its_assumptions_and_experiments() -> None:
    text = page(solution_parts((part("Words"),)))
    assert headings(text) == [(2, "Solutions"), (3, "S-1 Words")]
    assert rows(text)[1] == ["Words", "desirable", "5 of 5", "1 of 5", "Words"]
    assert items(text) == ["How: Words", "Success is: Words", "Seen: Words", "Evidence: E-9"]
    assert "**Chosen.** Effort: 1..2 person-months." in text


def test_without_solutions_there_is_no_heading() -> None:
    assert list(solution_parts(())) == []


@given(titles)
def test_no_words_of_a_solution_reach_beyond_their_place(text: str) -> None:
    made = page(solution_parts((part(text), part("plain"))))
    assert harms(made) == []
    assert [level for level, _ in headings(made) if level < 4] == [2, 3, 3]
    assert rows(made)[-1] == ["plain", "desirable", "5 of 5", "1 of 5", "plain"]
