"""Scorecards on the command line: added, versioned, printed as text and taken in again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.usefixtures("workspace_file")
def test_a_scorecard_is_added_ranked_by_and_becomes_a_new_version(pmtui: Run) -> None:
    assert pmtui("scorecard", "add", "Fit", "value * fit / max(effort, 0.5)").out == "Added Fit v1\n"
    pmtui("add", "problem", "Keys get lost")
    pmtui("estimate", "P-1", "value=4", "fit=5", "effort=2")
    assert pmtui("rank", "--scorecard", "fit", "--json").json[0]["score"] == 10
    assert pmtui("scorecard", "add", "Fit", "value + fit").out == "Changed Fit v2\n"
    newest = next(one for one in pmtui("scorecard", "list", "--json").json if one["title"] == "Fit")
    assert (newest["version"], newest["formula"]) == (2, "value + fit")


@pytest.mark.usefixtures("workspace_file")
def test_weights_make_a_scorecard(pmtui: Run) -> None:
    pmtui("scorecard", "add", "Weighted", "--weight", "value=0.6", "--weight", "fit=0.4")
    assert "0.6 * value + 0.4 * fit" in pmtui("scorecard", "list").out


def test_the_text_of_a_scorecard_is_taken_into_another_workspace(pmtui: Run, workspace_file: Path) -> None:
    pmtui("scorecard", "add", "Fit", "value * fit")
    text = pmtui("scorecard", "export", "Fit").out
    Path("fit.toml").write_text(text, encoding="utf-8")
    pmtui("new", "other.pmtui")
    assert pmtui("-w", "other.pmtui", "scorecard", "import", "fit.toml").status == 0
    assert pmtui("-w", "other.pmtui", "scorecard", "export", "Fit").out == text
    assert workspace_file.exists()


@pytest.mark.usefixtures("workspace_file")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("add", "Odd", "value * (fit"), 1),
        (("add", "Odd"), 2),
        (("add", "Odd", "value", "--weight", "value=1"), 2),
        (("add", "Odd", "--weight", "value=much"), 2),
        (("export", "Moon"), 1),
        (("import", "missing.toml"), 1),
    ],
)
def test_what_can_not_be_a_scorecard_is_refused(pmtui: Run, arguments: tuple[str, ...], status: int) -> None:
    ended = pmtui("scorecard", *arguments)
    assert ended.status == status
    assert "Traceback" not in ended.err
    assert "bug" not in ended.err


@pytest.mark.usefixtures("workspace_file")
def test_a_scorecard_is_shown_with_what_its_criteria_mean_and_its_versions(pmtui: Run) -> None:
    pmtui("scorecard", "add", "Fit", "value * joy / max(effort, 0.5)")
    pmtui("scorecard", "add", "Fit", "value / effort")
    shown = pmtui("scorecard", "show", "fit").out
    assert "Fit v2\n  value ÷ effort\n" in shown
    assert "Effort (effort): 0 up, less is better person-months" in shown
    assert "v1  value * joy / max(effort, 0.5)" in shown
    found = pmtui("scorecard", "show", "Fit", "--json").json
    assert ([one["version"] for one in found["versions"]], found["value"]) == ([1, 2], "value")


@pytest.mark.usefixtures("workspace_file")
def test_one_of_ones_own_is_deleted_and_a_built_in_one_is_not(pmtui: Run) -> None:
    pmtui("scorecard", "add", "Fit", "value * joy")
    assert pmtui("scorecard", "delete", "fit").out == "Deleted Fit\n"
    refused = pmtui("scorecard", "delete", "RICE")
    assert (refused.status, "built in" in refused.err) == (1, True)


@pytest.mark.usefixtures("workspace_file")
def test_the_place_of_an_error_in_a_formula_is_told(pmtui: Run) -> None:
    assert "At character 9: this parenthesis is never closed." in pmtui("scorecard", "add", "Odd", "value * (fit").err
