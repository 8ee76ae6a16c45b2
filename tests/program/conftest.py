"""A machine of its own for the program, and workspaces for it to open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.program.terminal import Terminal, pmtui

TITLES = ("Keys get lost", "Did anyone come?", "Invoice too late")


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty folders for data, state and settings, and none of the tester's own wishes about colours."""
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("PMTUI_WORKSPACE", "PMTUI_CONFIG", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of three problems."""
    path = tmp_path / "small.pmtui"
    opened = Workspace.create(path, "Sparkle")
    for title in TITLES:
        opened.run(AddProblem(title))
    opened.close()
    return path


@pytest.fixture
def running(workspace: Path) -> Iterator[Terminal]:
    """The program on that workspace in a terminal of 100x30, its problems on the screen."""
    with Terminal(pmtui(workspace), columns=100, rows=30) as terminal:
        terminal.wait_for(TITLES[-1])
        yield terminal
