"""Solutions, experiments and sub-problems on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


@pytest.fixture(autouse=True)
def solved(workspace_file: Path, pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "problem", "No log of keys")
    pmtui("add", "solution", "A key log", "--problem", "P-2", "--effort", "1..2", "--description", "Who has it")
    pmtui("add", "assumption", "They write it down", "--solution", "S-1", "--kind", "feasible", "--importance", "5")
    pmtui("add", "experiment", "Paper log", "--solution", "S-1", "--success", "Nine of ten days")


def test_a_solution_is_listed_and_shown_with_what_it_is_for(pmtui: Run) -> None:
    (listed,) = pmtui("list", "solution", "--json").json
    assert (listed["key"], listed["title"], listed["problem"], listed["effort"]) == ("S-1", "A key log", "P-2", "1..2")
    shown = pmtui("show", "s1", "--json").json
    assert shown["problem"] == "P-2 No log of keys"
    assert [(each["title"], each["importance"]) for each in shown["assumptions"]] == [("They write it down", 5)]
    assert [each["key"] for each in shown["experiments"]] == ["X-1"]
    words = pmtui("show", "S-1").out
    assert "Who has it" in words
    assert "feasible  importance 5, evidence 1 of 5  They write it down" in words
    assert "S-1" in pmtui("show", "P-2").out
    assert pmtui("list", "solution", "--filter", "safe").out == ""


def test_a_result_becomes_evidence(pmtui: Run) -> None:
    told = pmtui("result", "X-1", "Eight of ten", "--outcome", "failed", "--evidence", "test", "--json").json
    assert (told["key"], told["outcome"], told["evidence"]) == ("X-1", "failed", "E-1")
    (listed,) = pmtui("list", "experiment", "--json").json
    assert (listed["state"], listed["evidence"], listed["success_limit"]) == ("failed", "E-1", "Nine of ten days")
    assert pmtui("show", "E-1", "--json").json["type"] == "test"
    assert "is E-1 already" in pmtui("result", "X-1", "Nine", "--evidence", "test").err


def test_sub_problems_and_the_tree_as_markdown(pmtui: Run) -> None:
    assert pmtui("part-of", "P-2", "P-1").out == "Made P-2 part of P-1\n"
    assert pmtui("show", "P-2", "--json").json["part_of"] == "P-1"
    assert "part of itself" in pmtui("part-of", "P-1", "P-2").err
    tree = pmtui("export", "tree").out
    assert "- **P-1** Keys get lost\n  - **P-2** No log of keys (1 solution)\n    - **S-1** A key log" in tree
    assert "### S-1 A key log" in pmtui("export", "problem", "P-2").out
    assert pmtui("part-of", "P-2", "none").status == 0


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("add", "solution", "x"), 2, "--problem"),
        (("add", "solution", "x", "--problem", "P-9"), 1, "There is no P-9"),
        (("add", "solution", "x", "--problem", "P-1", "--effort", "much"), 1, "is not a number or a range"),
        (("add", "assumption", "x", "--solution", "P-1"), 1, "is not a solution"),
        (("add", "assumption", "x", "--solution", "S-1", "--importance", "9"), 2, "9"),
        (("add", "experiment", "x", "--solution", "S-9"), 1, "There is no S-9"),
        (("result", "X-9", "seen"), 1, "There is no X-9"),
        (("result", "X-1", "", "--evidence", "test"), 1, "X-1 has no result yet"),
        (("show", "X-9"), 1, "There is no X-9"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(pmtui: Run, words: tuple[str, ...], status: int, error: str) -> None:
    ended = pmtui(*words)
    assert ended.status == status
    assert error in ended.err
