"""Lines of the detail pane and words about scores: right for every width and every text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmtui.screens.dates import day, days_ago
from pmtui.screens.problem_sheet import problem_sheet
from pmtui.screens.score_words import times
from pmtui.services.details import problem_detail, why
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.screens.conftest import RunApp

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-02", "2 Nov"),
        ("2025-11-02T10:00:00Z", "2 Nov 2025"),
        ("2026-11", "2026-11"),
        ("", ""),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_day_is_shown_as_precisely_as_it_is_known(moment: str, words: str) -> None:
    assert day(moment, TODAY) == words


@pytest.mark.parametrize(
    ("moment", "words"), [("2026-11-22", "today"), ("2026-11-21", "yesterday"), ("2026-08-01", "113 days ago")]
)
def test_an_age_is_said_in_days(moment: str, words: str) -> None:
    assert days_ago(moment, TODAY) == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [(1, "×1"), (1.8, "×1.8"), (0.25, "×0.25"), (100, "×100"), (1240, "×1,240"), (0.001, "×<0.01"), (1.003, "×≈1")],
)
def test_a_factor_is_shown_as_a_multiplier(ratio: float, words: str) -> None:
    assert times(ratio) == words


@given(text=st.text(max_size=80), width=st.integers(min_value=32, max_value=120))
def test_no_line_of_the_sheet_is_wider_than_its_pane_whatever_people_wrote(text: str, width: int) -> None:
    workspace = Workspace.in_memory(lambda: "2026-11-22T10:00:00Z")
    rice = {"reach": "200..800", "impact": "2", "rice_confidence": "80%", "effort": "2"}
    for title in (f"x{text}", "Other"):
        workspace.run(AddProblem(title, text, notes=text))
    workspace.run(SetEstimates(1, rice, dict.fromkeys(rice, text)))
    workspace.run(SetEstimates(2, {**rice, "effort": "7"}))
    workspace.run(AddEvidence(f"x{text}", author=text, source=text, problems=(1,)))
    sheet = problem_sheet(workspace.ask(problem_detail, 1), workspace.ask(why, 1), width)
    workspace.close()
    assert max(cell_len(line) for line in sheet.plain.split("\n")) <= width


def test_a_value_is_shown_whole_where_there_is_no_room_for_its_bar() -> None:
    workspace = Workspace.in_memory()
    for title, reach in (("Keys", "1,423,500"), ("Other", "10")):
        number = workspace.run(AddProblem(title)).created or 0
        rice = {"reach": reach, "impact": "2", "rice_confidence": "80%", "effort": "2"}
        workspace.run(SetEstimates(number, rice))
    sheet = problem_sheet(workspace.ask(problem_detail, 1), workspace.ask(why, 1), 33)
    assert "1,423,500" in sheet.plain


def test_a_very_long_statement_is_cut_and_the_editor_named() -> None:
    workspace = Workspace.in_memory()
    workspace.run(AddProblem("Long", "line\n" * 100_000))
    sheet = problem_sheet(workspace.ask(problem_detail, 1), workspace.ask(why, 1), 60)
    assert len(sheet.plain.split("\n")) < 400
    assert "the rest is in the editor: ctrl+e" in sheet.plain


async def test_why_of_a_problem_without_estimates_says_how_to_get_on(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys get lost"), size=(80, 24)) as running:
        await running.press("w")
        assert "s types estimates, once this is closed." in running.text
        assert "0.00 of 10 · no evidence yet" in running.text
