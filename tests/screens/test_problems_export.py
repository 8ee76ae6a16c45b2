"""Handing over: files and the clipboard."""

from pathlib import Path

import pytest
from textual.widgets import Input

from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.personas import AddPersona
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp

PROBLEMS: tuple[Command, ...] = (
    AddProblem("Keys get lost"),
    AddProblem("Invoice comes late"),
    SetEstimates(1, {"reach": "100", "impact": "2", "rice_confidence": "80%", "effort": "2"}),
)
SAID: tuple[Command, ...] = (AddEvidence("Gone", problems=(1,)), AddEvidence("Not read yet"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_the_list_is_written_to_the_working_folder(run_app: RunApp, folder: Path) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("x", "enter")
        page = (folder / "problems.md").read_text(encoding="utf-8")
        assert "Keys get lost" in page
        assert "Invoice comes late" in page
        assert "Wrote" in running.text


async def test_a_file_that_is_there_is_told_before_it_is_overwritten(run_app: RunApp, folder: Path) -> None:
    (folder / "problems.md").write_text("mine")
    async with run_app(*PROBLEMS) as running:
        await running.press("x")
        assert "will be overwritten" in running.text.replace("\n", " ")
        await running.press("escape")
        assert (folder / "problems.md").read_text() == "mine"


@pytest.mark.parametrize("typed", ["no/such/folder/a.md", "~no such user/a.md", "x" * 300])
async def test_a_place_that_can_not_be_written_is_refused_and_the_dialog_stays(run_app: RunApp, typed: str) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("x")
        running.app.screen.query_one("#path", Input).value = typed
        await running.press("enter")
        assert "was not written" in running.text


async def test_one_problem_is_the_first_choice_while_it_has_the_screen(run_app: RunApp, folder: Path) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("enter", "x", "enter")
        assert "P-1 Keys get lost" in (folder / "P-1.md").read_text(encoding="utf-8")


async def test_y_copies_what_is_shown_as_markdown(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("y")
        assert "Keys get lost" in running.app.clipboard
        assert "or x writes a file" in running.text


async def test_y_copies_the_selection_only(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("space", "y")
        assert "Keys get lost" in running.app.clipboard
        assert "Invoice" not in running.app.clipboard


async def test_a_terminal_that_can_not_be_lent_refuses_the_editor_and_names_the_form(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("ctrl+e")
        assert "Edit the text in its form: e." in running.text


async def test_the_evidence_of_a_problem_and_who_is_heard_are_offered_too(run_app: RunApp, folder: Path) -> None:
    async with run_app(*PROBLEMS, AddPersona("Parents"), *SAID) as running:
        await running.press("x", "shift+tab", "enter", "down", "down", "down", "enter", "tab", "enter")
        assert "Gone" in (folder / "P-1-evidence.md").read_text(encoding="utf-8")
        for screen, name in (("5", "personas.md"), ("2", "evidence.md")):
            await running.press(screen, "x")
            assert name in running.text
            await running.press("shift+tab", "enter", "end", "enter", "tab", "enter")
            assert "Parents" in (folder / "bias.md").read_text(encoding="utf-8")
            (folder / "bias.md").unlink()


async def test_the_ranking_with_all_it_rests_on_is_the_second_choice(run_app: RunApp, folder: Path) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("x", "shift+tab", "enter", "down", "enter", "tab", "enter")
        await running.app.workers.wait_for_complete()
        await running.settle()
        assert "What it rests on" in (folder / "ranking.md").read_text(encoding="utf-8")
