"""Writing everything into a folder, from any screen."""

from pathlib import Path

import pytest
from textual.widgets import Input

from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp
from tests.screens.running import Running

SOME: tuple[Command, ...] = (AddProblem("Keys get lost"), AddEvidence("Gone", problems=(1,)))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def until_written(running: Running) -> None:
    """Wait until the export that was begun is over."""
    while running.app.screen.has_class("-busy"):
        await running.settle()


@pytest.mark.parametrize("screen", ["3", "4"])
async def test_everything_is_written_into_the_folder_that_was_named(run_app: RunApp, folder: Path, screen: str) -> None:
    async with run_app(*SOME) as running:
        await running.press(screen, "X")
        running.app.screen.query_one("#folder", Input).value = "pages"
        await running.press("enter")
        await until_written(running)
        assert (folder / "pages" / "problems" / "P-1.md").read_text(encoding="utf-8").startswith("# P-1 Keys get lost")
        assert "pages into" in running.text


async def test_a_folder_with_other_files_is_refused_and_the_dialog_stays(run_app: RunApp, folder: Path) -> None:
    (folder / "letter.txt").write_text("mine", encoding="utf-8")
    async with run_app(*SOME) as running:
        await running.press("X")
        running.app.screen.query_one("#folder", Input).value = str(folder)
        await running.press("enter")
        await until_written(running)
        assert "holds other files" in " ".join(running.text.replace("│", " ").split())
        assert [path.name for path in folder.iterdir()] == ["letter.txt"]
