"""The commands about objectives, key results and the strategy."""

import os
from pathlib import Path

import pytest

from pmtui.services.strategy import SetBox
from pmtui.services.workspace import Workspace
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


@pytest.fixture
def served(pmtui: Run) -> Run:
    """A problem, an objective with a key result, and the link between them."""
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "objective", "A home keeps its cleaner", "--pillar", "production", "--notes", "They leave otherwise.")
    words = ("--unit", "%", "--baseline", "58", "--target", "78", "--current", "71")
    pmtui("add", "key-result", "o-1", "Visits by the usual cleaner", *words)
    pmtui("link", "P-1", "O-1")
    return pmtui


def test_objectives_and_key_results_are_added_with_their_keys(pmtui: Run) -> None:
    assert pmtui("add", "objective", "Grow", "--json").json["key"] == "O-1"
    added = pmtui(
        "add", "key-result", "O-1", "Visits", "--baseline", "20", "--target", "10", "--current", "14", "--json"
    )
    assert (added.json["key"], added.json["objective"], added.json["grade"]) == ("K-1", "O-1", 0.6)


def test_what_is_no_number_and_an_objective_that_is_gone_are_refused(pmtui: Run) -> None:
    assert "no O-1" in pmtui("add", "key-result", "O-1", "Visits").err
    pmtui("add", "objective", "Grow")
    refused = pmtui("add", "key-result", "O-1", "Visits", "--target", "many")
    assert (refused.status, "is not a number" in refused.err) == (1, True)
    assert pmtui("add", "key-result", "P-1", "Visits").status == 1


def test_they_are_listed_in_the_order_of_the_page(served: Run) -> None:
    (objective,) = served("list", "objective", "--json").json
    assert objective == {
        "key": "O-1",
        "title": "A home keeps its cleaner",
        "pillar": "production",
        "grade": 0.65,
        "results": 1,
        "problems": 1,
    }
    assert "0.65" in served("list", "objective").out
    (result,) = served("list", "key-result", "--json").json
    assert (result["key"], result["objective"], result["current"], result["grade"]) == ("K-1", "O-1", 71, 0.65)
    assert served("list", "objective", "--filter", "offices", "--json").json == []


def test_each_is_shown_by_its_key_with_what_hangs_on_it(served: Run) -> None:
    shown = served("show", "O-1", "--json").json
    assert [result["key"] for result in shown["key_results"]] == ["K-1"]
    assert [problem["key"] for problem in shown["linked_problems"]] == ["P-1"]
    assert "They leave otherwise." in served("show", "O-1").out
    assert "A home keeps its cleaner" in served("show", "K-1").out
    assert [objective["key"] for objective in served("show", "P-1", "--json").json["objectives"]] == ["O-1"]
    assert served("show", "K-9").status == 1


def test_where_a_key_result_is_now_is_one_command(served: Run) -> None:
    now = served("current", "k1", "72", "--json").json
    assert (now["label"], now["grade"]) == ("K-1 is at 72 %", 0.7)
    assert served("current", "K-1", "").status == 0
    assert served("show", "K-1", "--json").json["grade"] is None


def test_a_problem_is_linked_to_an_objective_and_unlinked(served: Run) -> None:
    partly = served("link", "P-1", "O-1", "fit=partly", "--json").json
    assert partly["strategic_fit"] == "1: it serves O-1 partly"
    assert served("link", "P-1", "O-1", "fit=3").status == 2
    served("unlink", "P-1", "O-1")
    assert served("show", "O-1", "--json").json["linked_problems"] == []


@pytest.mark.parametrize(
    ("words", "found"), [("keeps", "O-1"), ("otherwise", "O-1"), ("usual", "K-1"), ("O-1", "O-1"), ("K-1", "K-1")]
)
def test_they_are_found_by_words_and_keys(served: Run, words: str, found: str) -> None:
    assert found in [match["key"] for match in served("search", words, "--json").json]


def test_a_box_is_found_by_its_words_and_its_name(served: Run) -> None:
    with_box("Nobody gives up a Saturday")
    (match,) = served("search", "saturday", "--json").json
    assert (match["key"], match["kind"]) == ("Vision", "strategy_box")
    assert "Vision" in served("search", "vision").out


def test_the_strategy_is_exported_as_markdown(served: Run) -> None:
    with_box("Nobody gives up a Saturday")
    page = served("export", "strategy").out
    assert "# Sparkle: strategy" in page
    assert "### Vision\n\nNobody gives up a Saturday" in page
    assert "| K-1 | Visits by the usual cleaner | % | 58 | 71 | 78 | 0.65 |" in page
    assert "- P-1 Keys get lost (strongly)" in page


def test_a_page_is_tried_out_imported_and_taken_back_unchanged(served: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Our strategy\n## Vision\nClean homes\n## Roadmap\nLater\n", encoding="utf-8")
    tried = served("import", "page.md", "--dry-run", "--json").json
    assert (tried["preset"], tried["created"], tried["skipped"], tried["step"]) == (
        "strategy",
        {"strategy_box": 1},
        1,
        None,
    )
    done = served("import", "page.md")
    assert "Created 1 box of the strategy" in done.out
    assert "line 4: Roadmap" in done.err
    served("export", "strategy", "-o", "ours.md")
    assert "Created nothing, changed nothing" in served("import", "ours.md").out


def test_a_file_is_taken_for_a_strategy_when_told(pmtui: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("## Pricing\n22 an hour\n", encoding="utf-8")
    assert pmtui("import", "notes.txt", "--as", "strategy", "--json").json["created"] == {"strategy_box": 1}
    (tmp_path / "none.txt").write_text("Nothing", encoding="utf-8")
    assert "No box of the strategy" in pmtui("import", "none.txt", "--as", "strategy").err


def with_box(vision: str) -> None:
    """Write the vision of the workspace that commands work on."""
    workspace = Workspace.open(Path(os.environ["PMTUI_WORKSPACE"]))
    workspace.run(SetBox("vision", vision))
    workspace.close()
