"""Running commands: in this process for what they do, as programs of their own for how they start and end."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pmtui.cli.program import run
from pmtui.services.workspace import Workspace


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out.isascii()
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        assert self.err.isascii()
        return json.loads(self.err)["error"]


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the user that hold nothing, and no variable that points elsewhere."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user" / name))
    for name in ("PMTUI_WORKSPACE", "PMTUI_CONFIG", "_PMTUI_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def workspace_file(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace that commands work on."""
    path = own_folders / "work.pmtui"
    Workspace.create(path, "Sparkle").close()
    monkeypatch.setenv("PMTUI_WORKSPACE", str(path))
    return path


@pytest.fixture
def pmtui(capsys: pytest.CaptureFixture[str], own_folders: Path) -> Run:
    """Run a command in this process."""

    def start(*arguments: str) -> Ended:
        umask = os.umask(0o077)
        try:
            status = run(list(arguments))
        finally:
            os.umask(umask)
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return start


@pytest.fixture
def program(own_folders: Path) -> Run:
    """Run a command as a program of its own, with no terminal. variables: set in its environment."""

    def start(*arguments: str, **variables: str) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "pmtui", *arguments],
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        return Ended(ended.returncode, ended.stdout.decode(errors="replace"), ended.stderr.decode(errors="replace"))

    return start
